export type CookieUse = 'session' | 'language' | 'draft'

export interface Cookie {
  readonly name: string
  readonly options: {
    readonly path: '/'
    readonly httpOnly: true
    readonly sameSite: 'lax'
    readonly secure: boolean
    readonly maxAge: number
  }
}

const DAY = 24 * 60 * 60
const lifetimes: Record<CookieUse, number> = { session: 30 * DAY, language: 365 * DAY, draft: 30 * DAY }

/** Every cookie there is; the privacy page names the same three. Visitors get none before they choose or write something. */
export function cookieFor(use: CookieUse, publicUrl: string): Cookie {
  const secure = publicUrl.startsWith('https:')
  return {
    // The prefix makes browsers refuse a cookie that a neighbouring subdomain or plain http tries to plant.
    name: `${secure ? '__Host-' : ''}onderling-${use}`,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: lifetimes[use] },
  }
}
