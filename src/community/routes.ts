import type { FastifyRequest } from 'fastify'
import type { RawBuilder } from 'kysely'
import type { Exchange } from '#community/exchange.ts'
import type { Door } from '#community/permissions/doors.ts'
import type { Site } from '#community/site.ts'
import type { LimitName } from '#platform/http/rate-limits.ts'
import type { Reply } from '#platform/http/reply.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Route {
  readonly method: Method
  readonly path: string
  readonly door: Door
  readonly handle: (x: Exchange) => Promise<Reply> | Reply
  readonly options: RouteOptions
}

export interface RouteOptions {
  /** Visitors all get the same page, kept for at most a minute; the query names that make a different page. */
  readonly keptFor?: {
    readonly query: readonly string[]
    /** With one of these query names the page is made for whoever asks: their values are endless. */
    readonly unless?: readonly string[]
    /** Somebody was given the kept page: no handler ran, so what counts readers must hear of it here. */
    readonly onSeen?: (site: Site, request: FastifyRequest) => void
  }
  /** What else is asked of the database together with who is signed in, `m` in it; told as `x.besides`. */
  readonly besides?: (site: Site, request: FastifyRequest) => RawBuilder<unknown> | null
  /** Name of a stricter limit than the general one (see platform/http/rate-limits.ts). */
  readonly limit?: LimitName
  /** Name of a limit that holds for everybody but staff, who keep no pace in posting either. */
  readonly pace?: LimitName
  /** A form with files. */
  readonly multipart?: boolean
  /** Mail clients post here without cookie, Origin or token. */
  readonly withoutOriginCheck?: boolean
}

type Handler<X> = (x: X) => Promise<Reply> | Reply

/** A line of a slice's table of URLs: path, door, handler. */
export const get = <X extends Exchange>(path: string, door: Door<X>, handle: Handler<X>, options: RouteOptions = {}) =>
  line('GET', path, door, handle, options)

export const post = <X extends Exchange>(path: string, door: Door<X>, handle: Handler<X>, options: RouteOptions = {}) =>
  line('POST', path, door, handle, options)

function line<X extends Exchange>(
  method: Method,
  path: string,
  door: Door<X>,
  handle: Handler<X>,
  options: RouteOptions,
): Route {
  // The door has admitted the viewer before the handler runs, so the exchange is of the handler's kind.
  return { method, path, door: door as Door, handle: handle as Handler<Exchange>, options }
}
