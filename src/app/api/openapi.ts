import { z } from 'zod'
import type { ApiRoute } from '#community/api.ts'
import { commonResponses, limitHeaders, problemSchema } from './openapi-parts.ts'

type Json = Record<string, unknown>

/** The API described by the very schemas that check it (OpenAPI 3.1). */
export function openApiDocument(routes: readonly ApiRoute[], publicUrl: string): Json {
  const schemas: Record<string, Json> = { Problem: problemSchema }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onderling API',
      version: '1.0.0',
      description:
        'Reading what is public needs no key. Lists are `{ items, nextCursor }`. Every POST takes an `Idempotency-Key`. ' +
        'What goes wrong is a problem document (RFC 9457) with a stable `code`. Fields may be added; names stay.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      headers: limitHeaders,
      responses: commonResponses,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'A key with scopes, kept by a member.' },
      },
    },
  }
}

function operation(route: ApiRoute, schemas: Record<string, Json>): Json {
  const { method, summary, tag, body } = route
  return {
    operationId: operationId(route),
    summary,
    tags: [tag],
    security: route.needsKey ? [{ apiKey: [route.scope] }] : [{}, { apiKey: [route.scope] }],
    parameters: [
      ...parameters(route, 'path'),
      ...parameters(route, 'query'),
      ...(method === 'POST' ? [onceHeader] : []),
    ],
    ...(body ? { requestBody: { required: method !== 'DELETE', content: content(body, 'input', schemas) } } : {}),
    responses: { ...answersOf(route, schemas), ...problemsOf(route) },
  }
}

/** `GET /questions/:id/answers` becomes `getQuestionsIdAnswers`. */
const operationId = ({ method, path }: ApiRoute) =>
  method.toLowerCase() + path.replace(/[^a-z]+([a-z])/gi, (_, letter: string) => letter.toUpperCase())

const onceHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again with the same content it gives the first answer; with other content 422. Kept for 48 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  example: '7f1c6f0e-0d0c-4a51-9d1c-2a4c1be1a6a0',
}

function parameters({ path, params, query }: ApiRoute, place: 'path' | 'query'): Json[] {
  if (place === 'query') return query ? fieldsOf(query).map((field) => ({ ...field, in: 'query' })) : []
  const described = new Map((params ? fieldsOf(params) : []).map((field) => [field.name, field]))
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  return names.map((name) => ({ name, schema: { type: 'string' }, ...described.get(name), in: 'path', required: true }))
}

function fieldsOf(schema: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input', {}) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    name,
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema: field,
  }))
}

function answersOf(route: ApiRoute, schemas: Record<string, Json>): Json {
  const entries = Object.entries(route.answers).map(([status, schema]) => {
    const headers = { ...limitRefs, ...(status === '201' ? { Location: locationHeader } : {}) }
    const description = described[status] ?? 'Done.'
    return [status, { description, headers, ...(schema ? { content: content(schema, 'output', schemas) } : {}) }]
  })
  return Object.fromEntries(entries)
}

const described: Record<string, string> = { 200: 'What was asked for.', 201: 'What was made.', 204: 'Done.' }
const locationHeader = { description: 'Address of what was made.', schema: { type: 'string' } }
const limitRefs = Object.fromEntries(
  Object.keys(limitHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

function problemsOf(route: ApiRoute): Json {
  const { method, path, query, body, needsKey } = route
  const statuses = [
    ...(query || method !== 'GET' ? [400] : []),
    401,
    ...(needsKey ? [403] : []),
    ...(path.includes(':') ? [404] : []),
    ...(method === 'GET' ? [] : [409]),
    ...(body ? [413, 415, 422] : []),
    ...[429, 500, 503],
  ]
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]))
}

function content(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const [example] = (z.globalRegistry.get(schema)?.examples as unknown[] | undefined) ?? []
  const media = { schema: jsonSchema(schema, io, schemas), ...(example === undefined ? {} : { example }) }
  return { 'application/json': media }
}

/** A schema with its named parts moved to the components of the document. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const written = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: part }) => {
      // Fields may be added one day: who reads must not refuse them.
      if (part.additionalProperties === false) delete part.additionalProperties
    },
  }) as Json
  const { $schema: _, $defs = {}, ...rest } = written
  for (const [name, part] of Object.entries($defs as Record<string, Json>)) schemas[name] = pointed(part) as Json
  return pointed(rest) as Json
}

function pointed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(pointed)
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part)
    .filter(([name, value]) => !(name === 'id' && typeof value === 'string' && 'type' in part))
    .map(([name, value]) => [
      name,
      name === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : pointed(value),
    ])
  return Object.fromEntries(entries)
}
