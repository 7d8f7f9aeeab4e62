import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#community/members/actor.ts'
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from '#community/members/api-keys.ts'
import { blockMember, unblockMember } from '#community/members/blocking.ts'
import { lockMember } from '#community/members/keeping-queries.ts'
import { findBlock, findMemberByHandle, findMemberCards } from '#community/members/members.ts'
import { grantRole, revokeRole } from '#community/members/role-keeping.ts'
import { findActor } from '#community/members/sessions.ts'
import { findAccount } from '#platform/auth/accounts.ts'
import { testDatabase } from '#test/database.ts'
import { actorOf, askingOn, joined, mailTo, testSite } from '#test/people.ts'
import type { Entered } from './asking.ts'
import { confirmEmailChange, startEmailChange } from './email-change.ts'
import { signInWithPassword } from './entering.ts'
import { changePassword, mailReset } from './passwords.ts'
import { countPostsOf, listAnsweredBy, listQuestionsOf } from './post-queries.ts'
import { saveProfile } from './profile.ts'
import { findProfile } from './queries.ts'
import { setUp, setupCodeOf, setupInvitation } from './setup.ts'

const database = await testDatabase()
const site = testSite(database)
const asking = askingOn(site)

const setup = {
  code: setupCodeOf(site).toUpperCase(),
  brand: 'Zonnewinde',
  name: 'Ada',
  handle: 'ada',
  email: 'ada@zonnewinde.example',
  password: 'onderling-demo',
  language: 'nl',
  staffTitle: 'Beheerder',
} as const

describe('the first visit', () => {
  test('needs the code of the console, and happens once', async () => {
    expect((await setupInvitation(site))?.url).toBe('http://localhost:3000/setup')
    expect(await setUp(asking, { ...setup, code: 'aaaa-bbbb-cccc' })).toMatchObject({ reason: 'wrong-setup-code' })
    expect(await setUp(asking, { ...setup, handle: 'admin' })).toMatchObject({ reason: 'handle-reserved' })
    const results = await Promise.all([
      setUp(asking, setup),
      setUp(asking, { ...setup, handle: 'eve', email: 'e@x.example' }),
    ])
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
    expect(await setupInvitation(site)).toBeNull()
    const admins = await site.db.selectFrom('member_roles').select('role').execute()
    expect(admins).toEqual([{ role: 'administrator' }])
    const boards = await site.db.selectFrom('boards').select(['slug', 'name', 'name_en', 'access']).execute()
    expect(boards).toEqual([{ slug: 'algemeen', name: 'Algemeen', name_en: 'General', access: 'everyone' }])
    expect(await setUp(asking, setup)).toMatchObject({ outcome: 'refused' })
  })
})

async function staff(handle: string, role: Role): Promise<Actor> {
  const entered = await joined(asking, handle)
  await site.db.updateTable('members').set({ staff_title: role }).where('id', '=', entered.memberId).execute()
  await site.db.insertInto('member_roles').values({ member_id: entered.memberId, role }).execute()
  return actorOf(asking, entered)
}

