import { deed, touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { claimPictures } from '#community/attachments/queries.ts'
import { follow } from '#community/follows/follows.ts'
import { insertRevision } from '#community/revisions/revisions.ts'
import { type ComposedText, composeLine, languageOf, type RawText } from '#community/text/compose.ts'
import { composeKnown } from '#community/text/compose-known.ts'
import { tagSlug, tagsFor } from '#community/topics/tags.ts'
import type { Db } from '#platform/db/database.ts'
import { type Asked, type DeedResult, done, doneOnce, refused, unknown } from '../deed-result.ts'
import { recordMentions, recordNewMentions } from '../mentions.ts'
import { askingTooFast } from '../pace-refusal.ts'
import { slugOf } from '../paths.ts'
import { type LockedQuestion, lockQuestion } from '../queries.ts'
import { LONGEST, mayDeleteQuestion, mayEdit, mayStore, mayStoreTitle } from '../rules.ts'
import {
  addToQuestionCount,
  deleteQuestionText,
  findBoardToAskIn,
  findProduct,
  findVersion,
  insertQuestion,
  replaceTags,
  updateQuestionPlace,
  updateQuestionText,
} from './queries.ts'

export interface QuestionInput {
  readonly title: string
  readonly body: RawText
  readonly board: string
  readonly product?: string | null
  readonly version?: string | null
  readonly tags?: readonly string[]
}

export interface AskedQuestion {
  readonly id: string
  readonly slug: string
  readonly masked: ComposedText['masked']
}

/**
 * Asks a question. Its author follows it from the first moment.
 * @param once the form's one-time key: sent twice, it asks once
 */
export function askQuestion(
  asked: Asked,
  input: QuestionInput,
  once?: string | null,
): Promise<DeedResult<AskedQuestion>> {
  return deed(asked.site, (db) => doneOnce(db, asked, { once, content: input }, () => askIn(db, asked, input)))
}

/** The same within a transaction that is open already. */
export async function askIn(db: Db, asked: Asked, input: QuestionInput): Promise<DeedResult<AskedQuestion>> {
  const { actor } = asked
  const { title, text, masked } = await composeQuestion(db, asked, input)
  const boardId = await findBoardToAskIn(db, actor, input.board)
  if (!boardId) return refused('no-board')
  const refusal = mayStoreQuestion(title, text.body) ?? (await askingTooFast(db, asked, text.body))
  if (refusal) return refused(refusal)
  const question = { title, slug: slugOf(title), body: text.body, html: text.html }
  const id = await insertQuestion(db, {
    ...question,
    ...(await placeOf(db, input)),
    boardId,
    authorId: actor.id,
    language: languageOf(`${title} ${text.body}`, asked.brand.language),
  })
  await tagQuestion(db, id, input.tags ?? [])
  await addToQuestionCount(db, actor.id, 1)
  await claimPictures(db, actor.id, text.pictureIds, { kind: 'question', id, questionId: id })
  await follow(db, actor.id, id, 'asked')
  // Before the post itself: whoever is named and follows is told of the mention, once.
  await recordMentions(db, actor, text.handles, { questionId: id, boardId })
  await record(db, { ...about({ id, boardId }), kind: 'question.asked', actorId: actor.id })
  return done({ id, slug: question.slug, masked })
}

/** Changes title, text, product and tags; what stood before is kept as history. */
export function editQuestion(
  asked: Asked,
  id: string,
  input: Omit<QuestionInput, 'board'>,
): Promise<DeedResult<AskedQuestion>> {
  return onQuestion(asked, id, async (db, question) => {
    // Merged while it was being changed: its words now stand with another question, which is not to be overwritten.
    if (question.id !== id) return refused('removed')
    const { title, text, masked } = await composeQuestion(db, asked, input)
    const refusal = mayEdit(asked.actor, question) ?? mayStoreQuestion(title, text.body)
    if (refusal) return refused(refusal)
    const slug = slugOf(title)
    if (title !== question.title || text.body !== question.body) {
      await keepAndReplace(db, asked, question, { title, slug, body: text.body, html: text.html })
      if (!question.hiddenAt) await recordNewMentions(db, asked.actor, text.handles, { kind: 'question', id, question })
    }
    await claimPictures(db, asked.actor.id, text.pictureIds, { kind: 'question', id, questionId: id })
    await updateQuestionPlace(db, id, await placeOf(db, input))
    await tagQuestion(db, id, input.tags ?? [])
    await record(db, { ...about(question), kind: 'question.edited', actorId: asked.actor.id })
    return done({ id, slug, masked })
  })
}

/** Takes one's own question away, for as long as nobody answered it. */
export function deleteQuestion(asked: Asked, id: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const refusal = question.id === id ? mayDeleteQuestion(asked.actor, question) : 'removed'
    if (refusal) return refused(refusal)
    await deleteQuestionText(db, id, asked.actor.id)
    touch(db, 'sight')
    await addToQuestionCount(db, question.authorId, -1)
    await record(db, { ...about(question), kind: 'question.deleted', actorId: asked.actor.id })
    return done(question)
  })
}

/** Locks the question and does the work in one deed. */
export function onQuestion<T>(
  asked: Asked,
  id: string,
  work: (db: Db, question: LockedQuestion) => Promise<DeedResult<T>>,
): Promise<DeedResult<T>> {
  return deed(asked.site, async (db) => {
    const question = await lockQuestion(db, asked.actor, id)
    return question ? work(db, question) : unknown
  })
}

async function composeQuestion(db: Db, asked: Asked, input: Pick<QuestionInput, 'title' | 'body'>) {
  const line = composeLine({ ...input.body, text: input.title }, asked.brand)
  const text = await composeKnown(db, input.body, asked.brand)
  return { title: line.text, text, masked: [...line.masked, ...text.masked] }
}

async function placeOf(db: Db, input: Pick<QuestionInput, 'product' | 'version'>) {
  const product = input.product ? await findProduct(db, input.product) : null
  const version = product && input.version ? await findVersion(db, product.id, input.version) : null
  return { productId: product?.id ?? null, versionId: version?.id ?? null }
}

async function tagQuestion(db: Db, id: string, names: readonly string[]) {
  const slugs = [...new Set(names.map(tagSlug).filter(Boolean))].slice(0, 5)
  const tags = await tagsFor(db, slugs)
  await replaceTags(
    db,
    id,
    tags.map((tag) => tag.id),
  )
}

async function keepAndReplace(
  db: Db,
  asked: Asked,
  question: LockedQuestion,
  text: { title: string; slug: string; body: string; html: string },
) {
  await insertRevision(db, {
    kind: 'question',
    subjectId: question.id,
    questionId: question.id,
    title: question.title,
    body: question.body,
    editorId: asked.actor.id,
    writtenAt: question.editedAt ?? question.createdAt,
  })
  await updateQuestionText(db, question.id, text)
}

const mayStoreQuestion = (title: string, body: string) => mayStoreTitle(title) ?? mayStore(body, LONGEST.text)

/** The subject of a question's own activity. */
export const about = (question: { id: string; boardId: string }) => ({
  subjectKind: 'question',
  subjectId: question.id,
  questionId: question.id,
  boardId: question.boardId,
})
