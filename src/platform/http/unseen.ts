import type { IncomingHttpHeaders } from 'node:http'

/** Marks a request with which an open page brings itself up to date. */
export const LIVE_HEADER = 'x-live'

/** Fetched ahead, or to refresh what is on the screen: nobody asked to look, so nothing is counted or marked as read. */
export function isUnseen(headers: IncomingHttpHeaders): boolean {
  if (headers[LIVE_HEADER] !== undefined) return true
  return ['sec-purpose', 'x-sec-purpose', 'purpose', 'x-moz'].some((name) =>
    String(headers[name] ?? '').includes('prefetch'),
  )
}
