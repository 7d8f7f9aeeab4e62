import { useView } from '#ui/view.ts'
import { nameOf, type Schema } from './reference.ts'
import { worded } from './words.ts'

interface Field {
  readonly name: string
  readonly schema: Schema
  readonly required?: boolean
  readonly description?: string
}

/** Names with what they hold: parameters, the fields of a body, the fields of an object. */
export function Fields({ of }: { of: readonly Field[] }) {
  return (
    <dl class="api-fields">
      {of.map((field) => (
        <Row key={field.name} {...field} />
      ))}
    </dl>
  )
}

export const fieldsOf = ({ properties = {}, required = [] }: Schema, tellsRequired: boolean): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    required: tellsRequired && required.includes(name),
    description: schema.description,
  }))

function Row({ name, schema, required, description }: Field) {
  const { t } = useView()
  const inside = schema.items ?? schema
  return (
    <div>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <span class="quiet">
          <Type schema={schema} />
          {required && <strong> · {t('apidocs.required')}</strong>}
          {schema.maxLength && ` · ${t('apidocs.longest', { count: schema.maxLength })}`}
          {schema.default !== undefined && (
            <>
              {' '}
              · {t('apidocs.default')} <code>{String(schema.default)}</code>
            </>
          )}
        </span>
        {description && <p>{worded(t, description)}</p>}
        <Choices of={inside.enum ?? []} />
        {inside.properties && <Fields of={fieldsOf(inside, false)} />}
      </dd>
    </div>
  )
}

function Choices({ of }: { of: readonly string[] }) {
  const { t } = useView()
  if (of.length === 0) return null
  return (
    <p>
      {t('apidocs.choices')}{' '}
      {of.map((choice, at) => (
        <>
          {at > 0 && ', '}
          <code>{choice}</code>
        </>
      ))}
    </p>
  )
}

/** What a value is, in the words of JSON, which are the same in every language. */
export function Type({ schema }: { schema: Schema }) {
  if (schema.$ref) {
    const name = nameOf(schema.$ref)
    return <a href={`#object-${name}`}>{name}</a>
  }
  if (schema.items) {
    return (
      <>
        <Type schema={schema.items} />
        []
      </>
    )
  }
  const kind = [schema.type ?? 'string'].flat().join(' | ')
  return <>{schema.format ? `${kind} (${schema.format})` : kind}</>
}