describe('one’s own account', () => {
  test('a new password signs out the other devices and gives this one a new token', async () => {
    const here = await joined(asking, 'bram')
    const there = await signIn('bram')
    const actor = await actorOf(asking, here)
    expect(await changePassword(asking, actor, { current: 'mis', password: 'een heel nieuwe zin' })).toMatchObject({
      reason: 'wrong-current',
    })
    const result = await changePassword(asking, actor, { current: 'onderling-demo', password: 'een heel nieuwe zin' })
    if (result.outcome !== 'done') throw new Error('not changed')
    expect(await findActor(site.db, there.session.token)).toBeNull()
    expect(await findActor(site.db, here.session.token)).toBeNull()
    expect((await findActor(site.db, result.value.token))?.handle).toBe('bram')
  })

  test('a changed password kills the links that were mailed before', async () => {
    const actor = await actorOf(asking, await joined(asking, 'daan'))
    await mailReset(asking, 'daan@zonnewinde.example')
    await startEmailChange(asking, actor, { email: 'daan2@zonnewinde.example', password: 'onderling-demo' })
    await changePassword(asking, actor, { current: 'onderling-demo', password: 'een heel nieuwe zin' })
    const left = await site.db
      .selectFrom('auth_verifications')
      .select('id')
      .where('identifier', 'like', '%daan@%')
      .execute()
    expect(left).toEqual([])
    expect(await confirmEmailChange(asking, await tokenTo('daan2@zonnewinde.example'), actor)).toMatchObject({
      reason: 'old-link',
    })
  })

  test('a profile takes the fields of its form and nothing else', async () => {
    const actor = await actorOf(asking, await joined(asking, 'roos'))
    const change = {
      name: 'Roos',
      about: 'Uit Zwolle',
      interests: ['zon'],
      language: 'en',
      products: ['unknown'],
    } as const
    expect(await saveProfile(asking, actor, change)).toBeNull()
    expect(await findProfile(site.db, 'ROOS')).toMatchObject({
      name: 'Roos',
      about: 'Uit Zwolle',
      interests: ['zon'],
      products: [],
    })
    expect(await saveProfile(asking, actor, { ...change, name: 'Z o n n e w i n d e' })).toBe('name-imitates')
    expect(await findMemberByHandle(site.db, 'roos')).toMatchObject({ name: 'Roos', staffTitle: null })
    expect((await findMemberCards(site.db, [actor.id, actor.id])).get(actor.id)?.handle).toBe('roos')
  })
})

describe('another e-mail address', () => {
  test('counts when both addresses have agreed, and then all that was mailed before is dead', async () => {
    const entered = await joined(asking, 'tess')
    const actor = await actorOf(asking, entered)
    const other = await signIn('tess')
    await startEmailChange(asking, actor, { email: 'Tess.Nieuw@x.example', password: 'onderling-demo' })
    const [oldToken, newToken] = [await tokenTo('tess@zonnewinde.example'), await tokenTo('Tess.Nieuw@x.example')]
    expect(await confirmEmailChange(asking, newToken, null)).toEqual({ outcome: 'done', value: 'half' })
    expect(await confirmEmailChange(asking, newToken, null)).toEqual({ outcome: 'done', value: 'half' })
    expect((await findAccount(site.db, actor.accountId))?.email).toBe('tess@zonnewinde.example')
    expect(await confirmEmailChange(asking, oldToken, actor)).toEqual({ outcome: 'done', value: 'changed' })
    expect((await findAccount(site.db, actor.accountId))?.email).toBe('tess.nieuw@x.example')
    expect(await findActor(site.db, other.session.token)).toBeNull()
    expect(await findActor(site.db, entered.session.token)).not.toBeNull()
    expect((await mailTo(site, 'tess@zonnewinde.example'))[0]?.kind).toBe('membership-email-changed')
    expect(await confirmEmailChange(asking, oldToken, actor)).toMatchObject({ reason: 'old-link' })
  })

  test('needs the password, and an address that is another', async () => {
    const actor = await actorOf(asking, await joined(asking, 'peter'))
    const start = (email: string, password: string) => startEmailChange(asking, actor, { email, password })
    expect(await start('p@x.example', 'mis')).toMatchObject({ reason: 'wrong-current' })
    expect(await start('PETER@zonnewinde.example', 'onderling-demo')).toMatchObject({ reason: 'same-email' })
  })

  test('to somebody else’s address looks the same, and that person is told instead', async () => {
    const actor = await actorOf(asking, await joined(asking, 'agnes'))
    const start = (email: string) => startEmailChange(asking, actor, { email, password: 'onderling-demo' })
    expect(await start('tess.nieuw@x.example')).toEqual(await start('free@x.example'))
    await start('tess.nieuw@x.example')
    const [mail] = await mailTo(site, 'tess.nieuw@x.example')
    expect(mail?.kind).toBe('membership-address-taken')
    expect(mail?.text).not.toContain('token=')
  })

  test('two changes at once leave one, and its links only', async () => {
    const actor = await actorOf(asking, await joined(asking, 'nienke'))
    const emails = [1, 2, 3, 4].map((nth) => `nienke${nth}@x.example`)
    await Promise.all(emails.map((email) => startEmailChange(asking, actor, { email, password: 'onderling-demo' })))
    const tokens = await Promise.all(emails.map(tokenTo))
    const results = await Promise.all(tokens.map((token) => confirmEmailChange(asking, token, actor)))
    expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  })

  test('both buttons at the same moment change it once', async () => {
    const actor = await actorOf(asking, await joined(asking, 'corrie'))
    await startEmailChange(asking, actor, { email: 'c2@x.example', password: 'onderling-demo' })
    const tokens = [await tokenTo('corrie@zonnewinde.example'), await tokenTo('c2@x.example')]
    const results = await Promise.all(tokens.map((token) => confirmEmailChange(asking, token, actor)))
    expect(results.map((result) => (result.outcome === 'done' ? result.value : '')).sort()).toEqual(['changed', 'half'])
  })

  test('an address that somebody else took in the meantime is not taken twice', async () => {
    const actor = await actorOf(asking, await joined(asking, 'dennis'))
    await startEmailChange(asking, actor, { email: 'jelle@zonnewinde.example', password: 'onderling-demo' })
    const [oldToken, newToken] = [await tokenTo('dennis@zonnewinde.example'), await tokenTo('jelle@zonnewinde.example')]
    await joined(asking, 'jelle')
    await confirmEmailChange(asking, oldToken, actor)
    expect(await confirmEmailChange(asking, newToken, actor)).toMatchObject({ reason: 'old-link' })
    expect((await findAccount(site.db, actor.accountId))?.email).toBe('dennis@zonnewinde.example')
  })
})

