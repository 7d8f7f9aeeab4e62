import { useView } from '#ui/view.ts'
import { curlFor } from './curl.ts'
import { Fields, fieldsOf, Type } from './fields.tsx'
import { type Document, nameOf, type Operation, type Schema } from './reference.ts'
import { worded } from './words.ts'

interface Props {
  document: Document
  operation: Operation
}

/** One line of the API: what it takes, what it answers, and how to try it. */
export function OperationPart({ document, operation }: Props) {
  const { t } = useView()
  const [{ url }] = document.servers
  const { id, method, path, summary, scope, needsKey, parameters } = operation
  return (
    <section class="api-operation" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{worded(t, summary)}</h3>
      <p class="api-line">
        <b class="api-method">{method}</b> <code>/api/v1{path}</code>
      </p>
      <p class="quiet">
        {t.rich(needsKey ? 'apidocs.scope.needed' : 'apidocs.scope.reading', { scope: <code>{scope}</code> })}
      </p>
      {parameters.length > 0 && (
        <>
          <h4>{t('apidocs.parameters')}</h4>
          <Fields of={parameters} />
        </>
      )}
      <Body document={document} operation={operation} />
      <h4>{t('apidocs.try')}</h4>
      <Code>{curlFor(operation, url)}</Code>
      <Answer operation={operation} />
    </section>
  )
}

function Body({ document, operation: { body } }: Props) {
  const { t } = useView()
  if (!body) return null
  return (
    <>
      <h4>{t('apidocs.body')}</h4>
      <Fields of={fieldsOf(resolved(document, body.schema), true)} />
    </>
  )
}

function Answer({ operation: { answer, problems } }: { operation: Operation }) {
  const { t } = useView()
  const { status, description, schema, example } = answer
  const items = schema.properties?.items
  return (
    <>
      <h4>{t('apidocs.answer', { status })}</h4>
      <p>
        {worded(t, description)}{' '}
        {items || schema.$ref ? (
          <>
            {items ? t('apidocs.page-of') : t('apidocs.one')} <Type schema={items?.items ?? schema} />
          </>
        ) : null}
      </p>
      {example !== undefined && <Code>{JSON.stringify(example, null, 2)}</Code>}
      <p class="quiet">
        {t('apidocs.problems.also')}{' '}
        {problems.map((problem, at) => (
          <>
            {at > 0 && ', '}
            <a href={`#problem-${problem}`}>{problem}</a>
          </>
        ))}
      </p>
    </>
  )
}

const resolved = ({ components }: Document, schema: Schema): Schema =>
  (schema.$ref ? components.schemas[nameOf(schema.$ref)] : undefined) ?? schema

/** Lines are wrapped on the screen only: what one copies is whole. */
export function Code({ children }: { children: string }) {
  return (
    <pre class="api-code" translate={false}>
      <code>{children}</code>
    </pre>
  )
}
