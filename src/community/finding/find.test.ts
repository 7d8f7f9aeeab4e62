import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { questionWriter } from '#test/questions.ts'
import { findQuestions, type Search, suggestQuestions } from './find.ts'
import { findNearest } from './nearest.ts'
import { reindexEverything, reindexQuestion } from './reindex.ts'

const { db } = await testDatabase()
const write = questionWriter(db)
const found = async (words: string, more: Partial<Search> = {}) =>
  (await findQuestions(db, null, { words, limit: 20, ...more })).hits.map((hit) => hit.title)

let board = ''
beforeAll(async () => {
  board = await write.board('warmte')
  const other = await write.board('zon')
  const aero = await write.product('aero')
  await write.question(board, {
    title: 'Warmtepompboiler maakt lawaai',
    state: 'confirmed',
    daysAgo: 300,
    product: aero,
  })
  await write.question(board, {
    title: 'Boiler van de warmtepomp is lauw',
    state: 'answered',
    best: 'Zet hem op zestig graden.',
  })
  await write.question(other, {
    title: 'Zonnepanelen leveren niets',
    body: 'Er brandt een rood lampje bij een storing.',
  })
  await write.question(other, { title: 'Omvormer geeft foutcode 3012', state: 'confirmed', daysAgo: 400 })
  await write.question(other, { title: 'Is een thuisbatterij de moeite waard?', body: 'Naast de zonnepanelen.' })
  await write.question(other, {
    title: 'Which solar panel cable fits?',
    body: 'The connectors differ.',
    language: 'en',
  })
  await reindexEverything(db)
})

describe('somebody finds a question', () => {
  test('although a word is misspelt', async () => {
    expect((await found('zonepanelen storing'))[0]).toBe('Zonnepanelen leveren niets')
    expect((await found('omvormer foutkode'))[0]).toBe('Omvormer geeft foutcode 3012')
    expect((await found('thuisbaterij'))[0]).toBe('Is een thuisbatterij de moeite waard?')
  })

  test('and hears which word was probably meant', async () => {
    expect((await findQuestions(db, null, { words: 'Zonepanelen', limit: 5 })).meant).toBe('zonnepanelen')
  })

  test('whether a compound is written as one word or as two', async () => {
    expect(await found('warmtepompboiler')).toEqual([
      'Warmtepompboiler maakt lawaai',
      'Boiler van de warmtepomp is lauw',
    ])
    expect((await found('boiler warmtepomp')).sort()).toEqual([
      'Boiler van de warmtepomp is lauw',
      'Warmtepompboiler maakt lawaai',
    ])
    expect((await found('thuis batterij'))[0]).toBe('Is een thuisbatterij de moeite waard?')
  })

  test('by the best answer, by code, and in English', async () => {
    expect(await found('zestig graden')).toEqual(['Boiler van de warmtepomp is lauw'])
    expect(await found('3012')).toEqual(['Omvormer geeft foutcode 3012'])
    expect((await found('solar panels cables'))[0]).toBe('Which solar panel cable fits?')
  })

  test('with the title before the text', async () => {
    expect(await found('zonnepanelen')).toEqual(['Zonnepanelen leveren niets', 'Is een thuisbatterij de moeite waard?'])
  })

  test('and sees what was asked marked in it', async () => {
    const { hits } = await findQuestions(db, null, { words: 'storing lampje', limit: 5 })
    expect(hits[0]?.snippet.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['lampje', 'storing'])
  })

  test('only among what the filters leave', async () => {
    expect(await found('warmtepompboiler', { state: 'solved' })).toEqual(['Warmtepompboiler maakt lawaai'])
    expect(await found('warmtepompboiler', { age: 30 })).toEqual(['Boiler van de warmtepomp is lauw'])
    expect(await found('warmtepompboiler', { product: 'aero' })).toEqual(['Warmtepompboiler maakt lawaai'])
    expect(await found('warmtepompboiler', { board: 'zon' })).toEqual([])
    expect(await found('warmtepompboiler', { board: 'unknown' })).toEqual([])
  })

  test('page by page, each question once', async () => {
    const first = await findQuestions(db, null, { words: 'boiler', limit: 1 })
    const second = await findQuestions(db, null, { words: 'boiler', limit: 1, cursor: first.nextCursor })
    expect([first.hits[0]?.title, second.hits[0]?.title].sort()).toEqual([
      'Boiler van de warmtepomp is lauw',
      'Warmtepompboiler maakt lawaai',
    ])
    expect(second.nextCursor).toBeNull()
  })

  test('while still typing the last word', async () => {
    expect((await suggestQuestions(db, null, 'foutco', { limit: 5 }))[0]?.title).toBe('Omvormer geeft foutcode 3012')
    expect((await suggestQuestions(db, null, 'mijn zonnepan', { limit: 5 }))[0]?.title).toBe(
      'Zonnepanelen leveren niets',
    )
  })

  test('also by the words of an address that is not there', async () => {
    expect((await findNearest(db, null, 'omvormer geeft foutcode'))[0]?.path).toMatch(/^\/questions\/\d+\/q$/)
  })
})

describe('the index', () => {
  test('follows a question that changes, moves away or goes', async () => {
    const id = await write.question(board, { title: 'Kwakkelpomp sputtert' })
    await reindexQuestion(db, [id])
    expect(await found('kwakkelpomp')).toEqual(['Kwakkelpomp sputtert'])
    await sql`update questions set title = 'Hakkelpomp sputtert' where id = ${id}`.execute(db)
    await reindexQuestion(db, [id, id])
    expect(await found('hakkelpomp')).toEqual(['Hakkelpomp sputtert'])
    await sql`update questions set deleted_at = now() where id = ${id}`.execute(db)
    await reindexQuestion(db, [id])
    const { rows } =
      await sql`select word from lexicon_boards where word in ('kwakkelpomp', 'hakkelpomp', 'sputtert')`.execute(db)
    expect(rows).toEqual([])
  })

  test('made anew is the same as it was', async () => {
    const state = async () =>
      (await sql`select word, board_id, documents from lexicon_boards order by 1, 2`.execute(db)).rows
    const before = await state()
    await reindexEverything(db)
    expect(await state()).toEqual(before)
  })
})

test('whatever is typed, the answer is a list', async () => {
  const odd = [
    ...Object.values(hostileStrings),
    '',
    ' ',
    "'",
    '\\',
    "a' | 'b",
    ':*',
    '!',
    '& &',
    '((',
    '🙂',
    'a'.repeat(5000),
    'de het een',
    '\u0000',
  ]
  for (const words of odd) {
    expect(Array.isArray((await findQuestions(db, null, { words, limit: 3 })).hits)).toBe(true)
    expect(Array.isArray(await suggestQuestions(db, null, words, { limit: 3 }))).toBe(true)
  }
  for (const cursor of ['', 'x', '1_', '99_99999999999999999999', "1_1'"]) {
    expect((await findQuestions(db, null, { words: 'boiler', limit: 3, cursor })).hits.length).toBeGreaterThan(0)
  }
})
