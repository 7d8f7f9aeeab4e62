import { z } from 'zod'
import { dropDraft, keepDraft, readDraft } from '#community/drafts/drafts.ts'
import { type Exchange, isMember, type MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { listBoards } from '#community/topics/boards.ts'
import { listProducts } from '#community/topics/products.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { optional, readForm, readQuery, text } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { afterDeed, askedBy, isId, onceOf, problemWords, refusalWords, saidOf, unseenDetails } from '../handling.ts'
import { AskPage, type AskPageProps } from '../pages/ask-page.tsx'
import { askPath, questionPath } from '../paths.ts'
import { findQuestion } from '../reading/queries.ts'
import { keepingWords, refusing } from '../refusing.tsx'
import { mayEdit } from '../rules.ts'
import { askQuestion, deleteQuestion, editQuestion } from './actions.ts'
import { editForm, productAndVersion, questionForm, tagNames } from './forms.ts'

/** The words of an asking page that somebody left, or wrote before signing in, are kept under this place. */
const PLACE = 'question'

/** GET /questions/new — with the words from the box, or those of the draft. */
export async function showAskPage(x: Exchange): Promise<Reply> {
  const { title } = readQuery(z.object({ title: optional(text(300)) }), x.query)
  const draft = await readDraft(x, PLACE)
  const words = title && draft?.title !== title ? { ...(draft?.body ? {} : draft), title } : (draft ?? {})
  return page(await askPage(x, { words }))
}

/** POST /questions — a visitor's words survive signing up. */
export async function postQuestion(x: Exchange): Promise<Reply> {
  const read = readForm(questionForm, x.body)
  if (!read.ok)
    return pageWithProblems(await askPage(x, { words: read.words, problems: problemWords(x, read.problems) }))
  const { title, body, board, product = '', tags = '', keep } = read.value
  const words = { title, body, board, product, tags }
  if (x.viewer?.blockedAt)
    return pageWithProblems(await askPage(x, { words, problems: { form: x.t('errors.blocked.lead') } }))
  if (!isMember(x)) {
    await keepDraft(x, PLACE, words)
    return seeOther(`/sign-up?returnTo=${encodeURIComponent(askPath())}`)
  }
  const unseen = unseenDetails(x, `${title}\n\n${body}`)
  if (unseen.length > 0) return pageWithProblems(await askPage(x, { words, details: unseen }))
  const input = { ...productAndVersion(product), title, body: { text: body, keep }, board, tags: tagNames(tags) }
  const result = await askQuestion(askedBy(x), input, onceOf(x))
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') {
    return pageWithProblems(await askPage(x, { words, problems: { form: refusalWords(x, result.reason) } }))
  }
  await dropDraft(x, PLACE)
  return seeOther(saying(questionPath(result.value), ...saidOf('asked', result.value)))
}

/** GET /questions/:id/edit */
export async function showEditPage(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  const question = isId(id) ? await findQuestion(x.db, x.viewer, id) : null
  if (!question || mayEdit(x.viewer, { ...question, authorId: question.author.id }) !== null) return missing
  const product = [question.product?.slug, question.product?.version].filter(Boolean).join('/')
  const tags = question.tags.map((tag) => tag.name).join(', ')
  const words = { title: question.title, body: question.body, product, tags }
  return page(await askPage(x, { words, editing: { id: question.id, path: questionPath(question) } }))
}

/** POST /questions/:id/edit */
export async function postEdit(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id) || (await sightOfQuestion(x.db, x.viewer, id)) !== 'seen') return keepingWords(x)
  const editing = { id, path: `/questions/${id}` }
  const read = readForm(editForm, x.body)
  if (!read.ok) {
    return pageWithProblems(await askPage(x, { words: read.words, problems: problemWords(x, read.problems), editing }))
  }
  const { title, body, product = '', tags = '', keep } = read.value
  const unseen = unseenDetails(x, `${title}\n\n${body}`)
  const words = { title, body, product, tags }
  if (unseen.length > 0) return pageWithProblems(await askPage(x, { words, details: unseen, editing }))
  const input = { ...productAndVersion(product), title, body: { text: body, keep }, tags: tagNames(tags) }
  const result = await editQuestion(askedBy(x), id, input)
  if (result.outcome === 'unknown') return keepingWords(x)
  if (result.outcome === 'refused') {
    return pageWithProblems(await askPage(x, { words, problems: { form: refusalWords(x, result.reason) }, editing }))
  }
  await dropDraft(x, `question:${id}`)
  return seeOther(saying(questionPath(result.value), ...saidOf('edited', result.value)))
}

/** POST /questions/:id/deletion */
export async function postDeletion(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  const result = await deleteQuestion(askedBy(x), id)
  if (result.outcome === 'done') return seeOther(saying('/questions', 'deleted'))
  return afterDeed(result, 'deleted', refusing(x, `/questions/${id}`))
}

async function askPage(x: Exchange, props: Pick<AskPageProps, 'words' | 'problems' | 'details' | 'editing'>) {
  const [boards, products] = await Promise.all([listBoards(x.db, x.viewer, x.language), listProducts(x.db)])
  return <AskPage x={x} boards={boards} products={products} {...props} />
}
