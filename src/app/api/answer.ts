import { deed } from '#community/activity/deed.ts'
import type { ApiExchange, ApiRoute } from '#community/api.ts'
import type { Exchange } from '#community/exchange.ts'
import { doOnce, hashOfRequest } from '#platform/db/deed-keys.ts'
import { readForm } from '#platform/http/forms.ts'
import type { Reply } from '#platform/http/reply.ts'
import type { Asker } from './asker.ts'
import { misfit, notFound, said } from './problems.ts'

type Read = ApiExchange<never, never>

type JsonReply = Extract<Reply, { kind: 'json' }>

/** Reads the request by the schemas of its line, and answers it. */
export async function answerApi(route: ApiRoute, x: Exchange, asker: Asker): Promise<JsonReply> {
  const params = route.params?.safeParse(x.params)
  if (params?.success === false) return notFound(x.t)
  const query = route.query ? readForm(route.query, withoutEmpty(x.query)) : NOTHING
  if (!query.ok) return misfit(x.t, 'query', query.problems)
  const body = route.body ? readForm(route.body, x.body ?? {}) : NOTHING
  if (!body.ok) return misfit(x.t, 'body', body.problems)
  const read = { ...x, input: { query: query.value, body: body.value } } as unknown as Read
  return route.method === 'POST' ? answerDeed(route, read, asker) : asJson(x, await route.handle(read))
}

const NOTHING = { ok: true, value: {} } as const

/** `?board=` asks for no board in particular. */
function withoutEmpty(query: unknown): unknown {
  return Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== ''))
}

/** The deed and the key that makes it repeatable are one transaction. */
async function answerDeed(route: ApiRoute, x: Read, { key }: Asker): Promise<JsonReply> {
  const given = x.request.headers['idempotency-key']
  if (given !== undefined && !isKey(given)) return said(x.t, 400, 'idempotency-key')
  return deed(x.site, async (db) => {
    const work = async () => asJson(x, await route.handle({ ...x, db }))
    if (given === undefined || key === null) return work()
    const requestHash = hashOfRequest([route.path, x.params, x.input])
    const outcome = await doOnce(db, { holder: `api-key:${key.id}`, key: given as string, requestHash }, async () => {
      const { status, json, headers } = await work()
      return { status, answer: { json, headers } }
    })
    if (outcome === 'key-reused') return said(x.t, 422, 'key-reused')
    const { status, answer, repeated } = outcome
    const headers = { ...answer.headers, ...(repeated ? { 'idempotency-replayed': 'true' } : {}) }
    return { kind: 'json', status, json: answer.json, headers }
  })
}

const isKey = (given: unknown) => typeof given === 'string' && given.length >= 1 && given.length <= 255

function asJson(x: Exchange, answered: Reply): JsonReply {
  if (answered.kind === 'json') return answered
  if (answered.kind === 'missing' || answered.kind === 'gone') return notFound(x.t)
  if (answered.kind === 'redirect') {
    return { kind: 'json', status: answered.status, json: {}, headers: { location: answered.to } }
  }
  throw new Error(`${x.request.url} answered a ${answered.kind}, which the API does not speak`)
}
