import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { type Db, inTransaction } from './database.ts'
import { type DeedKey, doOnce, hashOfRequest, onceForForm, sweepDeedKeys } from './deed-keys.ts'

const { db } = await testDatabase()
await sql`create table deeds (id bigint generated always as identity, words text)`.execute(db)

beforeEach(() => sql`truncate deeds, deed_keys`.execute(db))

const henk: DeedKey = { holder: 'member:1', key: 'a', requestHash: 'x' }

async function write(trx: Db, words = 'hallo') {
  const { rows } = await sql<{ id: string }>`insert into deeds (words) values (${words}) returning id::text`.execute(
    trx,
  )
  return { status: 201, answer: { id: rows[0]?.id ?? '' } }
}

const send = (deedKey: DeedKey, work = write) => inTransaction(db, (trx) => doOnce(trx, deedKey, () => work(trx)))

async function howMany(table: 'deeds' | 'deed_keys') {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)
  return rows[0]?.n
}

describe('somebody who sends the same deed again', () => {
  it('gets the first answer, and it happened once', async () => {
    const first = await send(henk)
    expect(first).toMatchObject({ status: 201, repeated: false })
    expect(await send(henk)).toEqual({ ...(first as object), repeated: true })
    expect(await howMany('deeds')).toBe(1)
  })

  it('at the same moment, ten times over, gets one deed and ten equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(henk)))
    const ids = answers.map((answer) => answer !== 'key-reused' && answer.answer.id)
    expect(new Set(ids).size).toBe(1)
    expect(answers.filter((answer) => answer !== 'key-reused' && !answer.repeated)).toHaveLength(1)
    expect(await howMany('deeds')).toBe(1)
  })

  it('with other content under the same key is told so, and nothing happens', async () => {
    await send(henk)
    expect(await send({ ...henk, requestHash: 'y' })).toBe('key-reused')
    expect(await howMany('deeds')).toBe(1)
  })

  it('does not meet the keys of somebody else', async () => {
    await send(henk)
    expect(await send({ ...henk, holder: 'member:2' })).toMatchObject({ repeated: false })
    expect(await howMany('deeds')).toBe(2)
  })
})

describe('a deed that does not happen', () => {
  it('leaves no key when it was refused', async () => {
    await send(henk, async () => ({ status: 422, answer: { id: '' } }))
    expect(await howMany('deed_keys')).toBe(0)
    expect(await send(henk)).toMatchObject({ status: 201, repeated: false })
  })

  it('leaves no key when it failed', async () => {
    const fails = send(henk, async () => {
      throw new Error('the disk is full')
    })
    await expect(fails).rejects.toThrow('the disk is full')
    expect(await howMany('deed_keys')).toBe(0)
  })

  it('lets the one who waited do it', async () => {
    const fails = send(henk, async (trx) => {
      await sql`select pg_sleep(0.2)`.execute(trx)
      throw new Error('too bad')
    })
    const [, second] = await Promise.allSettled([fails, send(henk)])
    expect(second).toMatchObject({ status: 'fulfilled', value: { repeated: false } })
  })
})

it('a deed that takes too long is not waited for', async () => {
  const begun = Promise.withResolvers<void>()
  const mayGoOn = Promise.withResolvers<void>()
  const slow = send(henk, async (trx) => {
    begun.resolve()
    await mayGoOn.promise
    return write(trx)
  })
  await begun.promise
  await expect(send(henk)).rejects.toMatchObject({ name: 'DeedUnderway' })
  mayGoOn.resolve()
  expect(await slow).toMatchObject({ repeated: false })
})

it('the patience for a key does not bind the deed after it', async () => {
  const { rows } = await inTransaction(db, async (trx) => {
    await doOnce(trx, henk, () => write(trx))
    return sql<{ lock_timeout: string }>`show lock_timeout`.execute(trx)
  })
  expect(rows[0]?.lock_timeout).toBe('0')
})

describe('a form that is sent twice', () => {
  const form = { memberId: '1', once: 'abcdefgh12345678', content: { title: 'Boiler' } }
  const sendForm = (sent: Parameters<typeof onceForForm>[1]) =>
    inTransaction(db, (trx) =>
      onceForForm(
        trx,
        sent,
        () => write(trx),
        (result) => result.status === 201,
      ),
    )

  it('by a double click makes one', async () => {
    const [first, second] = await Promise.all([sendForm(form), sendForm(form)])
    expect(second).toEqual(first)
    expect(await howMany('deeds')).toBe(1)
  })

  it('with other words after going back makes another, so that no words are lost', async () => {
    await sendForm(form)
    await sendForm({ ...form, content: { title: 'Warmtepomp' } })
    expect(await howMany('deeds')).toBe(2)
  })

  it('is done whatever stands in the field of its key', async () => {
    const sent = [...Object.values(hostileStrings), ['abcdefgh12345678'], { a: 1 }, null, undefined]
    for (const once of sent) await sendForm({ ...form, once })
    expect(await howMany('deeds')).toBe(sent.length)
  })
})

it('keys are kept for two days', async () => {
  await send(henk)
  await sql`update deed_keys set created_at = now() - interval '25 hours'`.execute(db)
  expect(await sweepDeedKeys(db)).toBe(0)
  await sql`update deed_keys set created_at = now() - interval '49 hours'`.execute(db)
  expect(await sweepDeedKeys(db)).toBe(1)
})

it('the hash of a request tells contents apart', () => {
  expect(hashOfRequest({ a: 1 })).toBe(hashOfRequest({ a: 1 }))
  expect(hashOfRequest({ a: 1 })).not.toBe(hashOfRequest({ a: 2 }))
  expect(hashOfRequest(undefined)).toHaveLength(43)
})
