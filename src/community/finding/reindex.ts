import { sql } from 'kysely'
import type { QuestionState } from '#community/states/states.ts'
import { excerpt } from '#community/text/render.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { findAlike } from './alike.ts'
import { countWords } from './count-words.ts'
import { standingOf, tierOf, worthOf } from './ranking.ts'
import { forgetTiers } from './tiers.ts'
import { isSpelt, wordsIn } from './words.ts'

/** About sixty words of a question, and as many of its best answer, are in the index. */
const BEGINNING_LENGTH = 480

/** Brings these questions in the index up to date; those that may not be found any more leave it. */
export async function reindexQuestion(db: Db, ids: readonly string[]): Promise<void> {
  const renamed = await reindex(db, ids)
  await findAlike(db, renamed)
}

/** Answers which questions are new to the index or have another title. */
async function reindex(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return inTransaction(db, async (trx) => {
    const before = await lockFindable(trx, ids)
    const after = await readQuestions(trx, ids)
    const changed = after.filter((one) => !isSame(before.get(one.id), one))
    const gone = [...before.keys()].filter((id) => !after.some((one) => one.id === id))
    await upsertFindable(trx, changed)
    await deleteFindable(trx, gone)
    const was = [...gone, ...changed.map((one) => one.id)].flatMap((id) => before.get(id) ?? [])
    await countWords(trx, was, changed)
    return changed.filter((one) => one.title !== before.get(one.id)?.title).map((one) => one.id)
  })
}

/** The whole index anew, in short transactions; searching goes on meanwhile. */
export async function reindexEverything(db: Db, onDone: (count: number) => void = () => {}): Promise<number> {
  let count = 0
  for (const ids of await batches(db)) {
    await reindex(db, ids)
    count += ids.length
    onDone(count)
  }
  // Afterwards, because the first questions were indexed before those that look like them.
  forgetTiers(db)
  for (const ids of await batches(db)) await findAlike(db, ids)
  await sql`delete from lexicon l where not exists (select from lexicon_boards b where b.word = l.word)`.execute(db)
  return count
}

const BATCH = 250

async function batches(db: Db): Promise<string[][]> {
  const { rows } = await sql<{ ids: string[] }>`
    select array_agg(id::text order by id) as ids
    from (select id, (row_number() over (order by id) - 1) / ${BATCH}::int as batch from questions) q
    group by batch order by batch`.execute(db)
  return rows.map((row) => row.ids)
}

interface Findable {
  id: string
  boardId: string
  productId: string | null
  /** Names of product and board. */
  topic: string
  state: QuestionState
  createdAt: Date
  language: string
  title: string
  tags: string
  beginning: string
  best: string
  words: string[]
}

interface Stored {
  id: string
  boardId: string
  productId: string | null
  state: QuestionState
  title: string
  beginning: string
  best: string
  language: string
  words: string[]
}

const isSame = (before: Stored | undefined, after: Findable): boolean =>
  before !== undefined &&
  (['boardId', 'productId', 'state', 'title', 'beginning', 'best', 'language'] as const).every(
    (field) => before[field] === after[field],
  ) &&
  before.words.join(' ') === after.words.join(' ')