describe('blocking and roles', () => {
  test('a blocked member is blocked at the next request, and reads why', async () => {
    const sam = await staff('sam', 'moderator')
    const entered = await joined(asking, 'koen')
    const result = await blockMember(asking, sam, 'koen', 'Drie keer <b>reclame</b> geplaatst')
    expect(result?.outcome).toBe('done')
    expect((await actorOf(asking, entered)).blockedAt).not.toBeNull()
    expect((await findBlock(site.db, entered.memberId))?.reason).toBe('Drie keer <b>reclame</b> geplaatst')
    const [mail] = await mailTo(site, 'koen@zonnewinde.example')
    expect(mail?.text).toContain('Drie keer <b>reclame</b> geplaatst')
    expect(mail?.html).toContain('Drie keer &lt;b>reclame&lt;/b> geplaatst')
    expect(await blockMember(asking, sam, 'koen', 'Nog eens')).toMatchObject({ reason: 'already-blocked' })
    expect(await unblockMember(asking, sam, 'koen', 'Afgesproken')).toMatchObject({ outcome: 'done' })
    expect((await actorOf(asking, entered)).blockedAt).toBeNull()
  })

  test('moderators do not block colleagues or themselves, members nobody, and nobody an unknown', async () => {
    const [lotte, vera] = [await staff('lotte', 'moderator'), await staff('vera', 'editor')]
    const hans = await actorOf(asking, await joined(asking, 'hans'))
    expect(await blockMember(asking, lotte, 'vera', 'x')).toMatchObject({ reason: 'only-administrators' })
    expect(await blockMember(asking, lotte, 'lotte', 'x')).toMatchObject({ reason: 'own-block' })
    expect(await blockMember(asking, hans, 'vera', 'x')).toMatchObject({ reason: 'only-moderators' })
    expect(await blockMember(asking, vera, 'hans', 'x')).toMatchObject({ reason: 'only-moderators' })
    expect(await blockMember(asking, lotte, 'nobody', 'x')).toBeNull()
  })

  test('with another role a member signs in again, and the last administrator stays', async () => {
    const entered = await joined(asking, 'ingrid')
    await site.db.transaction().execute(async (db) => {
      const member = await lockMember(db, 'ingrid')
      if (member) await grantRole(db, member, 'editor', null)
    })
    expect(await findActor(site.db, entered.session.token)).toBeNull()
    const result = await site.db.transaction().execute(async (db) => {
      const ada = (await lockMember(db, 'ada')) ?? (await lockMember(db, 'eve'))
      return ada && revokeRole(db, ada, 'administrator', null)
    })
    expect(result).toMatchObject({ reason: 'last-administrator' })
  })
})

