import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#community/members/actor.ts'
import { mayChangeRole, mayPlace } from '#community/members/keeping-rules.ts'
import { differenceOf, isSlug, isZone, moved } from './rules.ts'

const actor = (...roles: Role[]) => ({ id: '1', roles }) as unknown as Actor
const member = (...roles: Role[]) => ({ id: '2', roles })

describe('who may change somebody’s place', () => {
  test.each([
    ['an administrator that of an administrator', actor('administrator'), member('administrator'), null],
    ['a manager that of a moderator', actor('manager'), member('moderator'), null],
    ['a manager not that of a manager', actor('manager'), member('manager'), 'colleague-of-administrators'],
    ['a manager not that of the director', actor('manager'), member('director'), 'colleague-of-administrators'],
    ['a moderator nobody’s', actor('moderator'), member(), 'only-keepers'],
    ['nobody their own', actor('administrator'), { id: '1', roles: [] }, 'own-roles'],
  ] as const)('%s', (_what, who, whose, verdict) => expect(mayPlace(who, whose)).toBe(verdict))

  test('a manager gives moderator and editor, an administrator every role', () => {
    const given = (who: Actor) =>
      (['moderator', 'editor', 'manager', 'director', 'administrator'] as const).filter(
        (role) => mayChangeRole(who, member(), role) === null,
      )
    expect(given(actor('manager'))).toEqual(['moderator', 'editor'])
    expect(given(actor('administrator'))).toHaveLength(5)
  })
})

test('one goes a place up or down, and never off the end', () => {
  expect(moved(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 'down')).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'b', 'down')).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'x', 'up')).toEqual(['a', 'b'])
})

test('what somebody else gave or took meanwhile is left alone', () => {
  expect(differenceOf(['b', 'c'], ['a', 'b'], ['a', 'd'])).toEqual({ given: ['d'], taken: ['b'] })
})

test('zones are those of the world, not offsets or inventions', () => {
  for (const zone of ['Europe/Amsterdam', 'America/New_York', 'UTC']) expect(isZone(zone)).toBe(true)
  for (const zone of ['+02:00', 'Mars/Olympus', '', 'europe/amsterdam']) expect(isZone(zone)).toBe(false)
})

test('an address is made of small letters, digits and single hyphens', () => {
  for (const slug of ['warmte', 'zon-2', '5']) expect(isSlug(slug)).toBe(true)
  for (const slug of ['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a'.repeat(61)]) expect(isSlug(slug)).toBe(false)
})
