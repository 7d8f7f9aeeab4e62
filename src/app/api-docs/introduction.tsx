import { limits } from '#platform/http/rate-limits.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { Fields } from './fields.tsx'
import { Code } from './operation-part.tsx'
import type { Document, Operation } from './reference.ts'
import { worded } from './words.ts'

interface Props {
  document: Document
  operations: readonly Operation[]
}

/** What holds for every line of the API. */
export function Introduction({ document, operations }: Props) {
  const { t } = useView()
  const [{ url }] = document.servers
  return (
    <>
      <Section title={t('apidocs.begin.title')} id="begin">
        <Words of="begin" />
        <Code>{`curl '${url}/questions?limit=5'`}</Code>
      </Section>
      <Section title={t('apidocs.keys.title')} id="keys">
        <Words of="keys" />
        <Code>{'npm run -s onderling -- api-key create --member henk --scopes questions:read,questions:write'}</Code>
        <Code>{'Authorization: Bearer …'}</Code>
        <Scopes operations={operations} />
      </Section>
      <Section title={t('apidocs.lists.title')} id="lists">
        <Words of="lists" />
      </Section>
      <Section title={t('apidocs.once.title')} id="once">
        <Words of="once" />
      </Section>
      <Section title={t('apidocs.limits.title')} id="limits">
        <Words of="limits" values={{ count: limits.api[0].points }} />
        <Fields
          of={Object.entries(document.components.headers).map(([name, { description }]) => ({
            name,
            description,
            schema: { type: 'integer' },
          }))}
        />
      </Section>
      <Problems document={document} />
    </>
  )
}

function Words({ of, values = {} }: { of: string; values?: Record<string, number> }) {
  const { t } = useView()
  const marked = {
    code: (words: unknown[]) => <code>{words as never}</code>,
    link: (words: unknown[]) => <a href="/api/v1/openapi.json">{words as never}</a>,
  }
  return (
    <div class="prose">
      <p>{t.rich(`apidocs.${of}.words` as MessageKey, { ...values, ...marked } as never)}</p>
    </div>
  )
}

function Scopes({ operations }: { operations: readonly Operation[] }) {
  const { t } = useView()
  return (
    <dl class="api-fields">
      {[...Map.groupBy(operations, ({ scope }) => scope)].map(([scope, allowed]) => (
        <div key={scope}>
          <dt>
            <code>{scope}</code>
          </dt>
          <dd>
            <ul>
              {allowed.map(({ id, summary }) => (
                <li key={id}>
                  <a href={`#${id}`}>{worded(t, summary)}</a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Problems({ document }: { document: Document }) {
  const { t } = useView()
  const problems = Object.entries(document.components.responses).map(([name, { description, content = {} }]) => {
    return { status: name.replace('Problem', ''), description, example: Object.values(content)[0]?.example }
  })
  const shown = problems.find(({ status }) => status === '404')
  return (
    <Section title={t('apidocs.problems.title')} id="problems">
      <Words of="problems" />
      {shown && <Code>{JSON.stringify(shown.example, null, 2)}</Code>}
      <dl class="api-fields">
        {problems.map(({ status, description }) => (
          <div key={status} id={`problem-${status}`}>
            <dt>
              <code>{status}</code>
            </dt>
            <dd>
              <p>{worded(t, description)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
