import type { ZodType } from 'zod'
import type { Exchange } from '#community/exchange.ts'
import type { Reply } from '#platform/http/reply.ts'
import type { Method } from '#community/routes.ts'

/** One line of the API: the same schemas check the request and describe it in OpenAPI. */
export interface ApiRoute {
  readonly method: Method
  /** Below /api/v1. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** Scope that a key needs; reading what is public needs no key. */
  readonly scope: `${string}:${'read' | 'write'}`
  readonly needsKey: boolean
  readonly query?: ZodType
  readonly body?: ZodType
  readonly answers: Readonly<Record<number, ZodType | null>>
  readonly handle: (x: ApiExchange) => Promise<Reply>
}

/** An exchange whose query and body were checked; the viewer is the member of the key, or nobody. */
export interface ApiExchange extends Exchange {
  readonly input: { readonly query: never; readonly body: never }
}
