import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testSite } from '#test/people.ts'
import { questionWriter } from '#test/questions.ts'
import { countHelped, countReadBy, countShown, writeReads } from './reads.ts'

const database = await testDatabase()
const { db } = database
const site = testSite(database)
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0'
let question = ''

beforeAll(async () => {
  const write = questionWriter(db)
  question = await write.question(await write.board('open'), { title: 'Boiler lauw' })
})

beforeEach(async () => {
  await sql`update questions set view_count = 0`.execute(db)
  await sql`truncate reads_today, question_reads, daily_reads, reading_days`.execute(db)
})

const reading = (headers: Record<string, string> = {}, ip = '203.0.113.7', query: object = {}) =>
  ({ ip, query, headers: { 'user-agent': firefox, ...headers } }) as unknown as FastifyRequest

const views = async () => {
  await writeReads(site)
  const { rows } = await sql<{
    views: number
  }>`select view_count as views from questions where id = ${question}`.execute(db)
  return rows[0]?.views
}

const today = async () =>
  (await sql<Record<string, number>>`select sessions, views, shown, opened, helped from daily_reads`.execute(db))
    .rows[0]

describe('a question that is read', () => {
  test('counts once per reader and day', async () => {
    countReadBy(site, reading(), question)
    countReadBy(site, reading(), question)
    expect(await views()).toBe(1)
    countReadBy(site, reading(), question)
    countReadBy(site, reading({}, '203.0.113.8'), question)
    expect(await views()).toBe(2)
    expect(await today()).toMatchObject({ sessions: 2, views: 2 })
  })

  test.each([
    ['a robot', { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }],
    ['a program', { 'user-agent': 'curl/8.5.0' }],
    ['nobody in particular', { 'user-agent': '' }],
    ['a browser that fetches ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['a link that is hovered over', { 'x-sec-purpose': 'prefetch' }],
    ['an old browser that fetches ahead', { purpose: 'prefetch' }],
    ['a page that refreshes itself', { 'x-live': '1' }],
  ])('by %s does not count', async (_, headers) => {
    countReadBy(site, reading(headers), question)
    expect(await views()).toBe(0)
  })

  test('after a search counts as opened', async () => {
    countReadBy(site, reading({}, '203.0.113.9', { from: 'search' }), question)
    await writeReads(site)
    expect(await today()).toMatchObject({ opened: 1, views: 1 })
  })

  test('leaves nothing that names the reader', async () => {
    countReadBy(site, reading(), question)
    await writeReads(site)
    const { rows } = await sql`select * from reads_today`.execute(db)
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|Firefox/)
    expect(rows).toHaveLength(1)
  })

  test('that does not exist, or has no number, disturbs nobody', async () => {
    countReadBy(site, reading(), '999999999')
    countReadBy(site, reading(), "1'; drop table questions")
    expect(await views()).toBe(0)
  })
})

test('what was shown and what helped is added to the day', async () => {
  countShown(site, 5)
  countShown(site, 2)
  countHelped(site)
  await writeReads(site)
  expect(await today()).toMatchObject({ shown: 7, helped: 1 })
})