describe('what a profile shows of hidden things', () => {
  test('a question in a board for some is neither listed nor counted for others', async () => {
    const asker = await joined(asking, 'stefan')
    const insider = await actorOf(asking, await joined(asking, 'priya'))
    const outsider = await actorOf(asking, await joined(asking, 'jaap'))
    const sam = await staff('eva', 'manager')
    const { id: boardId } = await site.db
      .insertInto('boards')
      .values({ slug: 'intern', name: 'Intern', access: 'listed' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await site.db.insertInto('board_members').values({ board_id: boardId, member_id: insider.id }).execute()
    const { id: questionId } = await site.db
      .insertInto('questions')
      .values({ board_id: boardId, author_id: asker.memberId, title: 'MARKER', slug: 'marker', body: 'x', html: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await site.db
      .insertInto('answers')
      .values({ question_id: questionId, author_id: asker.memberId, body: 'y', html: 'y' })
      .execute()
    const seenBy = async (viewer: Actor | null) => [
      (await listQuestionsOf(site.db, viewer, asker.memberId)).length,
      (await listAnsweredBy(site.db, viewer, asker.memberId)).length,
      await countPostsOf(site.db, viewer, asker.memberId),
    ]
    const all = [1, 1, { questions: 1, answers: 1 }]
    const none = [0, 0, { questions: 0, answers: 0 }]
    expect([await seenBy(insider), await seenBy(sam)]).toEqual([all, all])
    expect([await seenBy(null), await seenBy(outsider)]).toEqual([none, none])
    await site.db.updateTable('questions').set({ hidden_at: new Date() }).execute()
    expect(await seenBy(insider)).toEqual(none)
  })
})

test('an API key works until it is revoked or its member is blocked, and is kept as a hash', async () => {
  const { memberId } = await joined(asking, 'tom')
  const key = await createApiKey(site.db, memberId, ['questions:write'])
  expect(await findApiKey(site.db, key)).toMatchObject({ scopes: ['questions:write'], actor: { handle: 'tom' } })
  const kept = await site.db.selectFrom('api_keys').select('key_hash').executeTakeFirstOrThrow()
  expect(key).not.toContain(kept.key_hash)
  await site.db.updateTable('members').set({ blocked_at: new Date() }).where('id', '=', memberId).execute()
  expect(await findApiKey(site.db, key)).toBeNull()
  await site.db.updateTable('members').set({ blocked_at: null }).where('id', '=', memberId).execute()
  const [listed] = await listApiKeys(site.db, memberId)
  expect(await revokeApiKey(site.db, listed?.id ?? '')).toBe(true)
  expect(await revokeApiKey(site.db, listed?.id ?? '')).toBe(false)
  expect(await findApiKey(site.db, key)).toBeNull()
})

async function signIn(handle: string): Promise<Entered> {
  const result = await signInWithPassword(asking, { email: `${handle}@zonnewinde.example`, password: 'onderling-demo' })
  if (result.outcome !== 'done') throw new Error(`${handle} cannot sign in`)
  return result.value
}

async function tokenTo(email: string) {
  const mails = await mailTo(site, email)
  const mail = mails.find(({ text }) => text.includes('token='))
  return /token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
}
