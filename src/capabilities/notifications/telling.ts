import type { Activity } from '#community/activity/activity.ts'
import { touch } from '#community/activity/deed.ts'
import type { Listener } from '#community/capability.ts'
import type { NoticeKind } from '#community/notices/notice-kind.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import { addJobs } from '#platform/jobs/jobs.ts'
import {
  insertNotices,
  type KindTelling,
  listLastMailed,
  listPreferences,
  listVisible,
  orderKey,
  updateUnread,
} from './queries.ts'
import { isNews, mailTimeFor, wantsMail } from './rules.ts'

export const MAIL_JOB = 'notifications.mail'

export interface MailOrder {
  readonly memberId: string
  readonly questionId: string
  readonly kind: string
}

/**
 * Hears what happened and asks every kind of notice whom to tell. The order of the kinds decides when one happening is
 * several things to one member: whoever is mentioned in an answer is told of the mention.
 */
export function noticesListener(kinds: readonly NoticeKind[]): Listener {
  return {
    name: 'notifications.tell',
    hears: [...new Set(kinds.flatMap(({ hears }) => hears))],
    hear: async (db, activity, site) => {
      const now = site.now()
      const news = activity.filter(({ origin, occurredAt }) => origin === 'lived' && isNews(occurredAt, now))
      const told = await insertNotices(db, await listVisible(db, await listWished(db, site, kinds, news)))
      if (told.length === 0) return
      await orderMails(db, site, kinds, told)
      const members = [...new Set(told.map(({ memberId }) => memberId))]
      touch(db, ...members.map((memberId) => `member:${memberId}`))
      // Last: a member who posts just now waits for their row until this is committed.
      await updateUnread(db, members)
    },
  }
}

/** Whom the kinds want to tell: in the order in which it happened, and there in the order of the kinds. */
async function listWished(
  db: Db,
  site: Site,
  kinds: readonly NoticeKind[],
  news: readonly Activity[],
): Promise<KindTelling[]> {
  const wished = new Map<Activity, KindTelling[]>(news.map((happened) => [happened, []]))
  for (const { kind, hears, tellings } of kinds) {
    const heard = news.filter((happened) => hears.includes(happened.kind))
    if (heard.length === 0) continue
    const lists = await tellings(db, heard, site)
    for (const [at, happened] of heard.entries()) {
      const others = (lists[at] ?? []).filter(
        ({ memberId, actorId }) => ![actorId, happened.actorId].includes(memberId),
      )
      wished.get(happened)?.push(...others.map((telling) => ({ ...telling, kind })))
    }
  }
  return [...wished.values()].flat()
}

async function orderMails(db: Db, site: Site, kinds: readonly NoticeKind[], told: readonly KindTelling[]) {
  const kindOf = new Map(kinds.map((kind) => [kind.kind, kind]))
  const chosen = await listPreferences(db, [...new Set(told.map(({ memberId }) => memberId))])
  const wanted = told.filter(({ memberId, kind }) =>
    wantsMail(chosen.get(`${memberId} ${kind}`), kindOf.get(kind)?.mailByDefault ?? false),
  )
  const orders = [...new Map(wanted.map((telling) => [orderKey(telling), telling])).values()]
  if (orders.length === 0) return
  const bundled = orders.filter(({ kind }) => kindOf.get(kind)?.bundled)
  const lately = await listLastMailed(db, bundled)
  await addJobs(
    db,
    MAIL_JOB,
    orders.map((order) => ({
      payload: { memberId: order.memberId, questionId: order.questionId, kind: order.kind } satisfies MailOrder,
      key: `notice-mail:${orderKey(order)}`,
      runAt: mailTimeFor(lately.get(orderKey(order)) ?? null, site.now()),
    })),
  )
}
