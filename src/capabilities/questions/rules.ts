import { type Actor, isModerator, isStaff, type Viewer } from '#community/members/actor.ts'
import type { QuestionState } from '#community/states/states.ts'

/** What a rule needs to know of a question. */
export interface RuledQuestion {
  readonly authorId: string
  readonly closedAt: Date | null
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
  readonly mergedIntoId: string | null
  readonly answerCount: number
}

/** What a rule needs to know of an answer or a comment. */
export interface RuledPost {
  readonly authorId: string
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
}

/** Why something is not possible; one sentence per language under `questions.refusal.<reason>`. */
export type Refusal =
  | 'blocked'
  | 'closed'
  | 'removed'
  | 'not-yours'
  | 'own-answer'
  | 'own-question'
  | 'own-post'
  | 'only-staff'
  | 'only-asker'
  | 'has-answers'
  | 'same-question'
  | 'already-merged'
  | 'already-duplicate'
  | 'known-duplicate'
  | 'no-such-question'
  | 'already-proposed'
  | 'rejected-before'
  | 'already-settled'
  | 'too-many-proposals'
  | 'no-board'
  | 'too-fast'
  | 'too-many-today'
  | 'same-text'
  | 'too-long'

/** A rule's word: null when it may. */
export type Verdict = Refusal | null

const isThere = (post: { hiddenAt: Date | null; deletedAt: Date | null; mergedIntoId?: string | null }) =>
  post.hiddenAt === null && post.deletedAt === null && (post.mergedIntoId ?? null) === null

/** A blocked member reads, but writes nothing, and nothing is offered to them. */
export const mayWrite = (actor: Actor): Verdict => (actor.blockedAt === null ? null : 'blocked')

/** Closed questions take no new answers or comments; staff may still add what must be said. */
export function mayAnswer(actor: Actor, question: RuledQuestion): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (!isThere(question)) return 'removed'
  return question.closedAt !== null && !isStaff(actor) ? 'closed' : null
}

/** Nothing more is said of what was taken away. Visitors sign in on the way. */
export function mayComment(viewer: Viewer, question: RuledQuestion, post: Omit<RuledPost, 'authorId'>): boolean {
  if (!isThere(post)) return false
  return viewer ? mayAnswer(viewer, question) === null : question.closedAt === null
}

/** Whoever may answer may quote what is shown; visitors sign in on the way. */
export function mayQuote(viewer: Viewer, question: RuledQuestion, post: Omit<RuledPost, 'authorId'>): Verdict {
  if (!isThere(post)) return 'removed'
  if (viewer) return mayAnswer(viewer, question)
  return question.closedAt === null ? null : 'closed'
}

/** Authors edit their own text, moderators anybody's, for as long as it is shown. */
export function mayEdit(actor: Actor, post: RuledPost): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (post.deletedAt !== null) return 'removed'
  if (isModerator(actor)) return null
  if (post.authorId !== actor.id) return 'not-yours'
  return post.hiddenAt === null ? null : 'removed'
}

/** A question that others answered stays: their work hangs on it. Its author may ask a moderator. */
export function mayDeleteQuestion(actor: Actor, question: RuledQuestion): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (question.deletedAt !== null) return 'removed'
  if (question.authorId !== actor.id) return 'not-yours'
  return question.answerCount > 0 ? 'has-answers' : null
}

export function mayDeletePost(actor: Actor, post: RuledPost): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (post.deletedAt !== null) return 'removed'
  return post.authorId === actor.id ? null : 'not-yours'
}

/** The asker confirms what solved it, also after the question was closed. */
export function mayAccept(actor: Actor, question: RuledQuestion, answer: RuledPost): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (!isThere(question) || !isThere(answer)) return 'removed'
  return question.authorId === actor.id ? null : 'only-asker'
}

/** Taking a confirmation back, and saying that it is not solved, is the asker's too. */
export function maySayNotSolved(actor: Actor, question: RuledQuestion): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (!isThere(question)) return 'removed'
  return question.authorId === actor.id ? null : 'only-asker'
}

/** "Worked for me" is for others than the asker, who confirms, and the author of the answer. */
export function maySayWorked(actor: Actor, question: RuledQuestion, answer: RuledPost): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (!isThere(question) || !isThere(answer)) return 'removed'
  if (answer.authorId === actor.id) return 'own-answer'
  return question.authorId === actor.id ? 'own-question' : null
}

export function maySayHaveThisToo(actor: Actor, question: RuledQuestion): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (!isThere(question)) return 'removed'
  return question.authorId === actor.id ? 'own-question' : null
}

export function mayThank(actor: Actor, post: RuledPost): Verdict {
  if (mayWrite(actor)) return 'blocked'
  if (!isThere(post)) return 'removed'
  return post.authorId === actor.id ? 'own-post' : null
}

/** The brand vouches for an answer or says that it no longer holds, and takes up a question itself. */
export function mayVerify(actor: Actor, post: RuledPost | RuledQuestion): Verdict {
  if (!isStaff(actor)) return 'only-staff'
  return isThere(post) ? null : 'removed'
}

/** Whoever may write may say that a question was asked before, for as long as no moderator said so. */
export function mayPropose(question: RuledQuestion & { state: QuestionState }): Verdict {
  if (!isThere(question)) return 'removed'
  return question.state === 'duplicate' ? 'known-duplicate' : null
}

/** The same of these two is said once, and not again after a moderator found that it is not so. */
export function mayProposeAs(
  question: { id: string },
  original: { id: string; state: QuestionState },
  earlier: 'open' | 'rejected' | null,
): Verdict {
  if (original.id === question.id) return 'same-question'
  if (original.state === 'duplicate') return 'already-duplicate'
  if (earlier === 'open') return 'already-proposed'
  return earlier === 'rejected' ? 'rejected-before' : null
}

/** In bytes, as the database counts: letters of other scripts take more than one, and masking makes a text longer. */
export const LONGEST = { text: 65_536, comment: 8_192 } as const
const LONGEST_TITLE = 200

/** Whether a text can be kept as it would be stored, cleaned and masked. */
export function mayStore(text: string, longestInBytes: number): Verdict {
  return Buffer.byteLength(text) > longestInBytes ? 'too-long' : null
}

export function mayStoreTitle(title: string): Verdict {
  return title.length > LONGEST_TITLE ? 'too-long' : null
}

/** Keeping order: hide, restore, move, close, reopen, merge. */
export function mayKeep(actor: Actor): Verdict {
  return isModerator(actor) ? null : 'not-yours'
}

export const mayKeepAny = (viewer: Viewer): boolean => isModerator(viewer)
