import { expect, it } from 'vitest'
import { isNews, mailTimeFor, wantsMail } from './rules.ts'

const now = new Date('2026-11-23T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

it('the first mail about a question leaves at once, the next waits until ten minutes after it', () => {
  expect(mailTimeFor(null, now)).toEqual(now)
  expect(mailTimeFor(minutesAgo(4), now)).toEqual(minutesAgo(-6))
  expect(mailTimeFor(minutesAgo(60), now)).toEqual(now)
})

it('what happened last week is no news', () => {
  expect(isNews(minutesAgo(60), now)).toBe(true)
  expect(isNews(minutesAgo(7 * 24 * 60), now)).toBe(false)
})

it('what a member chose goes before what the kind proposes', () => {
  expect(wantsMail(undefined, true)).toBe(true)
  expect(wantsMail('off', true)).toBe(false)
  expect(wantsMail('on', false)).toBe(true)
})
