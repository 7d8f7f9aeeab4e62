import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { insertRows } from '#platform/db/rows.ts'
import { chance } from './chance.ts'
import type { Thread } from './threads.ts'

const DAY = 86_400_000

/** How often each question was read, per day: most in the first weeks, solved ones found again and again. */
export async function insertReads(db: Db, threads: readonly Thread[], zone: string, now: Date): Promise<void> {
  const dayOf = dayIn(zone)
  const perQuestion = threads.flatMap((thread) =>
    readsOf(thread, now).map(({ at, views }) => ({ id: thread.question.id, day: dayOf(at), views })),
  )
  const kept = [...summed(perQuestion, (one) => `${one.id} ${one.day}`)].map(([key, views]) => {
    const [question_id = '', day = ''] = key.split(' ')
    return { question_id, day, views }
  })
  await insertRows(db, 'question_reads', kept)
  await sql`update questions q set view_count = n.views
    from (select question_id, sum(views)::int as views from question_reads group by question_id) n
    where q.id = n.question_id`.execute(db)
  const perDay = [...summed(perQuestion, (one) => one.day)].sort()
  await insertRows(
    db,
    'daily_reads',
    perDay.map(([day, views]) => dayOfReads(day, views)),
  )
}

function readsOf({ source, question, answers }: Thread, now: Date): { at: Date; views: number }[] {
  const age = Math.max(0, (+now - +question.createdAt) / DAY)
  const interest = 2 + (source.same?.length ?? 0) * 1.5 + answers.length + chance(source.key, 'interest') * 4
  return Array.from({ length: Math.floor(age) + 1 }, (_, day) => {
    const at = new Date(Math.min(+now, +question.createdAt + day * DAY))
    const wholeDay = day < Math.floor(age) ? 1 : age - Math.floor(age)
    const fading = 2.5 / (1 + day / 3) + (answers.length > 0 ? 0.12 : 0.04)
    const views = interest * fading * wholeDay * (0.5 + chance(source.key, 'day', day))
    return { at, views: Math.floor(views + chance(source.key, 'rounding', day)) }
  }).filter((one) => one.views > 0)
}

/** Visits, and what came of the box on that day, in the proportions of a community that works. */
function dayOfReads(day: string, views: number) {
  const part = (name: string, share: number) => Math.round(views * share * (0.8 + 0.4 * chance(day, name)))
  const helped = part('helped', 0.16)
  return {
    ...{ day, views, sessions: Math.max(1, part('sessions', 0.55)) },
    ...{ shown: part('shown', 1.4), opened: part('opened', 0.45), helped, not_helped: part('not-helped', 0.05) },
  }
}

function summed<T extends { views: number }>(rows: readonly T[], keyOf: (row: T) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.views)
  return sums
}

function dayIn(zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at) => format.format(at)
}
