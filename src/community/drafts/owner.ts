import type { Exchange } from '#community/exchange.ts'
import { newToken } from '#platform/auth/secrets-at-rest.ts'
import { cookieFor } from '#platform/http/cookies.ts'
import { visitorHashOf } from './adoption.ts'

/** Whose draft it is: a member's, or that of a visitor with this cookie. Nobody else reads it. */
export type DraftOwner = { readonly memberId: string } | { readonly visitorHash: string }

/** Null for a visitor who never started a draft in this browser. */
export function draftOwnerOf(x: Exchange): DraftOwner | null {
  if (x.viewer) return { memberId: x.viewer.id }
  const cookie = x.request.cookies[cookieFor('draft', x.site.config.publicUrl).name]
  return cookie && COOKIE.test(cookie) ? { visitorHash: visitorHashOf(cookie) } : null
}

/** A visitor's first draft is what sets the cookie. Only its hash is kept on this side. */
export function newVisitorOwner(x: Exchange): DraftOwner {
  const { name, options } = cookieFor('draft', x.site.config.publicUrl)
  const token = newToken()
  x.reply.setCookie(name, token, options)
  return { visitorHash: visitorHashOf(token) }
}

const COOKIE = /^[\w-]{20,100}$/
