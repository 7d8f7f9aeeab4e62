import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { questionWriter } from '#test/questions.ts'
import { worthOf } from './ranking.ts'
import { reindexEverything, reindexQuestion } from './reindex.ts'
import { forgetTiers } from './tiers.ts'

const { db } = await testDatabase()
const write = questionWriter(db)

async function alikeOf(title: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select q.title from findable f join findable_similar s using (kind, subject_id),
      unnest(s.similar_ids) with ordinality near (id, place) join questions q on q.id = near.id
    where f.title = ${title} order by near.place`.execute(db)
  return rows.map((row) => row.title)
}

let board = ''
beforeAll(async () => {
  board = await write.board('warmte')
  const closed = await write.board('bestuur', 'listed')
  for (const [daysAgo, title] of [
    'Warmtepomp bromt in de kelder',
    'Warmtepomp maakt geluid',
    'Nieuwe warmtepomp kiezen',
    'Warmtepomp en vloer',
    'Warmtepomp tikt',
    'Warmtepomp piept',
    'Warmtepomp lekt',
    'Warmtepomp trilt',
  ].entries()) {
    await write.question(board, { title, daysAgo: daysAgo + 2 })
  }
  await write.question(board, { title: 'De warmtepomp bromt als het vriest', daysAgo: 900 })
  await write.question(closed, { title: 'Warmtepomp bromt bij de voorzitter' })
  await write.question(closed, { title: 'De voorzitter bromt' })
  await write.question(board, { title: 'Charging at night', language: 'en' })
  await write.question(board, { title: 'Charged at noon', language: 'en', daysAgo: 5 })
  await write.question(board, { title: 'Wie is het?' })
  await reindexEverything(db)
})

describe('questions that look alike', () => {
  test('are those that share the rare words of the title, however old', async () => {
    const alike = await alikeOf('Warmtepomp bromt in de kelder')
    expect(alike[0]).toBe('De warmtepomp bromt als het vriest')
    expect(alike).toHaveLength(6)
    expect(alike).not.toContain('Warmtepomp bromt in de kelder')
  })

  test('are found in English by the stems of that language', async () => {
    expect(await alikeOf('Charging at night')).toEqual(['Charged at noon'])
  })

  test('never come out of a board that not everyone may see, but for its own questions', async () => {
    expect(await alikeOf('Warmtepomp bromt in de kelder')).not.toContain('Warmtepomp bromt bij de voorzitter')
    const inside = await alikeOf('De voorzitter bromt')
    expect(inside[0]).toBe('Warmtepomp bromt bij de voorzitter')
    expect(inside).toContain('Warmtepomp bromt in de kelder')
  })

  test('are none when the title says nothing, and no longer once it does', async () => {
    expect(await alikeOf('Wie is het?')).toEqual([])
    const id = await write.question(board, { title: 'Omvormer bromt' })
    await reindexQuestion(db, [id])
    expect(await alikeOf('Omvormer bromt')).not.toEqual([])
    await sql`update questions set title = 'Waarom is dat?' where id = ${id}`.execute(db)
    await reindexQuestion(db, [id])
    expect(await alikeOf('Waarom is dat?')).toEqual([])
  })

  test('leave with the question they were kept for', async () => {
    const id = await write.question(board, { title: 'Ketel bromt' })
    await reindexQuestion(db, [id])
    await sql`update questions set deleted_at = now() where id = ${id}`.execute(db)
    await reindexQuestion(db, [id])
    const { rows } = await sql`select from findable_similar where subject_id = ${id}`.execute(db)
    expect(rows).toEqual([])
  })

  test('are looked for whatever a title holds', async () => {
    const titles = Object.values(hostileStrings).filter((title) => title !== '' && !title.includes('\u0000'))
    const ids = await Promise.all(titles.map((title) => write.question(board, { title: title.slice(0, 200) })))
    await reindexQuestion(db, ids)
    const { rows } = await sql`select from findable_similar where subject_id = any(${ids}::bigint[])`.execute(db)
    expect(rows).toHaveLength(ids.length)
  })
})

test('where thousands of questions share a word, those of the greatest worth are looked at', async () => {
  const busy = await write.board('druk')
  const model = await write.question(busy, { title: 'Slimme meter hapert', daysAgo: 1 })
  await reindexQuestion(db, [model])
  const worths = Array.from({ length: 9_000 }, (_, n) => worthOf('new', new Date(Date.now() - n * 28_800_000)))
  await sql`
    insert into findable (kind, subject_id, board_id, state, standing, worth, created_at, language, title,
      title_document, document)
    select 'question', 1000000 - n.place, f.board_id, f.state, f.standing, n.worth, f.created_at, f.language, f.title,
      ts_delete(f.title_document, tiers.old) || tiers.new, ts_delete(f.document, tiers.old) || tiers.new
    from findable f, unnest(${worths}::real[]) with ordinality n (worth, place), lateral (
      select array(select lexeme from unnest(f.document) where lexeme like '~%') as old,
        array_to_tsvector(array['~' || floor(n.worth * 12)]) as new) tiers
    where f.subject_id = ${model} order by n.place desc`.execute(db)
  await sql`update lexicon_boards set documents = 9001 where board_id = ${busy}`.execute(db)
  forgetTiers(db)
  const id = await write.question(busy, { title: 'Meter' })
  await reindexQuestion(db, [id])
  const { rows } = await sql<{ ids: string[] }>`
    select similar_ids::text[] as ids from findable_similar where subject_id = ${id}`.execute(db)
  expect(rows[0]?.ids).toHaveLength(6)
  expect(rows[0]?.ids.every((near) => near === model || Number(near) > 1_000_000 - 60)).toBe(true)
})