async function lockFindable(db: Db, ids: readonly string[]): Promise<Map<string, Stored>> {
  const { rows } = await sql<Stored>`
    select f.subject_id::text as id, f.board_id::text as "boardId", f.product_id::text as "productId", f.state, f.title,
      t.beginning, t.best, f.language, f.words
    from findable f join findable_texts t using (kind, subject_id)
    where f.kind = 'question' and f.subject_id = any(${ids}::bigint[])
    order by f.subject_id for update of f`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What can be found: not hidden, deleted or merged away. Who sees the board is asked when somebody searches. */
async function readQuestions(db: Db, ids: readonly string[]): Promise<Findable[]> {
  const { rows } = await sql<Omit<Findable, 'words'>>`
    select q.id::text as id, q.board_id::text as "boardId", q.product_id::text as "productId", q.state,
      q.created_at as "createdAt", q.language, q.title, concat_ws(' ', p.name, b.name) as topic,
      coalesce((select string_agg(t.name, ' ' order by t.name) from question_tags qt join tags t on t.id = qt.tag_id
        where qt.question_id = q.id), '') as tags,
      left(q.body, 2000) as beginning,
      coalesce((select left(a.body, 2000) from answers a
        where a.question_id = q.id and a.hidden_at is null and a.deleted_at is null
        order by a.id = q.best_answer_id desc nulls last, a.usefulness desc, a.id limit 1), '') as best
    from questions q join boards b on b.id = q.board_id left join products p on p.id = q.product_id
    where q.id = any(${ids}::bigint[]) and q.hidden_at is null and q.deleted_at is null and q.merged_into_id is null
    order by q.id`.execute(db)
  return rows.map(withWords)
}

function withWords(row: Omit<Findable, 'words'>): Findable {
  const beginning = excerpt(row.beginning, BEGINNING_LENGTH)
  const best = excerpt(row.best, BEGINNING_LENGTH)
  const words = new Set(wordsIn([row.title, row.tags, row.topic, beginning, best].join(' ')).filter(isSpelt))
  return { ...row, beginning, best, words: [...words].sort() }
}

async function upsertFindable(db: Db, all: readonly Findable[]): Promise<void> {
  if (all.length === 0) return
  const worths = all.map((one) => worthOf(one.state, one.createdAt))
  await sql`
    with news as materialized (
      select n.*, to_tsvector(c.config, title) as title_document, array_to_tsvector(array[tier]) as tier_document,
        setweight(to_tsvector(c.config, title), 'A') || setweight(to_tsvector(c.config, topic), 'B')
          || setweight(to_tsvector(c.config, beginning), 'C') || setweight(to_tsvector(c.config, best), 'D') as places
      from unnest(${all.map((one) => one.id)}::bigint[], ${all.map((one) => one.boardId)}::bigint[],
        ${all.map((one) => one.productId)}::bigint[], ${all.map((one) => one.state)}::text[],
        ${all.map((one) => standingOf(one.state))}::real[], ${worths}::real[], ${worths.map(tierOf)}::text[],
        ${all.map((one) => one.createdAt)}::timestamptz[], ${all.map((one) => one.language)}::text[],
        ${all.map((one) => one.title)}::text[], ${all.map((one) => `${one.tags} ${one.topic}`)}::text[],
        ${all.map((one) => one.beginning)}::text[], ${all.map((one) => one.best)}::text[],
        ${all.map((one) => one.words.join(' '))}::text[])
        n (id, board_id, product_id, state, standing, worth, tier, created_at, language, title, topic, beginning, best,
          words),
        lateral (select case n.language when 'en' then 'onderling_en' else 'onderling_nl' end::regconfig as config) c),
    found as (
      insert into findable (kind, subject_id, board_id, product_id, state, standing, worth, created_at, language, title,
        title_document, document, words)
      select 'question', id, board_id, product_id, state, standing, worth, created_at, language, title,
        title_document || tier_document, strip(places) || tier_document, string_to_array(words, ' ')
      from news
      on conflict (kind, subject_id) do update set board_id = excluded.board_id, product_id = excluded.product_id,
        state = excluded.state, standing = excluded.standing, worth = excluded.worth, created_at = excluded.created_at,
        language = excluded.language, title = excluded.title, title_document = excluded.title_document,
        document = excluded.document, words = excluded.words)
    insert into findable_texts (kind, subject_id, title_words, places, beginning, best)
    select 'question', id, length(title_document), places, beginning, best from news
    on conflict (kind, subject_id) do update set title_words = excluded.title_words, places = excluded.places,
      beginning = excluded.beginning, best = excluded.best`.execute(db)
}

async function deleteFindable(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from findable where kind = 'question' and subject_id = any(${ids}::bigint[])`.execute(db)
}
