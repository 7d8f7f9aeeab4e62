import type { Db } from '#platform/db/database.ts'
import type { Asked } from './deed-result.ts'
import { mayAskNow, mayPostNow } from './pace.ts'
import { paceOf } from './pace-queries.ts'
import type { Verdict } from './rules.ts'

/** Whether somebody asks faster than the limits allow, where they are on. */
export const askingTooFast = (db: Db, asked: Asked, body: string): Promise<Verdict> =>
  paceRefusal(db, asked, body, mayAskNow)

/** The same for an answer or a comment. */
export const postingTooFast = (db: Db, asked: Asked, body: string): Promise<Verdict> =>
  paceRefusal(db, asked, body, mayPostNow)

async function paceRefusal(db: Db, { site, actor }: Asked, body: string, rule: typeof mayAskNow): Promise<Verdict> {
  return site.config.rateLimits ? rule(actor, await paceOf(db, actor.id, body), site.now()) : null
}
