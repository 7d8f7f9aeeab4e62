import { expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'

const { house, db, write, page, fatima } = await questionHouse()
const ask = (title: string) => write.question(fatima, { title, board: 'warmte', body: 'Vertel het me.' })

it('a title in another language than the page says so, so that it is read out well', async () => {
  const id = await ask('Plinthverwarming blijft lauw')
  const other = await ask('Plinthverwarming stays cold')
  await db.updateTable('questions').set({ language: 'en' }).where('id', '=', other).execute()
  await house.settle()
  const { site } = house
  await db
    .updateTable('findable_similar')
    .set({ similar_ids: [other] })
    .where('subject_id', '=', id)
    .execute()
  site.signals.send(['questions', `question:${id}`])
  const english = /lang="en"[^>]*>(<a [^>]*>)?(<mark>)?Plinthverwarming(<\/mark>)? stays cold/
  const visitor = house.visitor()
  for (const path of [
    '/search?q=plinthverwarming',
    '/search/suggestions?q=plinthverwarming',
    '/members/fatima',
    '/plinthverwarming',
  ]) {
    const { text } = await visitor.get(path)
    expect([path, text.match(english)?.[0]]).toEqual([path, expect.anything()])
    expect(text).not.toMatch(/lang="nl"[^>]*>(<a [^>]*>)?(<mark>)?Plinthverwarming/)
  }
  expect(await page(visitor, id)).toMatch(english)
})
