import type { FastifyError, FastifyReply } from 'fastify'
import { type ApiProblem, type ProblemStatus, problem } from '#community/api.ts'
import { DeedUnderway } from '#platform/db/deed-keys.ts'
import type { Problem } from '#platform/http/forms.ts'
import type { Reply } from '#platform/http/reply.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** Unknown, or not yours to see: the same answer, byte for byte. */
export const notFound = (t: Translate) => said(t, 404, 'not-found')

/** A problem whose words stand in the texts under its code. */
export function said(t: Translate, status: ProblemStatus, code: Words, values: Record<string, string | number> = {}) {
  return problem(t, { status, code, detail: t(`api.${code}`, values) })
}

type Words = MessageKey extends infer Key ? (Key extends `api.${infer Code}` ? Code : never) : never

/** What does not fit, a sentence per field. */
export function misfit(t: Translate, part: 'query' | 'body', problems: Readonly<Record<string, Problem>>) {
  const errors = Object.entries(problems).map(([field, { code, params }]) => ({
    field: field === 'form' ? '' : field,
    code: code.replace(/^[^.]+\./, ''),
    detail: t(code as MessageKey, params),
  }))
  const code = part === 'query' ? 'invalid-query' : 'invalid-body'
  return problem(t, { status: part === 'query' ? 400 : 422, code, detail: t(`api.${code}`), errors })
}

export function tooMany(t: Translate, seconds: number) {
  const words: ApiProblem = {
    status: 429,
    code: 'too-many-requests',
    detail: t('api.too-many-requests', { seconds }),
    retryAfter: seconds,
  }
  return problem(t, words)
}

/** Whatever was thrown, as a problem that tells nothing of the inside. */
export function problemOf(t: Translate, error: FastifyError, requestId: string) {
  if (error instanceof DeedUnderway) {
    return problem(t, { status: 409, code: 'deed-underway', detail: t('api.deed-underway'), retryAfter: 1 })
  }
  if (error.statusCode === 413) return said(t, 413, 'too-large')
  if (error.statusCode === 415) return said(t, 415, 'media-type')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return said(t, 400, 'unreadable')
  // A text that the database cannot hold: its last word on what the schemas let through.
  if (/^(22|23514)/.test(error.code ?? '')) return misfit(t, 'body', { form: { code: 'form.unreadable', params: {} } })
  if (LOST_DATABASE.has(error.code)) {
    return problem(t, { status: 503, code: 'unavailable', detail: t('api.unavailable'), retryAfter: 5 })
  }
  return problem(t, { status: 500, code: 'broken', detail: t('api.broken', { requestId }) })
}

const LOST_DATABASE = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P01', '57P03', '08006', '53300', '55P03'])

type JsonReply = Extract<Reply, { kind: 'json' }>

/** Puts an answer on the wire. None is kept by anyone: what a key sees is its own. */
export function sendJson(reply: FastifyReply, { status, json, headers = {} }: JsonReply): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store', ...headers })
    .send(status === 204 ? undefined : JSON.stringify(json))
}
