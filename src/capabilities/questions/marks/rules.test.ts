import { describe, expect, test } from 'vitest'
import { type Mark, type MarkKind, solvedAtFor, stateFor } from './rules.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes))
const mark = (kind: MarkKind, answerId: string | null = null, minutes = 0): Mark => ({
  kind,
  answerId,
  madeAt: at(minutes),
})
const worked = (answerId: string, times: number) => Array.from({ length: times }, () => mark('worked', answerId))

describe('the state of a question', () => {
  test.each<[string, Mark[], number, string]>([
    ['is new without answers', [], 0, 'new'],
    ['is answered with one', [], 1, 'answered'],
    ['stays answered while two members say that it worked', worked('7', 2), 1, 'answered'],
    ['is confirmed by the community from three members on', worked('7', 3), 1, 'community-confirmed'],
    [
      'is not confirmed by three members over three answers',
      [mark('worked', '1'), mark('worked', '2'), mark('worked', '3')],
      3,
      'answered',
    ],
    ['is verified when the brand vouches', [...worked('7', 3), mark('verified', '7')], 1, 'brand-verified'],
    [
      'is confirmed when the asker says so, whatever else holds',
      [mark('verified', '7'), mark('confirmed', '8')],
      2,
      'confirmed',
    ],
    [
      'is not solved when the asker says so later',
      [mark('confirmed', '7', 1), mark('not-solved', null, 2)],
      1,
      'not-solved',
    ],
    [
      'is confirmed again when that comes later still',
      [mark('confirmed', '7', 3), mark('not-solved', null, 2)],
      1,
      'confirmed',
    ],
    ['is not solved without any confirmation before', [mark('not-solved', null, 2)], 1, 'not-solved'],
    ['is outdated when what solved it is', [mark('confirmed', '7'), mark('outdated', '7')], 1, 'outdated'],
    [
      'is not outdated while another answer still solves it',
      [mark('confirmed', '7'), mark('outdated', '7'), mark('verified', '8')],
      2,
      'brand-verified',
    ],
    [
      'is not outdated by an answer that never solved anything',
      [mark('outdated', '7'), mark('confirmed', '8')],
      2,
      'confirmed',
    ],
    ['is outdated as a whole when staff says so', [mark('confirmed', '7'), mark('outdated')], 1, 'outdated'],
    [
      'is escalated before it is outdated',
      [mark('escalated'), mark('confirmed', '7'), mark('outdated', '7')],
      1,
      'escalated',
    ],
    ['is a duplicate before all else', [mark('duplicate'), mark('escalated'), mark('confirmed', '7')], 1, 'duplicate'],
  ])('%s', (_, marks, answers, state) => {
    expect(stateFor(marks, answers, 3)).toBe(state)
  })

  test('needs as many members as the community chose', () => {
    expect(stateFor(worked('7', 1), 1, 1)).toBe('community-confirmed')
    expect(stateFor(worked('7', 4), 1, 5)).toBe('answered')
  })
})

describe('the moment at which a question was solved', () => {
  test('is that of the first confirmation or verification', () => {
    const marks = [mark('confirmed', '7', 30), mark('verified', '8', 10), mark('worked', '7', 5)]
    expect(solvedAtFor(marks, 'confirmed')).toEqual(at(10))
  })

  test('is unknown while it is not solved', () => {
    expect(solvedAtFor([mark('confirmed', '7', 30)], 'not-solved')).toBeNull()
  })
})
