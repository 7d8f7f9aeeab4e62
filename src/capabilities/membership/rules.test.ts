import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#community/members/actor.ts'
import { mayBlock, mayLoseRole, mayUnblock, type RuledMember } from '#community/members/keeping-rules.ts'
import { deviceOf } from './device.ts'
import { readEmail, readProfile, readSignIn, tokenOf, wordOf } from './forms.ts'
import { mayBeName } from './rules.ts'

const actor = (...roles: Role[]) => ({ id: '1', roles }) as unknown as Actor
const customer: RuledMember = { id: '2', roles: [], staffTitle: null, blockedAt: null }
const colleague: RuledMember = { ...customer, staffTitle: 'Klantenservice' }
const blocked: RuledMember = { ...customer, blockedAt: new Date() }

describe('who may block whom', () => {
  test.each([
    ['a moderator blocks a customer', actor('moderator'), customer, null],
    ['a community manager does too', actor('manager'), customer, null],
    ['a member blocks nobody', actor(), customer, 'only-moderators'],
    ['a director blocks nobody', actor('director'), customer, 'only-moderators'],
    ['nobody blocks themselves', actor('administrator'), { ...customer, id: '1' }, 'own-block'],
    ['a moderator does not block a colleague', actor('moderator'), colleague, 'only-administrators'],
    ['nor somebody with a role', actor('manager'), { ...customer, roles: ['editor'] }, 'only-administrators'],
    ['an administrator blocks a colleague', actor('administrator'), colleague, null],
    ['once is enough', actor('moderator'), blocked, 'already-blocked'],
  ] as const)('%s', (_what, who, member, verdict) => expect(mayBlock(who, member)).toBe(verdict))

  test('a block is lifted by whoever may block, when there is one', () => {
    expect(mayUnblock(actor('moderator'), blocked)).toBeNull()
    expect(mayUnblock(actor('moderator'), customer)).toBe('not-blocked')
    expect(mayUnblock(actor(), blocked)).toBe('only-moderators')
  })
})

test('the last administrator stays one', () => {
  expect(mayLoseRole('administrator', 1)).toBe('last-administrator')
  expect(mayLoseRole('administrator', 2)).toBeNull()
  expect(mayLoseRole('editor', 0)).toBeNull()
})

test('a customer does not call themselves the brand or its staff; staff may', () => {
  for (const name of ['Zonnewinde', 'Z.o.n.n.e.w.i.n.d.e', 'Team ZONNEWINDE', 'Moderator', 'Klanten-service'])
    expect([name, mayBeName(name, 'Zonnewinde', false)]).toEqual([name, 'name-imitates'])
  // Cyrillic and Greek letters among the Latin ones.
  for (const name of ['\u041alantenservice', 'Z\u03bfnnewinde'])
    expect([name, mayBeName(name, 'Zonnewinde', false)]).toEqual([name, 'name-imitates'])
  expect(mayBeName('Mira van Zonnewinde', 'Zonnewinde', true)).toBeNull()
  expect(mayBeName('Zonneke de Wind', 'Zonnewinde', false)).toBeNull()
})

describe('what forms read', () => {
  test.each(['noor@zonnewinde.example', 'a.b+c@x.co', "o'neil@x.example", ' NOOR@x.example '])(
    '%j is an address',
    (email) => expect(readEmail({ email }).problems).toEqual([]),
  )

  test.each([
    '',
    'noor',
    'noor@',
    '@x.example',
    'noor@localhost',
    'noor@x..example',
    'a b@x.example',
    'a@x.example\nbcc: b@x.example',
    'a@x.example,b@x.example',
    '<a@x.example>',
    '"a"@x.example',
    '=?utf-8?q?a=40evil.example=3e=00?=foo@x.example>',
    `${'a'.repeat(65)}@x.example`,
    `a@${'b'.repeat(60)}.${'c'.repeat(250)}.example`,
    'nöör@x.example',
  ])('%j is not', (email) => expect(readEmail({ email }).problems).toEqual([{ field: 'email', problem: 'email' }]))

  test('a field that comes twice, as an object or from a prototype is empty', () => {
    for (const input of [{ a: ['x', 'y'] }, { a: { b: 'x' } }, { a: 5 }, {}, null, 'a', Object.create({ a: 'x' })])
      expect(wordOf(input, 'a')).toBe('')
    expect(wordOf({ constructor: 1 }, 'constructor')).toBe('')
    expect(wordOf({}, 'toString')).toBe('')
  })

  test('a token is what we make, and nothing else', () => {
    expect(tokenOf({ t: 'a'.repeat(43) }, 't')).toHaveLength(43)
    for (const t of ['a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}\n`, `${'a'.repeat(42)}%`])
      expect(tokenOf({ t }, 't')).toBe('')
  })

  test('a password stays as it was typed', () => {
    expect(readSignIn({ email: 'a@x.example', password: '  twee spaties  ' }).value.password).toBe('  twee spaties  ')
  })

  test('a profile is bounded, cleaned and never gets more than its fields', () => {
    const { value, problems } = readProfile({
      name: `  Noor\u202e  de\u0000 Wit `,
      about: 'x'.repeat(2_001),
      interests: Array.from({ length: 13 }, (_, nth) => `i${nth}`).join(','),
      product: ['aero', 'AERO!', { a: 1 }],
      role: 'administrator',
    })
    expect(problems.map(({ field }) => field)).toEqual(['about', 'interests'])
    expect(value).toMatchObject({ name: 'Noor de Wit', products: ['aero'], language: null })
    expect(Object.keys(value)).not.toContain('role')
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['', null],
])('%s is shown as %s', (agent, name) => expect(deviceOf(agent)).toBe(name))
