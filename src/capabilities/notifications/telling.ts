import type { Activity } from '#community/activity/activity.ts'
import { touch } from '#community/activity/deed.ts'
import type { Listener } from '#community/capability.ts'
import type { NoticeKind, Telling } from '#community/notices/notice-kind.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import { addJobs } from '#platform/jobs/jobs.ts'
import { insertNotices, listLastMailed, listPreferences, listVisible, updateUnread } from './queries.ts'
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
      for (const happened of news) {
        for (const kind of kinds) if (kind.hears.includes(happened.kind)) await tell(db, site, kind, happened)
      }
    },
  }
}

async function tell(db: Db, site: Site, kind: NoticeKind, happened: Activity): Promise<void> {
  const wished = await kind.tellings(db, happened, site)
  const others = wished.filter(({ memberId, actorId }) => memberId !== actorId && memberId !== happened.actorId)
  if (others.length === 0) return
  const told = await insertNotices(db, kind.kind, await listVisible(db, others))
  if (told.length === 0) return
  const members = [...new Set(told.map(({ memberId }) => memberId))]
  await updateUnread(db, members)
  touch(db, ...members.map((memberId) => `member:${memberId}`))
  await orderMails(db, site, kind, told)
}

async function orderMails(db: Db, site: Site, kind: NoticeKind, told: readonly Telling[]): Promise<void> {
  const chosen = await listPreferences(
    db,
    told.map(({ memberId }) => memberId),
  )
  const wanted = told.filter(({ memberId }) => wantsMail(chosen.get(`${memberId} ${kind.kind}`), kind.mailByDefault))
  if (wanted.length === 0) return
  const lately = kind.bundled ? await listLastMailed(db, kind.kind, wanted) : new Map<string, Date>()
  await addJobs(
    db,
    MAIL_JOB,
    wanted.map(({ memberId, questionId }) => ({
      payload: { memberId, questionId, kind: kind.kind } satisfies MailOrder,
      key: `notice-mail:${memberId}:${questionId}:${kind.kind}`,
      runAt: mailTimeFor(lately.get(`${memberId} ${questionId}`) ?? null, site.now()),
      keepTime: true,
    })),
  )
}
