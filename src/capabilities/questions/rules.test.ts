import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#community/members/actor.ts'
import { mayAskNow, mayPostNow, mayProposeNow, type Pace, type ProposalPace } from './pace.ts'
import * as rules from './rules.ts'

const person = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...{ id, accountId: id, sessionId: 's', handle: `m${id}`, name: `M ${id}`, roles: [] as Role[], staffTitle: null },
  ...{ language: null, avatarId: null, unreadNotices: 0, joinedAt: new Date('2025-01-01'), blockedAt: null },
  listedBoards: [],
  ...more,
})
const fatima = person('1')
const henk = person('2')
const sam = person('3', { roles: ['moderator'], staffTitle: 'klantenservice' })
const now = new Date('2026-11-23T12:00:00Z')

const question = (more: Partial<rules.RuledQuestion> = {}): rules.RuledQuestion => ({
  ...{ authorId: '1', closedAt: null, hiddenAt: null, deletedAt: null, mergedIntoId: null, answerCount: 1 },
  ...more,
})
const post = (authorId: string, more: Partial<rules.RuledPost> = {}): rules.RuledPost => ({
  ...{ authorId, hiddenAt: null, deletedAt: null },
  ...more,
})

test('whoever is blocked writes nothing', () => {
  const blocked = person('1', { blockedAt: now })
  const verdicts = [
    rules.mayAnswer(blocked, question()),
    rules.mayQuote(blocked, question(), post('2')),
    rules.mayEdit(blocked, post('1')),
    rules.mayDeleteQuestion(blocked, question({ answerCount: 0 })),
    rules.mayDeletePost(blocked, post('1')),
    rules.mayAccept(blocked, question(), post('2')),
    rules.maySayNotSolved(blocked, question()),
    rules.maySayWorked(blocked, question({ authorId: '9' }), post('2')),
    rules.maySayHaveThisToo(blocked, question({ authorId: '9' })),
    rules.mayThank(blocked, post('2')),
  ]
  expect(new Set(verdicts)).toEqual(new Set(['blocked']))
})

describe('accepting an answer', () => {
  test('is for the asker, also after the question was closed', () => {
    expect(rules.mayAccept(fatima, question({ closedAt: now }), post('2'))).toBeNull()
  })
  test('is not for somebody else, staff included', () => {
    expect(rules.mayAccept(henk, question(), post('2'))).toBe('only-asker')
    expect(rules.mayAccept(sam, question(), post('2'))).toBe('only-asker')
  })
  test('needs an answer that is still there', () => {
    expect(rules.mayAccept(fatima, question(), post('2', { hiddenAt: now }))).toBe('removed')
    expect(rules.mayAccept(fatima, question({ deletedAt: now }), post('2'))).toBe('removed')
  })
})

describe('"worked for me"', () => {
  test('is for other members', () => expect(rules.maySayWorked(henk, question(), post('9'))).toBeNull())
  test('is not for the author of the answer', () =>
    expect(rules.maySayWorked(henk, question(), post('2'))).toBe('own-answer'))
  test('is not for the asker, who confirms', () =>
    expect(rules.maySayWorked(fatima, question(), post('2'))).toBe('own-question'))
})

describe('quoting', () => {
  test('is for whoever may answer, and offered to visitors while the question is open', () => {
    for (const viewer of [henk, null]) expect(rules.mayQuote(viewer, question(), post('2'))).toBeNull()
    for (const viewer of [henk, null]) {
      expect(rules.mayQuote(viewer, question({ closedAt: now }), post('2'))).toBe('closed')
    }
    expect(rules.mayQuote(sam, question({ closedAt: now }), post('2'))).toBeNull()
  })
  test('is of what is shown, also for who sees what is hidden', () => {
    expect(rules.mayQuote(sam, question(), post('2', { hiddenAt: now }))).toBe('removed')
    expect(rules.mayQuote(henk, question(), post('2', { deletedAt: now }))).toBe('removed')
  })
})

describe('answering', () => {
  test('is possible while the question is open', () => expect(rules.mayAnswer(henk, question())).toBeNull())
  test('ends when it is closed, except for staff', () => {
    expect(rules.mayAnswer(henk, question({ closedAt: now }))).toBe('closed')
    expect(rules.mayAnswer(sam, question({ closedAt: now }))).toBeNull()
  })
  test('ends when it was hidden or merged', () => {
    expect(rules.mayAnswer(henk, question({ hiddenAt: now }))).toBe('removed')
    expect(rules.mayAnswer(henk, question({ mergedIntoId: '5' }))).toBe('removed')
  })
})

describe('changing and deleting', () => {
  test('authors change their own text, moderators any', () => {
    expect(rules.mayEdit(henk, post('2'))).toBeNull()
    expect(rules.mayEdit(sam, post('2'))).toBeNull()
    expect(rules.mayEdit(fatima, post('2'))).toBe('not-yours')
    expect(rules.mayEdit(henk, post('2', { hiddenAt: now }))).toBe('removed')
  })
  test('a question that others answered stays', () => {
    expect(rules.mayDeleteQuestion(fatima, question())).toBe('has-answers')
    expect(rules.mayDeleteQuestion(fatima, question({ answerCount: 0 }))).toBeNull()
    expect(rules.mayDeleteQuestion(henk, question({ answerCount: 0 }))).toBe('not-yours')
  })
  test('nobody deletes twice, or what is not theirs', () => {
    expect(rules.mayDeletePost(henk, post('2', { deletedAt: now }))).toBe('removed')
    expect(rules.mayDeletePost(sam, post('2'))).toBe('not-yours')
  })
})

