import { describe, expect, test } from 'vitest'
import { visitorHashOf } from '#community/drafts/adoption.ts'
import { findActor } from '#community/members/sessions.ts'
import { createRateLimits } from '#platform/http/rate-limits.ts'
import { testDatabase } from '#test/database.ts'
import { actorOf, askingOn, codeFor, joined, mailTo, testSite, tokenFor } from '#test/people.ts'
import { enterWithCode, mailEntryCode, signInWithPassword, signOut } from './entering.ts'
import { join } from './joining.ts'
import { chooseNewPassword, mailReset } from './passwords.ts'

const database = await testDatabase()
const site = testSite(database)
const asking = askingOn(site)
const later = (minutes: number) => askingOn(site, { now: new Date(asking.now.getTime() + minutes * 60_000) })

describe('becoming a member', () => {
  test('noor needs an address, a code and a name, and is in', async () => {
    const token = await tokenFor(asking, 'noor@zonnewinde.example')
    const result = await join(asking, { token, name: 'Noor de Wít', handle: '', password: '' })
    expect(result.outcome).toBe('done')
    if (result.outcome !== 'done') return
    expect(await actorOf(asking, result.value)).toMatchObject({
      handle: 'noor-de-wit',
      name: 'Noor de Wít',
      roles: [],
      staffTitle: null,
      blockedAt: null,
      language: 'nl',
    })
    const happened = await site.db.selectFrom('activity').select(['kind', 'facts']).execute()
    expect(happened).toEqual([{ kind: 'member.joined', facts: {} }])
  })

  test('what she wrote before is hers afterwards', async () => {
    const visitorHash = visitorHashOf('the cookie of a visitor')
    const soon = new Date(Date.now() + 1e8)
    await site.db
      .insertInto('drafts')
      .values({
        visitor_hash: visitorHash,
        place: 'question',
        fields: '{"title":"Mijn paneel doet niets"}',
        expires_at: soon,
      })
      .execute()
    const entered = await joined(askingOn(site, { visitorHash }), 'lieke')
    const drafts = await site.db.selectFrom('drafts').select(['member_id', 'fields']).execute()
    expect(drafts).toEqual([{ member_id: entered.memberId, fields: { title: 'Mijn paneel doet niets' } }])
  })

  test('a name that is taken gets a number, a handle that looks like another is refused', async () => {
    await joined(asking, 'mira')
    const token = await tokenFor(asking, 'mira2@zonnewinde.example')
    expect(await join(asking, { token, name: 'Mira', handle: 'm1ra', password: '' })).toEqual({
      outcome: 'refused',
      reason: 'handle-taken',
    })
    const result = await join(asking, { token, name: 'Mira', handle: '', password: '' })
    if (result.outcome !== 'done') throw new Error('not joined')
    expect((await actorOf(asking, result.value)).handle).toBe('mira-2')
  })

  test.each([
    [{ name: 'Klantenservice' }, 'name-imitates'],
    [{ name: 'Team Zonnewinde' }, 'name-imitates'],
    [{ handle: 'zonnewinde-hulp' }, 'handle-reserved'],
    [{ handle: 'admin' }, 'handle-reserved'],
    [{ handle: 'Éva' }, 'handle-form'],
    [{ handle: 'x' }, 'handle-form'],
    [{ password: 'kort' }, 'password-too-short'],
    [{ password: 'welkom12345' }, 'password-common'],
    [{ password: 'thijs@zonnewinde.example' }, 'password-common'],
    [{ password: 'é'.repeat(200) }, 'password-too-long'],
  ])('%j is refused as %s, and the link still works after it', async (given, reason) => {
    const token = await tokenFor(asking, 'thijs@zonnewinde.example')
    const input = { token, name: 'Thijs', handle: 'thijs-refused', password: '', ...given }
    expect(await join(asking, input)).toEqual({ outcome: 'refused', reason })
    expect(
      await site.db.selectFrom('auth_users').select('id').where('email', '=', 'thijs@zonnewinde.example').execute(),
    ).toEqual([])
  })

  test('ten people who choose one handle at once are one member, and ten clicks are one too', async () => {
    const tokens = await Promise.all([1, 2, 3, 4].map((nth) => tokenFor(asking, `els${nth}@zonnewinde.example`)))
    const results = await Promise.all(
      tokens.map((token) => join(asking, { token, name: 'Els', handle: 'els', password: '' })),
    )
    expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    const token = await tokenFor(asking, 'wil@zonnewinde.example')
    const clicks = await Promise.all(
      Array.from({ length: 10 }, () => join(asking, { token, name: 'Wil', handle: '', password: '' })),
    )
    expect(clicks.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  })
})

describe('signing in', () => {
  test('with a password, and out again', async () => {
    await joined(asking, 'henk')
    const result = await signInWithPassword(asking, { email: 'Henk@Zonnewinde.example', password: 'onderling-demo' })
    if (result.outcome !== 'done') throw new Error('not in')
    const { token } = result.value.session
    expect((await findActor(site.db, token))?.handle).toBe('henk')
    await signOut(asking, token)
    expect(await findActor(site.db, token)).toBeNull()
  })

  test('with a code', async () => {
    await joined(asking, 'fatima')
    const result = await enterWithCode(asking, await codeFor(asking, 'fatima@zonnewinde.example'))
    expect(result).toMatchObject({ outcome: 'done', value: { kind: 'entered' } })
  })

  test('an unknown address, a wrong password and a member without password get the same answer', async () => {
    await joined(asking, 'yara', '')
    const tries = ['henk', 'yara', 'nobody'].map((who) =>
      signInWithPassword(asking, { email: `${who}@zonnewinde.example`, password: 'niet het goede wachtwoord' }),
    )
    expect(new Set((await Promise.all(tries)).map((result) => JSON.stringify(result)))).toEqual(
      new Set(['{"outcome":"refused","reason":"wrong-password"}']),
    )
  })

  test('a member who was imported cannot sign in, not by password nor by code', async () => {
    await site.db.insertInto('members').values({ handle: 'imported', name: 'Imported' }).execute()
    const result = await enterWithCode(asking, await codeFor(asking, 'imported@zonnewinde.example'))
    expect(result).toMatchObject({ outcome: 'done', value: { kind: 'join' } })
  })

  test('a session ends after thirty days without use, and lives on with use', async () => {
    const { session } = await joined(asking, 'joris')
    const day = 24 * 60
    expect(await findActor(site.db, session.token, later(29 * day).now)).not.toBeNull()
    expect(await findActor(site.db, session.token, later(58 * day).now)).not.toBeNull()
    expect(await findActor(site.db, session.token, later(90 * day).now)).toBeNull()
  })

  test('the row of a session is written at most once a day', async () => {
    const { session } = await joined(asking, 'ruben')
    const seen = () =>
      site.db.selectFrom('auth_sessions').select('updated_at').orderBy('created_at', 'desc').executeTakeFirst()
    const before = await seen()
    await findActor(site.db, session.token, later(60).now)
    expect(await seen()).toEqual(before)
  })

  test('knowing the hash from the table opens nothing', async () => {
    await joined(asking, 'karin')
    const rows = await site.db.selectFrom('auth_sessions').select('token').execute()
    for (const { token } of rows) expect(await findActor(site.db, token)).toBeNull()
  })
})

describe('codes', () => {
  test('known and unknown addresses cost one mail and tell the page nothing', async () => {
    await joined(asking, 'sanne')
    const known = await mailEntryCode(asking, 'sanne@zonnewinde.example')
    const unknown = await mailEntryCode(asking, 'sannie@zonnewinde.example')
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(await mailTo(site, 'sannie@zonnewinde.example')).toHaveLength(1)
    expect((await mailTo(site, 'sannie@zonnewinde.example'))[0]?.text).toContain('nog geen lid')
  })

  test('the subject does not hold the code', async () => {
    const { code } = await codeFor(asking, 'bas@zonnewinde.example')
    const [mail] = await mailTo(site, 'bas@zonnewinde.example')
    expect(mail?.subject).not.toContain(code)
    expect(mail?.html).toContain(code)
  })

  test('a code of somebody else’s ticket opens nothing', async () => {
    await joined(asking, 'anouk')
    const mine = await codeFor(asking, 'attacker@zonnewinde.example')
    const theirs = await mailEntryCode(asking, 'anouk@zonnewinde.example')
    if (theirs.outcome !== 'done') throw new Error('no ticket')
    const mixed = { ticket: theirs.value.ticket, code: mine.code }
    expect(await enterWithCode(asking, mixed)).toEqual({ outcome: 'refused', reason: 'wrong-code' })
  })

  test.each(['', "' or 1=1 --", '\u0000', 'onderling:enter-code:%', 'a'.repeat(5_000)])(
    'the ticket %j is nobody’s',
    async (ticket) =>
      expect(await enterWithCode(asking, { ticket: ticket.replaceAll('\u0000', ''), code: '123456' })).toMatchObject({
        outcome: 'refused',
      }),
  )
})

describe('a forgotten password', () => {
  const linkTo = async (email: string) => {
    await mailReset(asking, email)
    const [mail] = await mailTo(site, email)
    return /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  }

  test('henk chooses a new one: he is in, every other session is over, the old password is dead', async () => {
    const before = await joined(asking, 'gerard')
    const token = await linkTo('gerard@zonnewinde.example')
    const result = await chooseNewPassword(asking, { token, password: 'nieuwe lange wachtzin' })
    expect(result.outcome).toBe('done')
    expect(await findActor(site.db, before.session.token)).toBeNull()
    const old = await signInWithPassword(asking, { email: 'gerard@zonnewinde.example', password: 'onderling-demo' })
    expect(old.outcome).toBe('refused')
    expect((await mailTo(site, 'gerard@zonnewinde.example'))[0]?.kind).toBe('membership-password-changed')
    expect(await chooseNewPassword(asking, { token, password: 'nog een lange zin' })).toMatchObject({
      reason: 'old-link',
    })
  })

  test('an older link is dead, a late one too, and a weak choice does not use it up', async () => {
    await joined(asking, 'hilde')
    const first = await linkTo('hilde@zonnewinde.example')
    const token = await linkTo('hilde@zonnewinde.example')
    const password = 'nieuwe lange wachtzin'
    expect(await chooseNewPassword(asking, { token: first, password })).toMatchObject({ reason: 'old-link' })
    expect(await chooseNewPassword(later(31), { token, password })).toMatchObject({ reason: 'old-link' })
    expect(await chooseNewPassword(asking, { token, password: 'kort' })).toMatchObject({ reason: 'password-too-short' })
    expect(await chooseNewPassword(asking, { token, password })).toMatchObject({ outcome: 'done' })
  })

  test('a hundred clicks on one link are one', async () => {
    await joined(asking, 'frits')
    const token = await linkTo('frits@zonnewinde.example')
    const clicks = Array.from({ length: 20 }, () =>
      chooseNewPassword(asking, { token, password: 'nieuwe lange wachtzin' }),
    )
    expect((await Promise.all(clicks)).filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  })

  test('a stranger’s address gets a mail without a link, and the page says the same', async () => {
    const answers = await Promise.all(
      ['frits@zonnewinde.example', 'stranger@zonnewinde.example'].map((email) => mailReset(asking, email)),
    )
    expect(answers[0]).toEqual(answers[1])
    const [mail] = await mailTo(site, 'stranger@zonnewinde.example')
    expect(mail?.text).not.toContain('token=')
  })

  test('links in mails point to PUBLIC_URL, whatever a request claims', async () => {
    await mailReset(askingOn(site, { userAgent: 'Host: evil.example' }), 'frits@zonnewinde.example')
    const [mail] = await mailTo(site, 'frits@zonnewinde.example')
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/new-password\?token=/)
  })
})

describe('floods', () => {
  test('the right password waits too after ten wrong ones, for seconds and not for ever', async () => {
    const slow = askingOn(testSite(database, createRateLimits(database.pool)))
    await joined(asking, 'omar')
    const wrong = () => signInWithPassword(slow, { email: 'omar@zonnewinde.example', password: 'mis mis mis mis' })
    for (let nth = 0; nth < 11; nth += 1) await wrong()
    const right = await signInWithPassword(slow, { email: 'omar@zonnewinde.example', password: 'onderling-demo' })
    expect(right).toMatchObject({ outcome: 'wait' })
    if (right.outcome === 'wait') expect(right.seconds).toBeLessThan(10)
  })

  test('an address gets five codes an hour', async () => {
    const slow = askingOn(testSite(database, createRateLimits(database.pool)), { address: '192.0.2.88' })
    for (let nth = 0; nth < 5; nth += 1) expect((await mailEntryCode(slow, 'vera@x.example')).outcome).toBe('done')
    expect((await mailEntryCode(slow, 'Vera@x.example')).outcome).toBe('wait')
  })
})
