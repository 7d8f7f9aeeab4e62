import { expect, it, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { deed } from './deed.ts'
import { missedActivity } from './missed.ts'
import { record } from './record.ts'

const { db } = await testDatabase()

async function answer(id: string): Promise<readonly string[]> {
  let sent: readonly string[] = []
  const signals = { send: (tags: readonly string[]) => (sent = tags) }
  await deed({ db, signals } as unknown as Parameters<typeof deed>[0], (trx) =>
    record(trx, { kind: 'answer.given', actorId: null, subjectKind: 'answer', subjectId: id, questionId: '3' }),
  )
  return sent
}

// A transaction that is open anywhere in the cluster hides what came after it for a moment.
const found = (look: () => Promise<unknown>) =>
  vi.waitFor(async () => expect(await look()).toContain('answer:2'), 5_000)

it('a change that was committed but never told is found once; one that was told is left alone', async () => {
  const look = missedActivity(db)
  await look(() => false)
  const told = await answer('1')
  await answer('2')
  const seen: string[] = []
  await found(async () => seen.push(...(await look((tag) => told.includes(tag)))) && seen)
  expect(seen).toEqual(['activity', 'activity:2', 'answer:2', 'questions', 'question:3'])
  expect(await look(() => false)).toEqual([])
})
