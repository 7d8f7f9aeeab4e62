import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Title } from '#ui/elements/title.tsx'
import { Section } from '#ui/layout/section.tsx'
import { Fields, fieldsOf } from './fields.tsx'
import { Introduction } from './introduction.tsx'
import { OperationPart } from './operation-part.tsx'
import type { Document, Operation } from './reference.ts'
import { worded } from './words.ts'

interface Props {
  x: Exchange
  document: Document
  operations: readonly Operation[]
}

/** The API for people: the same document that programs read, in whole sentences and with examples. */
export function DocsPage({ x, document, operations }: Props) {
  const { t, brand } = x
  const tags = Map.groupBy(operations, ({ tag }) => tag)
  return (
    <Page x={x} title={t('apidocs.title')} description={t('apidocs.description', { brand: brand.name })}>
      <div class="api-docs">
        <Title lead={t('apidocs.lead', { brand: brand.name })}>{t('apidocs.title')}</Title>
        <Contents x={x} operations={operations} />
        <Introduction document={document} operations={operations} />
        {[...tags].map(([tag, within]) => (
          <Section key={tag} title={t(`apidocs.tag.${tag.toLowerCase()}` as MessageKey)} id={tag.toLowerCase()}>
            {within.map((operation) => (
              <OperationPart key={operation.id} document={document} operation={operation} />
            ))}
          </Section>
        ))}
        <Objects x={x} document={document} />
      </div>
    </Page>
  )
}

function Contents({ x: { t }, operations }: Omit<Props, 'document'>) {
  return (
    <nav class="api-contents" aria-label={t('apidocs.contents')}>
      <ul>
        {operations.map(({ id, method, path, summary }) => (
          <li key={id}>
            <a href={`#${id}`}>{worded(t, summary)}</a>{' '}
            <span class="api-line">
              <b class="api-method">{method}</b> <code>{path}</code>
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Objects({ x: { t }, document }: Omit<Props, 'operations'>) {
  return (
    <Section title={t('apidocs.objects.title')} id="objects">
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <section key={name} class="api-operation" id={`object-${name}`} aria-labelledby={`object-${name}-title`}>
          <h3 id={`object-${name}-title`}>
            <code>{name}</code>
          </h3>
          {schema.description && <p>{worded(t, schema.description)}</p>}
          <Fields of={fieldsOf(schema, name.startsWith('New'))} />
        </section>
      ))}
    </Section>
  )
}
