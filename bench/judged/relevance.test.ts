import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { writeDemoQuestions } from './community.ts'
import { measureRelevance, readJudged } from './measure.ts'

test('the judged questions of the demo community are answered by the first results', { timeout: 60_000 }, async () => {
  const { db } = await testDatabase()
  const ids = await writeDemoQuestions(db)
  const unknown = readJudged().flatMap(({ right }) => right.filter((key) => !ids.has(key)))
  expect(unknown).toEqual([])
  const { mrr, recallAt5, judgements } = await measureRelevance(db, ids)
  expect(mrr).toBeGreaterThan(0.88)
  expect(recallAt5).toBeGreaterThan(0.88)
  // Somebody in a hurry: a slip of the pen, and a word for trouble that the asker did not use.
  expect(judgements.find(({ words }) => words === 'zonepanelen storing')?.rank).toBe(1)
})
