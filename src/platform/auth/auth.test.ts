import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { createAccount, findAccountByEmail, findAccountByPassword, setPassword } from './accounts.ts'
import { makeCode, makeToken, useCode, useToken } from './codes.ts'
import { withLibrary } from './library.ts'
import { hashOfToken } from './secrets-at-rest.ts'
import { endAllSessions, endSession, endSessionOf, listSessions, openSession } from './sessions.ts'

const { db } = await testDatabase()
const from = { way: 'password', address: '203.0.113.7', userAgent: 'a browser' } as const
const secret = 'the secret of this installation'
const now = new Date()
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('accounts and passwords', () => {
  test('fatima gets in with her password, in whatever capitals she writes her address', async () => {
    const id = await createAccount(db, 'Fatima@zonnewinde.example', 'koffie met twee klontjes')
    expect(await findAccountByPassword(db, 'fatima@ZONNEWINDE.example', 'koffie met twee klontjes')).toEqual({
      id,
      email: 'fatima@zonnewinde.example',
      hasPassword: true,
    })
    expect(await findAccountByPassword(db, 'fatima@zonnewinde.example', 'koffie met een klontje')).toBeNull()
    expect(await findAccountByPassword(db, 'nobody@zonnewinde.example', 'koffie met twee klontjes')).toBeNull()
  })

  test('a password is kept as argon2id', async () => {
    await createAccount(db, 'bram@zonnewinde.example', 'koffie met twee klontjes')
    const kept = await db.selectFrom('auth_accounts').select('password').executeTakeFirstOrThrow()
    expect(kept.password).toMatch(/^\$argon2id\$/)
  })

  test('somebody who came with a code has no password until they choose one', async () => {
    const id = await createAccount(db, 'noor@zonnewinde.example', null)
    expect((await findAccountByEmail(db, 'noor@zonnewinde.example'))?.hasPassword).toBe(false)
    await setPassword(db, id, 'eindelijk een wachtzin')
    expect(await findAccountByPassword(db, 'noor@zonnewinde.example', 'eindelijk een wachtzin')).not.toBeNull()
    await setPassword(db, id, 'toch liever een andere')
    expect(await findAccountByPassword(db, 'noor@zonnewinde.example', 'eindelijk een wachtzin')).toBeNull()
  })

  test('two people who sign up with one address at once get one account', async () => {
    const tries = [1, 2, 3, 4].map(() => createAccount(db, 'race@zonnewinde.example', null))
    const results = await Promise.allSettled(tries)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })
})

describe('sessions', () => {
  test('the table holds only the hash of the token', async () => {
    const id = await createAccount(db, 'henk@zonnewinde.example', null)
    const { token } = await openSession(db, id, from)
    const rows = await db.selectFrom('auth_sessions').select('token').where('user_id', '=', id).execute()
    expect(rows).toEqual([{ token: hashOfToken(token) }])
    expect((await listSessions(db, id)).map((session) => session.address)).toEqual(['203.0.113.7'])
    await endSessionOf(db, token)
    expect(await listSessions(db, id)).toEqual([])
  })

  test('no part of the sign-in library makes a session that does not pass the gate', async () => {
    const id = await createAccount(db, 'yara@zonnewinde.example', null)
    expect(await withLibrary(db, (library) => library.createSession(id))).toBeNull()
    expect(await listSessions(db, id)).toEqual([])
  })

  test('nobody ends the session of somebody else', async () => {
    const [sam, eva] = [await createAccount(db, 'sam@x.example', null), await createAccount(db, 'eva@x.example', null)]
    await openSession(db, sam, from)
    const [session] = await listSessions(db, sam)
    expect(await endSession(db, eva, session?.id ?? '')).toBe(false)
    expect(await endSession(db, sam, session?.id ?? '')).toBe(true)
  })

  test('an account keeps its sixty newest sessions and can end them all', async () => {
    const id = await createAccount(db, 'ada@zonnewinde.example', null)
    for (let nth = 0; nth < 63; nth += 1) await openSession(db, id, from)
    expect(await listSessions(db, id)).toHaveLength(60)
    await endAllSessions(db, id)
    expect(await listSessions(db, id)).toEqual([])
  })

  test('a session that is opened in a deed that fails was never there', async () => {
    const id = await createAccount(db, 'piet@zonnewinde.example', null)
    const failing = db.transaction().execute(async (trx) => {
      await openSession(trx, id, from)
      throw new Error('later in the deed')
    })
    await expect(failing).rejects.toThrow('later in the deed')
    expect(await listSessions(db, id)).toEqual([])
  })
})

