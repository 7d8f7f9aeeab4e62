import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { addressKey } from './address-key.ts'
import { createRateLimits, delayAfter, noLimits } from './rate-limits.ts'

const { pool, db } = await testDatabase()
const address = '198.51.100.4'

describe('limits by name', () => {
  test('the eleventh sign-in of an address within a minute has to wait', async () => {
    const limits = createRateLimits(pool)
    for (let nth = 0; nth < 10; nth += 1) expect((await limits.spend('sign-in', { address })).allowed).toBe(true)
    const refused = await limits.spend('sign-in', { address })
    expect(refused).toMatchObject({ allowed: false, limit: 10, remaining: 0 })
    expect(refused.resetSeconds).toBeGreaterThan(50)
    expect((await limits.spend('sign-in', { address: '198.51.100.5' })).allowed).toBe(true)
  })

  test('a hundred requests at once are fifty', async () => {
    const limits = createRateLimits(pool)
    const spent = await Promise.all(Array.from({ length: 100 }, () => limits.spend('general', { address })))
    expect(spent.filter((one) => one.allowed)).toHaveLength(50)
  })

  test('members are counted by who they are, not by the address they share', async () => {
    const limits = createRateLimits(pool)
    for (let nth = 0; nth < 60; nth += 1) await limits.spend('general', { address, memberId: '1' })
    expect((await limits.spend('general', { address, memberId: '1' })).allowed).toBe(false)
    expect((await limits.spend('general', { address, memberId: '2' })).allowed).toBe(true)
    expect((await limits.spend('general', { address })).allowed).toBe(true)
  })

  test('mail about a forgotten password is counted per account over all addresses and processes', async () => {
    const ask = (from: string) =>
      createRateLimits(pool).spend('reset-mail', { address: from, account: 'Noor@x.example' })
    for (const nth of [1, 2, 3]) expect((await ask(`192.0.2.${nth}`)).allowed).toBe(true)
    expect((await ask('192.0.2.4')).allowed).toBe(false)
    const keys = await db.selectFrom('rate_limits').select('key').execute()
    expect(JSON.stringify(keys).toLowerCase()).not.toContain('noor')
  })

  test('switched off, nobody waits', async () => {
    for (let nth = 0; nth < 40; nth += 1) expect((await noLimits.spend('sign-in', { address })).allowed).toBe(true)
    expect(createRateLimits(pool, false)).toBe(noLimits)
  })
})

describe('tries of one account', () => {
  test('ten are free, then each waits longer, and no try without a turn makes it worse', async () => {
    const limits = createRateLimits(pool)
    for (let nth = 0; nth < 10; nth += 1) expect((await limits.tryAccount('a@x.example')).allowed).toBe(true)
    expect((await limits.tryAccount('a@x.example')).allowed).toBe(true)
    const refused = await Promise.all(Array.from({ length: 30 }, () => limits.tryAccount('a@x.example')))
    expect(refused.every((one) => !one.allowed && one.resetSeconds <= 5)).toBe(true)
  })

  test('a hundred at once get hardly more than the free ones', async () => {
    const limits = createRateLimits(pool)
    const spent = await Promise.all(Array.from({ length: 100 }, () => limits.tryAccount('b@x.example')))
    expect(spent.filter((one) => one.allowed).length).toBeLessThanOrEqual(11)
  })

  test('getting in makes it forgotten', async () => {
    const limits = createRateLimits(pool)
    for (let nth = 0; nth < 12; nth += 1) await limits.tryAccount('c@x.example')
    await limits.forgiveAccount('c@x.example')
    expect((await limits.tryAccount('c@x.example')).allowed).toBe(true)
  })

  test('the wait grows to five minutes and never to a lock', () => {
    expect([10, 11, 12, 14, 30, 5000].map(delayAfter)).toEqual([0, 2, 4, 16, 300, 300])
  })
})

describe('the name an address is counted by', () => {
  test.each([
    ['203.0.113.9', 'a203.0.113.9'],
    ['::ffff:203.0.113.9', 'a203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', 'a2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', 'a2001:db8:1:2::/64'],
    ['2001:db8::1', 'a2001:db8:0:0::/64'],
    ['::1', 'a0:0:0:0::/64'],
    ['fe80::1%eth0', 'afe80:0:0:0::/64'],
    ['"><script>', 'aunknown'],
  ])('%s', (given, key) => expect(addressKey(given)).toBe(key))
})
