import { sql } from 'kysely'
import { readDemoContent } from '#app/demo/content.ts'
import { seedDemo } from '#app/demo/seed.ts'
import {
  addToMemberCounts,
  insertAnswers,
  insertComments,
  insertMarks,
  insertQuestions,
  insertQuestionTags,
} from '#capabilities/questions/bulk/queries.ts'
import { settleQuestions } from '#capabilities/questions/bulk/settle.ts'
import { ensurePartitions } from '#community/activity/partitions.ts'
import { recordMany } from '#community/activity/record-many.ts'
import { reindexEverything } from '#community/finding/reindex.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { insertRows, reserveIds } from '#platform/db/rows.ts'
import { Chance } from './chance.ts'
import { insertMembers } from './people.ts'
import { answerCounts, type Size } from './shape.ts'
import { countsOf, type Ids, type Place, type Thread, threadOf } from './threads.ts'
import { Words } from './words.ts'

const SEED = 20_261_122
const BATCH = 250

/** The demo community grown large: straight into the tables, in batches, the same at every run but for the times. */
export async function seedLarge(db: Db, size: Size, say: (line: string) => void): Promise<void> {
  const now = new Date()
  const chance = new Chance(SEED)
  await ensurePartitions(db, now)
  await seedDemo({ db }, { now })
  const content = readDemoContent()
  const names = content.people.map((person) => person.name)
  const members = await insertMembers(db, size.members, names, now, chance)
  const place = await findPlace(db, members, now)
  const words = new Words(content.questions, chance)
  for (const [nth, ids] of (await idsFor(db, size, chance)).entries()) {
    await insertBatch(
      db,
      ids.map((one) => threadOf(one, place, words, chance)),
    )
    // What was counted of small tables makes bad plans for large ones.
    if (Number.isInteger(Math.log2(nth + 1))) await sql`analyze`.execute(db)
  }
  say('  texts are written, the index follows')
  await sql`vacuum analyze`.execute(db)
  await reindexEverything(db)
  await skipDelivery(db)
  await sql`vacuum analyze`.execute(db)
}

async function findPlace(db: Db, members: readonly string[], now: Date): Promise<Place> {
  const { rows } = await sql<Omit<Place, 'members' | 'now'>>`select
    array(select id::text from boards where access = 'everyone' order by position) as boards,
    array(select id::text from tags order by question_count desc, id limit 60) as tags,
    (select json_agg(json_build_object('id', p.id::text,
      'versions', array(select v.id::text from product_versions v where v.product_id = p.id order by v.id)) order by p.id)
      from products p) as products`.execute(db)
  return { ...(rows[0] as Omit<Place, 'members' | 'now'>), members, now }
}

async function idsFor(db: Db, size: Size, chance: Chance): Promise<Ids[][]> {
  const counts = answerCounts(size, chance)
  const questions = await reserveIds(db, 'questions', size.questions)
  const answers = await reserveIds(db, 'answers', size.answers)
  const comments = await reserveIds(db, 'comments', size.comments)
  const share = size.comments / size.answers
  let given = 0
  const all = questions.map((question, at) => {
    const [from, to] = [given, given + (counts[at] as number)]
    given = to
    const said = comments.slice(Math.round(from * share), Math.round(to * share))
    return { question, answers: answers.slice(from, to), comments: said }
  })
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH))
}

async function insertBatch(db: Db, threads: readonly Thread[]): Promise<void> {
  const all = <T>(rows: (thread: Thread) => readonly T[]): T[] => threads.flatMap(rows)
  const ids = threads.map(({ question }) => question.id)
  await inTransaction(db, async (trx) => {
    await insertQuestions(
      trx,
      threads.map(({ question }) => question),
    )
    await insertAnswers(
      trx,
      all((thread) => thread.answers),
    )
    await insertComments(
      trx,
      all((thread) => thread.comments),
    )
    await insertMarks(
      trx,
      all((thread) => thread.marks),
    )
    await insertQuestionTags(
      trx,
      all(({ question, tagIds }) => tagIds.map((tagId) => ({ questionId: question.id, tagId }))),
    )
    await insertThanksAndFollows(trx, threads)
    await settleQuestions(trx, ids, 3)
    await addToMemberCounts(trx, all(countsOf))
    await recordMany(
      trx,
      all((thread) => thread.happenings),
    )
  })
}

async function insertThanksAndFollows(db: Db, threads: readonly Thread[]): Promise<void> {
  const thanks = threads.flatMap((thread) =>
    thread.thanks.map(({ answerId, memberId, at }) => ({
      ...{ subject_kind: 'answer', subject_id: answerId, member_id: memberId, given_at: at },
    })),
  )
  await insertRows(db, 'thanks', thanks)
  const follows = threads.flatMap(({ question, follows }) =>
    follows.map(({ memberId, at }) => ({
      ...{
        subject_kind: 'question',
        subject_id: question.id,
        member_id: memberId,
        followed_at: at,
        reason: 'answered',
      },
    })),
  )
  await insertRows(db, 'follows', follows, { skipKnown: true })
}

/** What was seeded concerns no listener: delivery goes on from here. */
async function skipDelivery(db: Db): Promise<void> {
  await sql`insert into listener_positions (listener, epoch, xid, id)
    select name, epoch, xid, id from
      (select epoch, xid, id from activity order by epoch desc, xid desc, id desc limit 1) last,
      unnest(${['finding', 'notifications.tell']}::text[]) name
    on conflict (listener) do update set epoch = excluded.epoch, xid = excluded.xid, id = excluded.id`.execute(db)
}
