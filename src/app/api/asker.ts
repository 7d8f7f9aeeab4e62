import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiRoute } from '#community/api.ts'
import { problem } from '#community/api.ts'
import { type ApiKey, findApiKey } from '#community/members/api-keys.ts'
import type { Site } from '#community/site.ts'
import type { LimitName, Spent } from '#platform/http/rate-limits.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { said, tooMany } from './problems.ts'

/** Who asks the API: a key with its member, or somebody without one. Cookies say nothing here. */
export type Asker = { readonly key: ApiKey | null }

const BEARER = /^Bearer +([\w-]{1,200}) *$/i

/** The key of the request; 'unknown' for one that is not, or no longer, good for anything. */
export async function askerOf(site: Site, request: FastifyRequest): Promise<Asker | 'unknown'> {
  const { authorization } = request.headers
  if (authorization === undefined) return { key: null }
  const [, given] = BEARER.exec(authorization) ?? []
  const key = given ? await findApiKey(site.db, given) : null
  return key ? { key } : 'unknown'
}

/** Counts the request on its key, or on its address, and tells in headers how it stands. A reply when it is too many. */
export async function count(
  site: Site,
  t: Translate,
  name: LimitName,
  { key }: Asker,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const spent = await site.limits.spend(name, { address: request.ip, keyId: key?.id, memberId: key?.actor.id })
  showLimit(reply, spent)
  return spent.allowed ? null : tooMany(t, spent.resetSeconds)
}

/** Null when this asker may use this line of the API. */
export function refusalFor(t: Translate, route: ApiRoute, { key }: Asker) {
  if (!route.needsKey) return null
  if (key === null) return challenge(t, 'key-missing')
  if (key.scopes.includes(route.scope)) return null
  const { headers, ...rest } = problem(t, {
    status: 403,
    code: 'scope-missing',
    detail: t('api.scope-missing', { scope: route.scope }),
  })
  const wants = `Bearer realm="api", error="insufficient_scope", scope="${route.scope}"`
  return { ...rest, headers: { ...headers, 'www-authenticate': wants } }
}

export function challenge(t: Translate, code: 'key-missing' | 'key-unknown') {
  const { headers, ...rest } = said(t, 401, code)
  const error = code === 'key-unknown' ? ', error="invalid_token"' : ''
  return { ...rest, headers: { ...headers, 'www-authenticate': `Bearer realm="api"${error}` } }
}

/** Without the scope to read, a key sees what everybody sees. */
export const viewerFor = (route: ApiRoute, { key }: Asker) =>
  key !== null && (route.needsKey || key.scopes.includes(route.scope)) ? key.actor : null

function showLimit(reply: FastifyReply, { limit, remaining, resetSeconds }: Spent): void {
  if (limit === Number.MAX_SAFE_INTEGER) return
  reply.headers({ 'ratelimit-limit': limit, 'ratelimit-remaining': remaining, 'ratelimit-reset': resetSeconds })
}
