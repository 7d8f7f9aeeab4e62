import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { Delivery } from '#community/activity/deliver.ts'
import { record } from '#community/activity/record.ts'
import { testDatabase } from '#test/database.ts'
import { testSite } from '#test/people.ts'
import { questionWriter } from '#test/questions.ts'
import { findQuestions } from './find.ts'
import { keepsIndex } from './listener.ts'

const database = await testDatabase()
const { db } = database
const write = questionWriter(db)
const delivery = new Delivery(testSite(database), [keepsIndex])
const finds = async (words: string) => (await findQuestions(db, null, { words, limit: 5 })).hits.length === 1

const board = await write.board('warmte')
const questionId = await write.question(board, { title: 'Kwakkelpomp sputtert' })

async function answer(body: string) {
  const { rows } = await sql<{ id: string }>`
    insert into answers (question_id, author_id, body, html)
    select id, author_id, ${body}, '' from questions where id = ${questionId}::bigint returning id::text as id`.execute(
    db,
  )
  const subjectId = rows[0]?.id as string
  await record(db, { kind: 'answer.posted', actorId: null, subjectKind: 'answer', subjectId, questionId })
  await delivery.deliverAll()
  return subjectId
}

it('a question is found by its first answer, and by a later one when the first is outdated', async () => {
  const first = await answer('Ontlucht de zwengelklep.')
  expect(await finds('zwengelklep')).toBe(true)
  await answer('Vervang de tuimelschijf.')
  expect([await finds('zwengelklep'), await finds('tuimelschijf')]).toEqual([true, false])
  await sql`update answers set outdated_at = now() where id = ${first}::bigint`.execute(db)
  await answer('Vul de stuwkamer.')
  expect([await finds('zwengelklep'), await finds('tuimelschijf')]).toEqual([true, false])
  await sql`update answers set outdated_at = now()`.execute(db)
  await answer('Draai aan de vlotterbout.')
  expect([await finds('zwengelklep'), await finds('vlotterbout')]).toEqual([false, true])
})
