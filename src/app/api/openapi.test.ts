import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { capabilities } from '../capabilities.ts'
import { openApiDocument } from './openapi.ts'

interface Body {
  readonly content?: Record<string, { readonly schema: unknown; readonly example?: unknown }>
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly security?: unknown
  readonly parameters: {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: unknown
  }[]
  readonly requestBody?: Body
  readonly responses: Record<string, Body>
}

interface Document {
  readonly openapi: string
  readonly info: unknown
  readonly servers: unknown
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, unknown> }
}

const document = JSON.parse(
  JSON.stringify(
    openApiDocument(
      capabilities.flatMap(({ api = [] }) => api),
      'https://community.example',
    ),
  ),
) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

function everyRef(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => (name === '$ref' ? [value as string] : everyRef(value)))
}

const resolve = (ref: string) =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document)

describe('the description of the API', () => {
  it('is OpenAPI 3.1, with the parts that must be there', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    expect(document.servers).toEqual([{ url: 'https://community.example/api/v1' }])
    const fields = [
      'openapi',
      'info',
      'jsonSchemaDialect',
      'servers',
      'paths',
      'webhooks',
      'components',
      'security',
      'tags',
      'externalDocs',
    ]
    expect(Object.keys(document).filter((name) => !fields.includes(name))).toEqual([])
  })

  it('has every line of the contract', () => {
    expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual([
      'DELETE /questions/{id}/acceptance',
      'GET /boards',
      'GET /members/{handle}',
      'GET /questions',
      'GET /questions/{id}',
      'GET /questions/{id}/answers',
      'GET /search',
      'POST /questions',
      'POST /questions/{id}/answers',
      'PUT /questions/{id}/acceptance',
    ])
  })

  it('says of each line what it does, needs and answers, with an example', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations) {
      expect([path, operation.summary.length > 5]).toEqual([path, true])
      expect([path, operation.security]).not.toEqual([path, undefined])
      expect(Object.keys(operation.responses).every((status) => /^[1-5]\d\d$/.test(status))).toBe(true)
      const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
      expect([path, method, success.length]).toEqual([path, method, 1])
      for (const [, answer] of success) expect(answer).toHaveProperty(['content', 'application/json', 'example'])
      if (operation.requestBody)
        expect(operation.requestBody).toHaveProperty(['content', 'application/json', 'example'])
      const given = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)
      expect(given).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    }
  })

  it('points nowhere in vain', () => {
    const refs = everyRef(document)
    expect(refs.length).toBeGreaterThan(20)
    expect(refs.filter((ref) => !ref.startsWith('#/components/') || resolve(ref) === undefined)).toEqual([])
  })

  it('holds schemas that read as JSON Schema 2020-12, and examples that fit them', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const root = 'https://community.example/openapi.json'
    ajv.addSchema({ $id: root, components: document.components } as never)
    const validate = (ref: string) => ajv.compile({ $ref: `${root}${ref}` })
    for (const name of Object.keys(document.components.schemas)) validate(`#/components/schemas/${name}`)
    for (const { path, operation } of operations) {
      const answers = Object.values(operation.responses).filter((answer) => answer.content)
      for (const { content } of [...answers, ...(operation.requestBody ? [operation.requestBody] : [])]) {
        const media = content?.['application/json']
        if (!media) continue
        const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/', `"${root}#/`))
        const check = ajv.compile(schema)
        expect([path, check(media.example), check.errors]).toEqual([path, true, null])
      }
    }
  })

  it('describes limits of a page as the numbers they are', () => {
    const list = operations.find(({ path, method }) => path === '/questions' && method === 'get')
    const limit = (list?.operation.parameters ?? []).find((one) => one.name === 'limit')
    expect(limit).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100 },
    })
  })
})