describe('codes', () => {
  test('a code works once, within ten minutes', async () => {
    const made = await makeCode(db, secret, 'enter', 'Mira@zonnewinde.example', now)
    expect(made.code).toMatch(/^\d{6}$/)
    expect(await useCode(db, secret, 'enter', made, minutesLater(11))).toBeNull()
    expect(await useCode(db, secret, 'enter', made, minutesLater(9))).toBe('mira@zonnewinde.example')
    expect(await useCode(db, secret, 'enter', made, minutesLater(9))).toBeNull()
  })

  test('neither ticket nor code can be read from the table', async () => {
    const { code } = await makeCode(db, secret, 'enter', 'eva@zonnewinde.example', now)
    const row = await db
      .selectFrom('auth_verifications')
      .select('value')
      .where('identifier', '=', 'onderling:enter-code:eva@zonnewinde.example')
      .executeTakeFirstOrThrow()
    expect(row.value).not.toContain(code)
    expect(row.value).toHaveLength(43)
  })

  test('after five wrong tries the right code is dead too', async () => {
    const made = await makeCode(db, secret, 'enter', 'dirk@zonnewinde.example', now)
    const wrong = { ticket: made.ticket, code: made.code === '000000' ? '000001' : '000000' }
    for (let nth = 0; nth < 5; nth += 1) expect(await useCode(db, secret, 'enter', wrong, now)).toBeNull()
    expect(await useCode(db, secret, 'enter', made, now)).toBeNull()
  })

  test('a hundred tries at once are still only five', async () => {
    const made = await makeCode(db, secret, 'enter', 'lotte@zonnewinde.example', now)
    const wrong = { ticket: made.ticket, code: made.code === '000000' ? '000001' : '000000' }
    await Promise.all(Array.from({ length: 100 }, () => useCode(db, secret, 'enter', wrong, now)))
    const row = await db
      .selectFrom('auth_verifications')
      .select('tries')
      .where('id', '=', made.ticket)
      .executeTakeFirstOrThrow()
    expect(row.tries).toBe(5)
  })

  test('the right code a hundred times at once lets one in', async () => {
    const made = await makeCode(db, secret, 'enter', 'els@zonnewinde.example', now)
    const results = await Promise.all(Array.from({ length: 100 }, () => useCode(db, secret, 'enter', made, now)))
    expect(results.filter(Boolean)).toEqual(['els@zonnewinde.example'])
  })

  test('a newer code kills the older one, and a code of one kind is no code of another', async () => {
    const older = await makeCode(db, secret, 'enter', 'wil@zonnewinde.example', now)
    const newer = await makeCode(db, secret, 'enter', 'wil@zonnewinde.example', now)
    expect(await useCode(db, secret, 'enter', older, now)).toBeNull()
    expect(await useCode(db, secret, 'email', newer, now)).toBeNull()
    expect(await useCode(db, secret, 'enter', newer, now)).toBe('wil@zonnewinde.example')
  })
})

describe('tokens in links', () => {
  test('a token works once and in time, and a newer one kills it', async () => {
    const first = await makeToken(db, 'reset', 'jaap@zonnewinde.example', 30, now)
    const second = await makeToken(db, 'reset', 'jaap@zonnewinde.example', 30, now)
    expect(await useToken(db, 'reset', first, now)).toBeNull()
    expect(await useToken(db, 'join', second, now)).toBeNull()
    expect(await useToken(db, 'reset', second, minutesLater(31))).toBeNull()
    expect(await useToken(db, 'reset', second, now)).toBe('jaap@zonnewinde.example')
    expect(await useToken(db, 'reset', second, now)).toBeNull()
  })
})
