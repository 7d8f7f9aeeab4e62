import { expect, it } from 'vitest'
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

it('a change that was committed but never told is found once; one that was told is left alone', async () => {
  const look = missedActivity(db)
  await look(() => false)
  const told = await answer('1')
  expect(await look((tag) => told.includes(tag))).toEqual([])
  await answer('2')
  expect(await look(() => false)).toEqual(expect.arrayContaining(['question:3', 'answer:2', 'activity']))
  expect(await look(() => false)).toEqual([])
})
