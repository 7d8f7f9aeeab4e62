import { isSolved, type QuestionState } from '#community/states/states.ts'

export type MarkKind = 'confirmed' | 'worked' | 'verified' | 'outdated' | 'not-solved' | 'escalated' | 'duplicate'

/** A mark that stands, on an answer that is shown; withdrawn ones and those on hidden answers are left out before. */
export interface Mark {
  readonly kind: MarkKind
  readonly answerId: string | null
  readonly madeAt: Date
}

/**
 * The one state of a question, from all its marks: the first of these that holds. A mark on an answer that is outdated
 * by now no longer solves anything.
 * @param answerCount number of shown answers (0 and up)
 * @param communityConfirmations members (the author of the question or answer not counted) that make "worked for me" a
 *   confirmation, 1–20
 */
export function stateFor(marks: readonly Mark[], answerCount: number, communityConfirmations: number): QuestionState {
  const has = (kind: MarkKind) => marks.some((mark) => mark.kind === kind)
  if (has('duplicate')) return 'duplicate'
  if (has('escalated')) return 'escalated'
  if (isOutdated(marks, communityConfirmations)) return 'outdated'
  if (isNotSolvedAfterAll(marks)) return 'not-solved'
  const lasting = marks.filter((mark) => !isOnOutdatedAnswer(mark, marks))
  if (lasting.some((mark) => mark.kind === 'confirmed')) return 'confirmed'
  if (lasting.some((mark) => mark.kind === 'verified')) return 'brand-verified'
  if (isConfirmedByCommunity(lasting, communityConfirmations)) return 'community-confirmed'
  return answerCount > 0 ? 'answered' : 'new'
}

/** When the question was solved: the first mark that solves it; null when its state is not a solved one. */
export function solvedAtFor(marks: readonly Mark[], state: QuestionState): Date | null {
  if (!isSolved(state)) return null
  const kinds: MarkKind[] = state === 'community-confirmed' ? ['worked'] : ['confirmed', 'verified']
  const times = marks.filter((mark) => kinds.includes(mark.kind)).map((mark) => mark.madeAt.getTime())
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/** Outdated as a whole: said of the question itself, or of every answer that once solved it. */
function isOutdated(marks: readonly Mark[], communityConfirmations: number): boolean {
  if (marks.some((mark) => mark.kind === 'outdated' && mark.answerId === null)) return true
  const solving = marks.filter((mark) => solves(mark, marks, communityConfirmations))
  return solving.length > 0 && solving.every((mark) => isOnOutdatedAnswer(mark, marks))
}

function solves(mark: Mark, marks: readonly Mark[], communityConfirmations: number): boolean {
  if (mark.kind === 'confirmed' || mark.kind === 'verified') return true
  return mark.kind === 'worked' && workedFor(marks, mark.answerId) >= communityConfirmations
}

function isOnOutdatedAnswer(mark: Mark, marks: readonly Mark[]): boolean {
  return mark.answerId !== null && marks.some((other) => other.kind === 'outdated' && other.answerId === mark.answerId)
}

function isNotSolvedAfterAll(marks: readonly Mark[]): boolean {
  const latest = (kind: MarkKind) =>
    Math.max(Number.NEGATIVE_INFINITY, ...marks.filter((mark) => mark.kind === kind).map((mark) => +mark.madeAt))
  return latest('not-solved') > latest('confirmed')
}

function isConfirmedByCommunity(marks: readonly Mark[], communityConfirmations: number): boolean {
  return marks.some((mark) => mark.kind === 'worked' && workedFor(marks, mark.answerId) >= communityConfirmations)
}

function workedFor(marks: readonly Mark[], answerId: string | null): number {
  return marks.filter((mark) => mark.kind === 'worked' && mark.answerId === answerId).length
}
