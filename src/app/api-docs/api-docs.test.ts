import { describe, expect, it } from 'vitest'
import { translator } from '#platform/i18n/translate.ts'
import { testDatabase } from '#test/database.ts'
import { wholeHouse } from '#test/whole-house.ts'
import { openApiDocument } from '../api/openapi.ts'
import { capabilities } from '../capabilities.ts'
import { curlFor } from './curl.ts'
import { type Document, operationsOf, type Schema } from './reference.ts'
import { worded } from './words.ts'

const house = await wholeHouse(await testDatabase())
const routes = capabilities.flatMap(({ api = [] }) => api)
const document = openApiDocument(routes, 'https://community.example') as unknown as Document
const operations = operationsOf(document)
const curlOf = (id: string) => curlFor(operations.find((one) => one.id === id) as never, 'https://c.example/api/v1')

describe('who reads about the API', () => {
  it('finds every line of it, with its scope, an example and what it answers', async () => {
    const { status, text } = await house.visitor().get('/api/docs')
    expect(status).toBe(200)
    expect(operations).toHaveLength(routes.length)
    for (const { id, path, scope, answer } of operations) {
      expect(text).toContain(`id="${id}"`)
      expect(text).toContain(`/api/v1${path}`)
      expect(text).toContain(scope)
      expect(answer.example, id).toBeDefined()
    }
  })

  it('reads it in their own language', async () => {
    const dutch = await house.visitor().get('/api/docs')
    const english = await house.visitor().get('/api/docs', { 'accept-language': 'en' })
    expect(dutch.text).toContain('Een vraag stellen')
    expect(english.text).toContain('Ask a question')
  })

  it('comes where each link on the page leads', async () => {
    const { text } = await house.visitor().get('/api/docs')
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('gets there from the foot of every page', async () => {
    expect((await house.visitor().get('/questions')).text).toContain('href="/api/docs"')
  })
})

describe('a request to copy', () => {
  it('is one that the shell takes as it stands', () => {
    expect(curlOf('getQuestionsId')).toBe("curl 'https://c.example/api/v1/questions/12'")
    expect(curlOf('getSearch')).toBe("curl 'https://c.example/api/v1/search?q=warmtepomp+slaat+af'")
    expect(curlOf('postQuestionsIdAnswers').split(' \\\n  ')).toEqual([
      "curl -X POST 'https://c.example/api/v1/questions/12/answers'",
      '-H "Authorization: Bearer $ONDERLING_KEY"',
      "-H 'Idempotency-Key: 7f1c6f0e-0d0c-4a51-9d1c-2a4c1be1a6a0'",
      "-H 'Content-Type: application/json'",
      `-d '{"body":"Reset hem met de knop **achter** het paneel."}'`,
    ])
  })

  it('keeps an apostrophe inside its quotes', () => {
    const operation = { ...operations[0], body: { schema: {}, example: "'s nachts" } } as never
    expect(curlFor(operation, 'https://c.example')).toContain(`-d '"'\\''s nachts"'`)
  })
})

it('whoever adds a sentence to the description of the API gives it a text in both languages', () => {
  const english = translator('en', 'je')
  for (const sentence of sentences()) expect(worded(english, sentence)).toBe(sentence)
})

function sentences(): string[] {
  const { schemas, headers, responses } = document.components
  const told = [...Object.values(headers), ...Object.values(responses), ...operations.map(({ answer }) => answer)]
  return [
    ...operations.map(({ summary }) => summary),
    ...told.map(({ description }) => description),
    ...operations.flatMap(({ parameters }) => parameters.map(({ description = '' }) => description)),
    ...[...Object.values(schemas), ...operations.map(({ body }) => body?.schema ?? {})].flatMap(described),
  ].filter((sentence) => sentence !== '')
}

function described({ description = '', properties = {}, items }: Schema): string[] {
  return [description, ...[...Object.values(properties), ...(items ? [items] : [])].flatMap(described)]
}
