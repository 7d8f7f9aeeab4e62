import type { VNode } from 'preact'
import { visitorHashOf } from '#community/drafts/adoption.ts'
import type { Exchange } from '#community/exchange.ts'
import type { OpenedSession } from '#platform/auth/sessions.ts'
import { type CookieUse, cookieFor } from '#platform/http/cookies.ts'
import { page, type Reply, seeOther } from '#platform/http/reply.ts'
import type { Asking } from './asking.ts'
import { signOut } from './entering.ts'

export function askingOf(x: Exchange): Asking {
  const draftCookie = cookieOf(x, 'draft')
  return {
    site: x.site,
    brand: x.brand,
    language: x.language,
    now: x.now,
    address: x.request.ip,
    userAgent: x.request.headers['user-agent'] ?? '',
    visitorHash: draftCookie ? visitorHashOf(draftCookie) : null,
  }
}

/** The session goes into the cookie; the one this browser had before is over, and so is the visitor's drafts cookie. */
export async function letIn(x: Exchange, session: OpenedSession, to: string): Promise<Reply> {
  const before = cookieOf(x, 'session')
  if (before) await signOut(x, before)
  if (cookieOf(x, 'draft')) dropCookie(x, 'draft')
  keepSession(x, session)
  return seeOther(to)
}

export function keepSession(x: Exchange, session: OpenedSession): void {
  const { name, options } = cookieFor('session', x.site.config.publicUrl)
  x.reply.setCookie(name, session.token, options)
}

export function cookieOf(x: Exchange, use: CookieUse): string | undefined {
  return x.request.cookies[cookieFor(use, x.site.config.publicUrl).name]
}

export function setCookie(x: Exchange, use: CookieUse, value: string): void {
  const { name, options } = cookieFor(use, x.site.config.publicUrl)
  x.reply.setCookie(name, value, options)
}

export function dropCookie(x: Exchange, use: CookieUse): void {
  const { name, options } = cookieFor(use, x.site.config.publicUrl)
  x.reply.clearCookie(name, options)
}

/** Slowed down: the page again, with when to come back for people and for programs. */
export function slowed(x: Exchange, seconds: number, vnode: VNode): Reply {
  x.reply.header('retry-after', String(seconds))
  return page(vnode, 429)
}
