import type { Exchange } from '#community/exchange.ts'
import { Notice } from '#ui/elements/notice.tsx'
import { cookieOf } from '../exchange.ts'

/** What signing in or joining leads to: back where one was, and to what one was writing there. */
export function WhatFollows({ x, page, returnTo }: { x: Exchange; page: 'signIn' | 'signUp'; returnTo: string }) {
  if (returnTo === '/') return null
  return <Notice plain>{x.t(`membership.${page}.${cookieOf(x, 'draft') ? 'kept' : 'back'}`)}</Notice>
}
