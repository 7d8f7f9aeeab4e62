import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Site } from '#community/site.ts'

/** What the link of a mail may do: switch mail of one kind off for one member, and nothing else. */
export interface Unsubscribing {
  readonly memberId: string
  readonly kind: string
}

/** Never expires: an old mail must still let itself be stopped. */
export function unsubscribeToken({ memberId, kind }: Unsubscribing, secret: string): string {
  const said = Buffer.from(`${memberId}:${kind}`).toString('base64url')
  return `${said}.${sign(said, secret)}`
}

export function readUnsubscribeToken(token: string, secret: string): Unsubscribing | null {
  const [said = '', mark = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isSame(mark, sign(said, secret))) return null
  const words = Buffer.from(said, 'base64url').toString()
  const colon = words.indexOf(':')
  return { memberId: words.slice(0, colon), kind: words.slice(colon + 1) }
}

const sign = (said: string, secret: string) =>
  createHmac('sha256', secret).update(`mail-off:${said}`).digest('base64url')

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The address in every mail that stops mail of this kind. */
export const unsubscribeUrl = (site: Site, memberId: string, kind: string): string =>
  `${site.config.publicUrl}/unsubscribe/${unsubscribeToken({ memberId, kind }, unsubscribeSecret(site))}`

export const unsubscribeSecret = (site: Site): string => site.secret('unsubscribe')

/** RFC 8058. Mail programs act on it only for https; the demo shows it anyway. */
export function oneClickHeaders({ config }: Site, url: string): Record<string, string> {
  if (!config.demo && !config.publicUrl.startsWith('https:')) return {}
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
