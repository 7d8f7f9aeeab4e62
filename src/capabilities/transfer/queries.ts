import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { insertRows } from '#platform/db/rows.ts'
import type { Credit } from './text/credit.ts'

/** What an imported thing is here; a former member is known elsewhere only by a name. */
export type ThingKind = 'member' | 'former-member' | 'question' | 'answer' | 'comment' | 'confirmation' | 'closing'

export interface ImportedThing {
  readonly kind: ThingKind
  readonly key: string
  readonly thingId: string
  readonly credit?: Credit | null
  readonly startingCount?: number
}

export async function insertThings(db: Db, source: string, things: readonly ImportedThing[]): Promise<void> {
  const rows = things.map((one) => ({
    ...{ source, kind: one.kind, source_key: one.key, thing_id: one.thingId },
    ...{ credit: one.credit ? JSON.parse(JSON.stringify(one.credit)) : null, starting_count: one.startingCount ?? 0 },
  }))
  await insertRows(db, 'imported_things', rows)
}

/** Ids here by keys there, for those that came in before. */
export async function findThings(
  db: Db,
  source: string,
  kind: ThingKind,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; id: string }>`
    select source_key as key, thing_id::text as id from imported_things
    where source = ${source} and kind = ${kind} and source_key = any(${[...new Set(keys)]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.key, row.id]))
}

export interface ImportRow {
  readonly source: string
  readonly site: string | null
  readonly boardId: string
}

export async function findImport(db: Db, source: string): Promise<ImportRow | null> {
  const row = await db
    .selectFrom('imports')
    .select(['source', 'site', 'board_id as boardId'])
    .where('source', '=', source)
    .executeTakeFirst()
  return row ?? null
}

export async function insertImport(db: Db, row: ImportRow): Promise<void> {
  await db.insertInto('imports').values({ source: row.source, site: row.site, board_id: row.boardId }).execute()
}

export async function updateImportFinished(db: Db, source: string): Promise<void> {
  await db.updateTable('imports').set({ finished_at: sql`now()` }).where('source', '=', source).execute()
}

export async function findBoardBySlug(db: Db, slug: string): Promise<string | null> {
  return (await db.selectFrom('boards').select('id').where('slug', '=', slug).executeTakeFirst())?.id ?? null
}

export async function insertBoard(db: Db, board: { slug: string; name: string }): Promise<string> {
  const { id } = await db
    .insertInto('boards')
    .values({ ...board, position: sql`(select coalesce(max(position), 0) + 1 from boards)` })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** New questions get numbers above those of the source, so that an old address is never one of ours. */
export async function raiseQuestionIds(db: Db, above: number): Promise<void> {
  await sql`select setval(pg_get_serial_sequence('questions', 'id'),
    greatest(${above}::bigint, nextval(pg_get_serial_sequence('questions', 'id'))))`.execute(db)
}

export interface Tally {
  readonly key: string
  readonly up: number
  readonly down: number
  readonly acceptedAt: Date | null
}

export async function deleteTallies(db: Db, source: string): Promise<void> {
  await db.deleteFrom('import_tallies').where('source', '=', source).execute()
}

export async function addTallies(db: Db, source: string, tallies: readonly Tally[]): Promise<void> {
  await sql`
    insert into import_tallies as t (source, post_key, up_votes, down_votes, accepted_at)
    select ${source}, * from unnest(${tallies.map((one) => one.key)}::text[], ${tallies.map((one) => one.up)}::int[],
      ${tallies.map((one) => one.down)}::int[], ${tallies.map((one) => one.acceptedAt)}::timestamptz[])
    on conflict (source, post_key) do update set up_votes = t.up_votes + excluded.up_votes,
      down_votes = t.down_votes + excluded.down_votes, accepted_at = coalesce(excluded.accepted_at, t.accepted_at)`.execute(
    db,
  )
}

export async function listTallies(db: Db, source: string, keys: readonly string[]): Promise<Map<string, Tally>> {
  const { rows } = await sql<Tally>`
    select post_key as key, up_votes as up, down_votes as down, accepted_at as "acceptedAt"
    from import_tallies where source = ${source} and post_key = any(${[...keys]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.key, row]))
}

export async function insertOldAddresses(
  db: Db,
  addresses: readonly { path: string; target: string }[],
): Promise<void> {
  await insertRows(
    db,
    'old_addresses',
    addresses.map((one) => ({ ...one, created_at: new Date() })),
    { skipKnown: true },
  )
}

/** Where an address of the place that was moved leads to; the first import of several has the right to a short one. */
export async function findTarget(db: Db, path: string, isScoped: boolean): Promise<string | null> {
  const scoped = isScoped
    ? sql`select ${path}::text as path, 1 as rank`
    : sql`select '/import/' || source || ${path} as path, row_number() over (order by began_at, source) as rank from imports`
  const { rows } = await sql<{ target: string }>`
    select target from old_addresses join (${scoped}) wanted using (path) order by wanted.rank limit 1`.execute(db)
  return rows[0]?.target ?? null
}

export interface ImportedQuestion {
  readonly id: string
  readonly boardId: string
  readonly authorId: string
  readonly closedAt: Date | null
  readonly isDuplicate: boolean
}

/** Questions as they stand here, by id. */
export async function findQuestions(db: Db, ids: readonly string[]): Promise<Map<string, ImportedQuestion>> {
  const { rows } = await sql<ImportedQuestion>`
    select id, board_id as "boardId", author_id as "authorId", closed_at as "closedAt",
      state = 'duplicate' as "isDuplicate"
    from questions where id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export interface ImportedAnswer {
  readonly id: string
  readonly questionId: string
  readonly boardId: string
  readonly authorId: string
  readonly createdAt: Date
}

export async function findAnswers(db: Db, ids: readonly string[]): Promise<Map<string, ImportedAnswer>> {
  const { rows } = await sql<ImportedAnswer>`
    select a.id, a.question_id as "questionId", q.board_id as "boardId", a.author_id as "authorId", a.created_at as "createdAt"
    from answers a join questions q on q.id = a.question_id where a.id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The imported questions of a source, in pieces: those after an id. */
export async function listQuestionIds(db: Db, source: string, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select thing_id::text as id from imported_things
    where source = ${source} and kind = 'question' and thing_id > ${after}::bigint
    order by imported_things.thing_id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}
