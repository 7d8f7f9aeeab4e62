import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

interface Worded {
  readonly boardId: string
  readonly words: readonly string[]
}

/** Keeps, per word and board, in how many questions the word stands. In one order, so that two writers never embrace. */
export async function countWords(db: Db, before: readonly Worded[], after: readonly Worded[]): Promise<void> {
  const changes = new Map<string, number>()
  const count = (all: readonly Worded[], by: number) => {
    for (const { boardId, words } of all) {
      for (const word of words) changes.set(`${word} ${boardId}`, (changes.get(`${word} ${boardId}`) ?? 0) + by)
    }
  }
  count(before, -1)
  count(after, 1)
  const rows = [...changes].map(([key, by]) => [...(key.split(' ') as [string, string]), by] as const)
  await addWords(db, rows.filter(([, , by]) => by > 0).sort(byWord))
  await takeWords(db, rows.filter(([, , by]) => by < 0).sort(byWord))
}

type Change = readonly [word: string, boardId: string, by: number]

const byWord = ([a]: Change, [b]: Change): number => (a < b ? -1 : 1)

async function addWords(db: Db, rows: readonly Change[]): Promise<void> {
  if (rows.length === 0) return
  await insertWords(db, [...new Set(rows.map(([word]) => word))])
  await sql`
    insert into lexicon_boards as l (word, board_id, documents)
    select * from unnest(${rows.map(([word]) => word)}::text[], ${rows.map(([, board]) => board)}::bigint[],
      ${rows.map(([, , by]) => by)}::int[])
    on conflict (word, board_id) do update set documents = l.documents + excluded.documents`.execute(db)
}

async function takeWords(db: Db, rows: readonly Change[]): Promise<void> {
  if (rows.length === 0) return
  const words = rows.map(([word]) => word)
  await sql`
    update lexicon_boards l set documents = greatest(l.documents + c.change, 0)
    from unnest(${words}::text[], ${rows.map(([, board]) => board)}::bigint[], ${rows.map(([, , by]) => by)}::int[])
      c (word, board_id, change)
    where l.word = c.word and l.board_id = c.board_id`.execute(db)
  await sql`delete from lexicon_boards where documents = 0 and word = any(${words}::text[])`.execute(db)
}

async function insertWords(db: Db, words: readonly string[]): Promise<void> {
  await sql`
    insert into lexicon (word, nl, en)
    select word, (ts_lexize('dutch_stem', word))[1], (ts_lexize('english_stem', word))[1]
    from unnest(${words}::text[]) word
    on conflict (word) do nothing`.execute(db)
}
