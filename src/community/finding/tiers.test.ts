import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { QuestionState } from '#community/states/states.ts'
import { testDatabase } from '#test/database.ts'
import { questionWriter } from '#test/questions.ts'
import { findQuestions } from './find.ts'
import { tierOf, worthOf } from './ranking.ts'
import { reindexQuestion } from './reindex.ts'
import { forgetTiers, highestTiers, readTiers, type Tiers } from './tiers.ts'

const tiers: Tiers = {
  total: 10_000,
  sizes: [30, 29, 28, 27].map((tier) => ({ tier: `~${tier}`, questions: 2_500 })),
}

describe('the tiers that are looked at', () => {
  test('are as many as hold what is wanted, the highest first', () => {
    expect(highestTiers(tiers, 0.5, 1_000)).toEqual(['~30'])
    expect(highestTiers(tiers, 0.5, 1_500)).toEqual(['~30', '~29'])
  })

  test('are none where few questions fit, or never enough', () => {
    expect(highestTiers(tiers, 0.05, 100)).toBeNull()
    expect(highestTiers(tiers, 0.5, 6_000)).toBeNull()
    expect(highestTiers({ total: 0, sizes: [] }, 1, 100)).toBeNull()
  })

  test('follow the worth: newer and solved is higher', () => {
    const on = (day: string) => new Date(`${day}T12:00:00Z`)
    const number = (state: QuestionState, day: string) => Number(tierOf(worthOf(state, on(day))).slice(1))
    expect(number('new', '2026-06-01')).toBeGreaterThan(number('new', '2026-01-01'))
    expect(number('confirmed', '2026-01-01')).toBeGreaterThan(number('new', '2026-01-01'))
  })
})

describe('where thousands of questions hold the same word', async () => {
  const { db } = await testDatabase()
  const write = questionWriter(db)
  const LIKE_IT = 2_400

  beforeAll(async () => {
    const busy = await write.board('busy')
    const quiet = await write.board('quiet')
    const model = await write.question(busy, { title: 'Ketel tikt', daysAgo: 1 })
    await reindexQuestion(db, [model, await write.question(quiet, { title: 'Oude ketel tikt', daysAgo: 900 })])
    await copyMany(model)
    await sql`update lexicon_boards set documents = documents + ${LIKE_IT} where board_id = ${busy}`.execute(db)
    forgetTiers(db)
  })

  /** As many as a large community has, two a day, without indexing each of them. */
  async function copyMany(model: string) {
    const { rows } = await sql<{ id: string; at: Date }>`
      insert into questions (board_id, author_id, title, slug, body, html, language, state, created_at)
      select board_id, author_id, title, 'q', body, html, language, state, created_at - n * interval '8 hours'
      from questions, generate_series(1, ${LIKE_IT}::int) n where id = ${model}
      returning id::text as id, created_at as at`.execute(db)
    const worths = rows.map(({ at }) => worthOf('new', at))
    await sql`
      insert into findable (kind, subject_id, board_id, state, standing, worth, created_at, language, title,
        title_document, document)
      select 'question', n.id, f.board_id, f.state, f.standing, n.worth, n.at, f.language, f.title,
        f.title_document || array_to_tsvector(array[n.tier]), f.document || array_to_tsvector(array[n.tier])
      from findable f, unnest(${rows.map(({ id }) => id)}::bigint[], ${worths}::real[], ${worths.map(tierOf)}::text[],
        ${rows.map(({ at }) => at)}::timestamptz[]) n (id, worth, tier, at)
      where f.subject_id = ${model}`.execute(db)
    await sql`
      insert into findable_texts (kind, subject_id, title_words, places, beginning)
      select 'question', q.id, t.title_words, t.places, '' from questions q, findable_texts t
      where t.subject_id = ${model} and q.id <> ${model} and q.title = 'Ketel tikt'`.execute(db)
  }

  test('only the highest tiers are asked first', async () => {
    expect(highestTiers(await readTiers(db), 1, 150)?.length).toBeLessThan(10)
  })

  test('the newest days come first, in order', async () => {
    const { hits } = await findQuestions(db, null, { words: 'ketel tikt', limit: 20 })
    const days = hits.map((hit) => hit.createdAt.toISOString().slice(0, 10))
    const { rows } = await sql<{ day: string }>`
      select (created_at at time zone 'UTC')::date::text as day from questions order by created_at desc limit 20`.execute(
      db,
    )
    expect(days).toEqual(rows.map(({ day }) => day))
  })

  test('an old question of a quiet board is found in its board', async () => {
    const { hits } = await findQuestions(db, null, { words: 'ketel tikt', limit: 20, board: 'quiet' })
    expect(hits.map((hit) => hit.title)).toEqual(['Oude ketel tikt'])
  })

  test('and by the word that it alone holds', async () => {
    const { hits } = await findQuestions(db, null, { words: 'oude ketel', limit: 20 })
    expect(hits[0]?.title).toBe('Oude ketel tikt')
  })
})
