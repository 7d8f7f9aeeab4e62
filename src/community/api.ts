import { z } from 'zod'
import type { Exchange } from '#community/exchange.ts'
import type { Actor, Viewer } from '#community/members/actor.ts'
import type { Method } from '#community/routes.ts'
import { id, line } from '#platform/http/forms.ts'
import type { LimitName } from '#platform/http/rate-limits.ts'
import type { Reply } from '#platform/http/reply.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** One line of the API: the same schemas check the request and describe it in OpenAPI. */
export interface ApiRoute {
  readonly method: Method
  /** Below /api/v1, such as `/questions/:id`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** Scope that a key needs. Without it, a key reads what everybody may read. */
  readonly scope: `${string}:${'read' | 'write'}`
  readonly needsKey: boolean
  /** A stricter limit beside the general one of the API. */
  readonly limit?: LimitName
  /** What does not fit is a thing that does not exist: 404. */
  readonly params?: z.ZodObject
  /** What does not fit: 400. Names that are not in it are ignored. */
  readonly query?: z.ZodObject
  /** What does not fit: 422. Names that are not in it are ignored. */
  readonly body?: z.ZodObject
  /** What it answers when all is well; the problems are the same everywhere. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>
  /** A POST runs in one transaction, `x.db`, together with the key that makes it repeatable: touch nothing else. */
  readonly handle: (x: ApiExchange<never, never>) => Promise<Reply>
}

/** An exchange whose query and body were checked; the viewer is the member of the key, or nobody. */
export interface ApiExchange<Query = unknown, Body = unknown, Who extends Viewer = Viewer> extends Exchange {
  readonly viewer: Who
  readonly input: { readonly query: Query; readonly body: Body }
}

type Nothing = z.ZodObject<Record<never, never>>

interface ApiLine<Q extends z.ZodObject, B extends z.ZodObject, Key extends boolean>
  extends Omit<ApiRoute, 'query' | 'body' | 'needsKey' | 'handle'> {
  readonly needsKey: Key
  readonly query?: Q
  readonly body?: B
  readonly handle: (x: ApiExchange<z.output<Q>, z.output<B>, Key extends true ? Actor : Viewer>) => Promise<Reply>
}

/** A line of a slice's API, with what its schemas say about the input. */
export function apiRoute<
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
  Key extends boolean = boolean,
>(route: ApiLine<Q, B, Key>): ApiRoute {
  // The key and the input were checked before the handler runs, so the exchange is of the handler's kind.
  return route as unknown as ApiRoute
}

/** The id in a path. */
export const idParams = z.object({ id: id().meta({ description: 'Id, a number as a string.', examples: ['12'] }) })

/** Turning the pages of a list. */
export const paging = {
  cursor: line(200).optional().meta({ description: 'The `nextCursor` of the page before.' }),
  limit: z
    .preprocess(
      (given) => (typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given),
      z.int().min(1).max(100),
    )
    .default(20)
    .meta({ description: 'How many, 1 to 100; 20 when left out.', type: 'integer', minimum: 1, maximum: 100 }),
}

/** A page of a list, as every list is answered. */
export function listOf<Item extends z.ZodType>(item: Item) {
  const examples = z.globalRegistry.get(item)?.examples as z.output<Item>[] | undefined
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({
    description: '`nextCursor` is null on the last page.',
    examples: [{ items: examples ?? [], nextCursor: null }],
  })
}

/** A moment as the API writes it. */
export const moment = z.string().meta({ format: 'date-time' })

export interface FieldProblem {
  readonly field: string
  readonly code: string
  readonly detail: string
}

export interface ApiProblem {
  readonly status: ProblemStatus
  /** Stable: programs decide by it. */
  readonly code: string
  /** For people, in their language. */
  readonly detail: string
  readonly errors?: readonly FieldProblem[]
  readonly retryAfter?: number
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** "No, because…" as a problem document (RFC 9457). */
export function problem(t: Translate, facts: ApiProblem): Extract<Reply, { kind: 'json' }> {
  const { status, code, detail, errors, retryAfter } = facts
  const body = { type: `urn:problem-type:onderling:${code}`, title: t(`api.title.${status}`), status, code, detail }
  return {
    kind: 'json',
    status,
    json: errors ? { ...body, errors } : body,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
    },
  }
}

/** One field that does not fit, found by a rule rather than by a schema. */
export function fieldProblem(t: Translate, field: string, code: string, words: MessageKey) {
  const detail = t(words)
  return problem(t, {
    status: 422,
    code: 'invalid-body',
    detail: t('api.invalid-body'),
    errors: [{ field, code, detail }],
  })
}

/** A cursor that is not of this list. */
export function badCursor(t: Translate) {
  const detail = t('api.invalid-cursor')
  const errors = [{ field: 'cursor', code: 'invalid-cursor', detail }]
  return problem(t, { status: 400, code: 'invalid-query', detail: t('api.invalid-query'), errors })
}
