import { record } from '#community/activity/record.ts'
import { aboutAnswer, onAnswer } from '../answers/actions.ts'
import { about, onQuestion } from '../asking/actions.ts'
import { findProduct, findVersion } from '../asking/queries.ts'
import { type Asked, type DeedResult, done, refused } from '../deed-result.ts'
import { insertMark, type NewMark, settleQuestion, withdrawMarks } from '../marks/queries.ts'
import { mayVerify } from '../rules.ts'

export interface Vouching {
  readonly product?: string | null
  readonly version?: string | null
  readonly note?: string | null
}

/** Staff vouches for an answer, for a product version, today. Doing it again renews the date. */
export function verifyAnswer(
  asked: Asked,
  questionId: string,
  answerId: string,
  vouching: Vouching,
): Promise<DeedResult> {
  return markAnswer(asked, questionId, answerId, 'answer.verified', async (db) => {
    const product = vouching.product ? await findProduct(db, vouching.product) : null
    const version = product && vouching.version ? await findVersion(db, product.id, vouching.version) : null
    return { kind: 'verified', productId: product?.id, versionId: version?.id, note: vouching.note }
  })
}

/** Staff says that an answer no longer holds, and why. */
export function markAnswerOutdated(
  asked: Asked,
  questionId: string,
  answerId: string,
  note: string,
): Promise<DeedResult> {
  return markAnswer(asked, questionId, answerId, 'answer.outdated', async () => ({ kind: 'outdated', note }))
}

/** Takes back that an answer was verified or outdated. */
export function withdrawVerdict(
  asked: Asked,
  questionId: string,
  answerId: string,
  kind: 'verified' | 'outdated',
): Promise<DeedResult> {
  return onAnswer(asked, questionId, answerId, async (db, question, answer) => {
    const refusal = mayVerify(asked.actor, answer)
    if (refusal) return refused(refusal)
    const withdrawn = await withdrawMarks(db, { kind, questionId: question.id, answerId }, asked.actor.id)
    if (withdrawn === 0) return done(question)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    const subject = aboutAnswer(question, answerId)
    await record(db, { ...subject, actorId: asked.actor.id, kind: `answer.${kind}-withdrawn` })
    return done(question)
  })
}

/** Customer service takes a question up itself: everybody sees that it is being looked into. */
export function escalateQuestion(asked: Asked, questionId: string, note: string | null): Promise<DeedResult> {
  return onQuestion(asked, questionId, async (db, question) => {
    const refusal = mayVerify(asked.actor, question)
    if (refusal) return refused(refusal)
    const isNew = await insertMark(db, { kind: 'escalated', questionId: question.id, memberId: asked.actor.id, note })
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    if (isNew) await record(db, { ...about(question), kind: 'question.escalated', actorId: asked.actor.id })
    return done(question)
  })
}

export function withdrawEscalation(asked: Asked, questionId: string): Promise<DeedResult> {
  return onQuestion(asked, questionId, async (db, question) => {
    const refusal = mayVerify(asked.actor, question)
    if (refusal) return refused(refusal)
    const withdrawn = await withdrawMarks(db, { kind: 'escalated', questionId: question.id }, asked.actor.id)
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    if (withdrawn > 0) await record(db, { ...about(question), kind: 'question.de-escalated', actorId: asked.actor.id })
    return done(question)
  })
}

type Verdict = Pick<NewMark, 'kind' | 'productId' | 'versionId' | 'note'>
type Work = Parameters<typeof onAnswer>[3]

function markAnswer(
  asked: Asked,
  questionId: string,
  answerId: string,
  kind: string,
  verdictIn: (db: Parameters<Work>[0]) => Promise<Verdict>,
): Promise<DeedResult> {
  return onAnswer(asked, questionId, answerId, async (db, question, answer) => {
    const refusal = mayVerify(asked.actor, answer)
    if (refusal) return refused(refusal)
    const verdict = await verdictIn(db)
    const subject = { questionId: question.id, answerId }
    // One verdict stands at a time; a new one renews date, version and note.
    await withdrawMarks(db, { kind: 'verified', ...subject }, asked.actor.id)
    await withdrawMarks(db, { kind: 'outdated', ...subject }, asked.actor.id)
    await insertMark(db, { ...verdict, ...subject, memberId: asked.actor.id })
    await settleQuestion(db, question.id, asked.brand.communityConfirmations)
    await record(db, { ...aboutAnswer(question, answerId), kind, actorId: asked.actor.id })
    return done(question)
  })
}
