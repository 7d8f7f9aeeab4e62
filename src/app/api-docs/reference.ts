/** What the OpenAPI document says, as far as a reader wants to know it. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly $ref?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly items?: Schema
  readonly default?: unknown
  readonly maxLength?: number
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly example?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
  readonly example?: unknown
}

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly [string]
  readonly security: readonly { readonly apiKey?: readonly [string] }[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Body & { readonly description?: string; readonly $ref?: string }>>
}

export interface Document {
  readonly servers: readonly [{ readonly url: string }]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly headers: Readonly<Record<string, { readonly description: string }>>
    readonly responses: Readonly<Record<string, Body & { readonly description: string }>>
  }
}

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly scope: string
  readonly needsKey: boolean
  readonly parameters: readonly Parameter[]
  readonly body: { readonly schema: Schema; readonly example: unknown } | null
  readonly answer: {
    readonly status: string
    readonly description: string
    readonly schema: Schema
    readonly example: unknown
  }
  /** Statuses of what may go wrong. */
  readonly problems: readonly string[]
}

/** Every line of the API, in the order of the document. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(document, path, method, described)),
  )
}

function operationOf(document: Document, path: string, method: string, described: Described): Operation {
  const { operationId, summary, tags, security, parameters, requestBody, responses } = described
  const statuses = Object.keys(responses)
  const status = statuses.find((one) => one.startsWith('2')) ?? ''
  const answer = responses[status]
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    tag: tags[0],
    summary,
    scope: security.flatMap(({ apiKey = [] }) => apiKey)[0] ?? '',
    needsKey: security.every(({ apiKey }) => apiKey !== undefined),
    parameters,
    body: requestBody ? shown(document, requestBody) : null,
    answer: { status, description: answer?.description ?? '', ...shown(document, answer ?? {}) },
    problems: statuses.filter((one) => !one.startsWith('2')),
  }
}

function shown({ components }: Document, { content = {} }: Body) {
  const [{ schema, example } = { schema: {} as Schema }] = Object.values(content)
  const named = schema.$ref ? components.schemas[nameOf(schema.$ref)] : undefined
  return { schema, example: example ?? named?.examples?.[0] ?? schema.examples?.[0] }
}

export const nameOf = (ref: string) => ref.split('/').at(-1) ?? ''