describe('thanks, "I have this too" and vouching', () => {
  test('nobody thanks themselves', () => expect(rules.mayThank(henk, post('2'))).toBe('own-post'))
  test('the asker has it anyway', () => expect(rules.maySayHaveThisToo(fatima, question())).toBe('own-question'))
  test('only staff vouches', () => {
    expect(rules.mayVerify(henk, post('1'))).toBe('only-staff')
    expect(rules.mayVerify(sam, post('1'))).toBeNull()
  })
  test('only moderators keep order', () => {
    expect(rules.mayKeep(henk)).toBe('not-yours')
    expect(rules.mayKeep(sam)).toBeNull()
  })
})

describe('saying that a question was asked before', () => {
  const asked = (more: Partial<Parameters<typeof rules.mayPropose>[0]> = {}) => ({
    ...question(),
    state: 'answered' as const,
    ...more,
  })
  const original = { id: '8', state: 'answered' as const }

  test('is for everybody who may write, until a moderator said so or the question is gone', () => {
    expect(rules.mayPropose(asked({ closedAt: now }))).toBeNull()
    expect(rules.mayPropose(asked({ state: 'duplicate' }))).toBe('known-duplicate')
    for (const gone of [{ hiddenAt: now }, { deletedAt: now }, { mergedIntoId: '9' }]) {
      expect(rules.mayPropose(asked(gone))).toBe('removed')
    }
  })

  test('is said once of two different questions, of which the other points nowhere else', () => {
    expect(rules.mayProposeAs({ id: '7' }, original, null)).toBeNull()
    expect(rules.mayProposeAs({ id: '8' }, original, null)).toBe('same-question')
    expect(rules.mayProposeAs({ id: '7' }, { ...original, state: 'duplicate' }, null)).toBe('already-duplicate')
    expect(rules.mayProposeAs({ id: '7' }, original, 'open')).toBe('already-proposed')
    expect(rules.mayProposeAs({ id: '7' }, original, 'rejected')).toBe('rejected-before')
  })
})

describe('pace', () => {
  const pace = (more: Partial<Pace> = {}): Pace => ({
    ...{ lastQuestionAt: null, lastPostAt: null, questionsToday: 0, postsToday: 0, sameTextLately: false },
    ...more,
  })
  const ago = (seconds: number) => new Date(+now - seconds * 1_000)
  const noor = person('4', { joinedAt: ago(3_600) })

  test.each<[string, Actor, Partial<Pace>, rules.Verdict]>([
    ['a member asks again after 15 seconds', henk, { lastQuestionAt: ago(16) }, null],
    ['but not after 10', henk, { lastQuestionAt: ago(10) }, 'too-fast'],
    ['a newcomer waits two minutes', noor, { lastQuestionAt: ago(100) }, 'too-fast'],
    ['and asks three times on the first day', noor, { questionsToday: 3 }, 'too-many-today'],
    ['a member asks at most twenty times a day', henk, { questionsToday: 20 }, 'too-many-today'],
    ['nobody asks the same twice in five minutes', henk, { sameTextLately: true }, 'same-text'],
    ['staff is not slowed', sam, { lastQuestionAt: ago(1), questionsToday: 99, sameTextLately: true }, null],
  ])('%s', (_, actor, more, verdict) => expect(mayAskNow(actor, pace(more), now)).toBe(verdict))

  test.each<[string, Actor, Partial<Pace>, rules.Verdict]>([
    ['a member answers again after 5 seconds', henk, { lastPostAt: ago(6) }, null],
    ['but not after 3', henk, { lastPostAt: ago(3) }, 'too-fast'],
    ['a newcomer waits half a minute', noor, { lastPostAt: ago(20) }, 'too-fast'],
    ['and replies ten times on the first day', noor, { postsToday: 10 }, 'too-many-today'],
    ['a member may reply all day', henk, { postsToday: 200 }, null],
  ])('%s', (_, actor, more, verdict) => expect(mayPostNow(actor, pace(more), now)).toBe(verdict))

  test.each<[string, Actor, Partial<ProposalPace>, rules.Verdict]>([
    ['a member proposes a duplicate again after 5 seconds', henk, { lastAt: ago(6) }, null],
    ['but not after 3', henk, { lastAt: ago(3) }, 'too-fast'],
    ['and at most twenty times a day', henk, { today: 20 }, 'too-many-proposals'],
    ['a newcomer waits half a minute', noor, { lastAt: ago(20) }, 'too-fast'],
    ['and proposes three on the first day', noor, { today: 3 }, 'too-many-proposals'],
    ['staff is not slowed', sam, { lastAt: ago(1), today: 99 }, null],
  ])('%s', (_, actor, more, verdict) =>
    expect(mayProposeNow(actor, { lastAt: null, today: 0, ...more }, now)).toBe(verdict),
  )
})
