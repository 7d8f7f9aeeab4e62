import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { rolledBack, testDatabase } from '#test/database.ts'
import { createDatabase, type Db, inTransaction } from './database.ts'
import { createPool } from './pool.ts'

const { db, pool, connectionString } = await testDatabase()

await sql`create table notes (id bigint generated always as identity, text text not null)`.execute(db)
const write = (on: Db, text: string) => sql`insert into notes (text) values (${text})`.execute(on)
const texts = async (on: Db) =>
  (await sql<{ text: string }>`select text from notes order by id`.execute(on)).rows.map((row) => row.text)

describe('a deed', () => {
  test('leaves nothing when it fails', async () => {
    const deed = inTransaction(db, async (trx) => {
      await write(trx, 'half')
      throw new Error('no')
    })
    await expect(deed).rejects.toThrow('no')
    expect(await texts(db)).toEqual([])
  })

  test('inside another one can fail without undoing the other', async () => {
    await rolledBack(db, async (trx) => {
      await write(trx, 'first')
      const inner = inTransaction(trx, async (deeper) => {
        await write(deeper, 'second')
        throw new Error('no')
      })
      await expect(inner).rejects.toThrow('no')
      expect(await texts(trx)).toEqual(['first'])
    })
    expect(await texts(db)).toEqual([])
  })

  test('that says nothing, or fails before it says anything, leaves its connection as it was', async () => {
    const small = createPool(connectionString, { max: 1 })
    const alone = createDatabase(small)
    await inTransaction(alone, async () => {})
    const failed = inTransaction(alone, async () => Promise.reject(new Error('no')))
    await expect(failed).rejects.toThrow('no')
    await write(alone, 'kept')
    expect(await texts(db)).toEqual(['kept'])
    await sql`delete from notes`.execute(db)
    await alone.destroy()
  })

  test('sees nothing of what was written when its first statement fails', async () => {
    const failed = inTransaction(db, async (trx) => {
      await sql`insert into notes (text) values (${null})`.execute(trx)
    })
    await expect(failed).rejects.toThrow('null value')
    expect(await texts(db)).toEqual([])
  })

  test('runs again when a migration made the first of its statements stale', async () => {
    const small = createPool(connectionString, { max: 1 })
    const alone = createDatabase(small)
    const look = () =>
      inTransaction(alone, async (trx) => (await sql`select * from form where ${true}`.execute(trx)).rows)
    await small.query('create table form (a int)')
    expect(await look()).toEqual([])
    await pool.query('alter table form add column b int')
    await pool.query('insert into form values (1, 2)')
    expect(await look()).toEqual([{ a: 1, b: 2 }])
    await alone.destroy()
  })

  test('runs again when a migration made its statement stale', async () => {
    const small = createPool(connectionString, { max: 1 })
    await small.query('create table shape (a int)')
    await small.query('insert into shape values ($1)', [1])
    expect((await small.query('select * from shape where $1', [true])).rows).toEqual([{ a: 1 }])
    await pool.query('alter table shape add column b int')
    expect((await small.query('select * from shape where $1', [true])).rows).toEqual([{ a: 1, b: null }])
    await small.end()
  })
})

describe('the pool', () => {
  test('plans each statement once and gives no more than 500 names to one connection', async () => {
    const small = createPool(connectionString, { max: 1 })
    for (let i = 0; i < 520; i += 1) await small.query(`select $1::int as n${i}`, [i])
    await small.query('select $1::int as n0', [1])
    const { rows } = await small.query('select count(*)::int as names from pg_prepared_statements')
    expect(rows).toEqual([{ names: 500 }])
    await small.end()
  })

  test('keeps ids as strings, days as days and moments as dates', async () => {
    const { rows } = await pool.query(
      `select $1::bigint as id, date '2026-03-29' as day, timestamptz '2026-03-29 01:00Z' as at`,
      ['9007199254740993'],
    )
    expect(rows[0]).toEqual({ id: '9007199254740993', day: '2026-03-29', at: new Date('2026-03-29T01:00Z') })
  })

  test('passes several statements in one text on as they are', async () => {
    const results = (await pool.query('select 1 as a; select 2 as b')) as unknown as { rows: unknown[] }[]
    expect(results.map((result) => result.rows)).toEqual([[{ a: 1 }], [{ b: 2 }]])
  })
})
