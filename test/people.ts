import type { Asking, Entered } from '#capabilities/membership/asking.ts'
import { enterWithCode, mailEntryCode } from '#capabilities/membership/entering.ts'
import { join } from '#capabilities/membership/joining.ts'
import { unnamedBrand } from '#community/brand/brand.ts'
import { findActor } from '#community/members/sessions.ts'
import type { Site } from '#community/site.ts'
import { noLimits, type RateLimits } from '#platform/http/rate-limits.ts'
import { createLog } from '#platform/log/log.ts'
import { Mailer } from '#platform/mail/mailer.ts'
import { keptReadings } from '#platform/realtime/kept.ts'
import type { TestDatabase } from './database.ts'

/** What tests about members share: a site on a real database, and people who join as people do. */
export function testSite({ db, pool }: TestDatabase, limits: RateLimits = noLimits): Site {
  const config = {
    demo: true,
    trustProxy: [],
    publicUrl: 'http://localhost:3000',
    smtpUrl: undefined,
    mailFrom: 'z@zonnewinde.example',
  }
  const log = createLog({ level: 'silent' })
  const signals = { send: () => {}, subscribe: () => () => {} }
  const parts = {
    config,
    db,
    pool,
    log,
    limits,
    mailer: new Mailer({ db, log, config }),
    signals,
    kept: keptReadings(signals),
    secret: (name: string) => `secret for ${name}`,
    now: () => new Date(),
  }
  return parts as unknown as Site
}

export const askingOn = (site: Site, more: Partial<Asking> = {}): Asking => ({
  site,
  brand: { ...unnamedBrand, name: 'Zonnewinde' },
  language: 'nl',
  now: new Date(),
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  visitorHash: null,
  ...more,
})

export interface Read {
  readonly kind: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Newest first. */
export async function mailTo(site: Site, address: string): Promise<Read[]> {
  return site.db
    .selectFrom('outgoing_mails')
    .select(['kind', 'subject', 'text_body as text', 'html_body as html'])
    .where('to_address', '=', address)
    .orderBy('id', 'desc')
    .execute()
}

export async function codeFor(asking: Asking, email: string): Promise<{ ticket: string; code: string }> {
  const mailed = await mailEntryCode(asking, email)
  if (mailed.outcome !== 'done') throw new Error(`No code was mailed: ${mailed.outcome}`)
  const [mail] = await mailTo(asking.site, email)
  return { ticket: mailed.value.ticket, code: /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '' }
}

export async function tokenFor(asking: Asking, email: string): Promise<string> {
  const result = await enterWithCode(asking, await codeFor(asking, email))
  if (result.outcome !== 'done' || result.value.kind !== 'join') throw new Error('This address has a member already')
  return result.value.token
}

export async function joined(asking: Asking, handle: string, password = 'onderling-demo'): Promise<Entered> {
  const token = await tokenFor(asking, `${handle}@zonnewinde.example`)
  const result = await join(asking, { token, name: handle, handle, password })
  if (result.outcome !== 'done') throw new Error(`${handle} could not join: ${JSON.stringify(result)}`)
  return result.value
}

export async function actorOf(asking: Asking, entered: Entered) {
  const actor = await findActor(asking.site.db, entered.session.token, asking.now)
  if (!actor) throw new Error('The session is not there')
  return actor
}
