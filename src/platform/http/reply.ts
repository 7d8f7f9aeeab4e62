import type { ServerResponse } from 'node:http'
import type { VNode } from 'preact'

/** What a handler answers. Handlers return values; only the edge of the house writes to the wire. */
export type Reply =
  | { kind: 'page'; status: number; page: VNode }
  | { kind: 'fragment'; status: number; fragment: VNode }
  | { kind: 'redirect'; status: 301 | 302 | 303; to: string }
  | { kind: 'text'; status: number; type: string; text: string | Buffer; headers?: Record<string, string> }
  | { kind: 'json'; status: number; json: unknown; headers?: Record<string, string> }
  | { kind: 'stream'; open: (response: ServerResponse) => void }
  | { kind: 'missing' }
  | { kind: 'gone' }

export const page = (vnode: VNode, status = 200): Reply => ({ kind: 'page', status, page: vnode })

/** A page again with the person's words kept and the problems beside the fields. */
export const pageWithProblems = (vnode: VNode): Reply => page(vnode, 422)

export const fragment = (vnode: VNode, status = 200): Reply => ({ kind: 'fragment', status, fragment: vnode })

/** After a deed: look at the result with a fresh GET. */
export const seeOther = (to: string): Reply => ({ kind: 'redirect', status: 303, to })

export const movedPermanently = (to: string): Reply => ({ kind: 'redirect', status: 301, to })

export const text = (body: string | Buffer, type: string, headers?: Record<string, string>): Reply => ({
  kind: 'text',
  status: 200,
  type,
  text: body,
  headers,
})

export const json = (value: unknown, status = 200, headers?: Record<string, string>): Reply => ({
  kind: 'json',
  status,
  json: value,
  headers,
})

/** An answer that stays open: whoever opens it writes to it from then on. */
export const stream = (open: (response: ServerResponse) => void): Reply => ({ kind: 'stream', open })

/** Unknown, or not yours to see: the same answer for both. */
export const missing: Reply = { kind: 'missing' }

/** Was public once and is no more. */
export const gone: Reply = { kind: 'gone' }
