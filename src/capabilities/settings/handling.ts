import type { MemberExchange } from '#community/exchange.ts'
import { type Said, saying } from '#community/said.ts'
import { missing, type Reply, seeOther } from '#platform/http/reply.ts'
import type { Outcome } from './outcome.ts'
import type { Refusal } from './rules.ts'

/** The id in an address, or null for what cannot be one: the database never sees it. */
export function idIn(x: MemberExchange, name = 'id'): string | null {
  const id = x.params[name] ?? ''
  return /^[1-9]\d{0,17}$/.test(id) ? id : null
}

export function handleIn(x: MemberExchange): string | null {
  const handle = x.params.handle ?? ''
  return /^[a-z0-9][\w-]{1,29}$/i.test(handle) ? handle : null
}

/** The one-time key of a form, whatever it held. */
export const onceOf = (x: MemberExchange): unknown => (x.body as { _once?: unknown } | null)?._once

/** After a deed: look at the result with a fresh GET, or read why not. */
export async function afterDeed<T>(
  result: Outcome<T>,
  to: string | ((value: T) => string),
  refuse: (reason: Refusal, field?: string) => Promise<Reply> | Reply,
  said: Said = 'saved',
): Promise<Reply> {
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return refuse(result.reason, result.field)
  return seeOther(saying(typeof to === 'string' ? to : to(result.value), said))
}

/** A page that came back with problems stands at the address of its form: whoever loads that one gets the page itself. */
export const upBy =
  (levels: number) =>
  (x: MemberExchange): Reply =>
    seeOther((x.request.url.split('?')[0] ?? '').split('/').slice(0, -levels).join('/'))
