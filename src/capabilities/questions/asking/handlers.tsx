import { z } from 'zod'
import { dropDraft, keepDraft, readDraft } from '#community/drafts/drafts.ts'
import { type Exchange, isMember, type MemberExchange } from '#community/exchange.ts'
import { exampleOfAsking } from '#community/finding/example.ts'
import { saying } from '#community/said.ts'
import { listBoards } from '#community/topics/boards.ts'
import { listProducts } from '#community/topics/products.ts'
import { listTemplates } from '#community/topics/templates.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { line, optional, readForm, readQuery, text } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { askWhetherToDelete } from '../deleting.tsx'
import { afterDeed, askedBy, isId, onceOf, problemWords, refusalWords, saidOf, unseenDetails } from '../handling.ts'
import { usualWait } from '../home/week.ts'
import { AskPage, type AskPageProps } from '../pages/ask-page.tsx'
import { askPath, questionPath } from '../paths.ts'
import { findQuestion } from '../reading/queries.ts'
import { keepingWords, refusing } from '../refusing.tsx'
import { mayDeleteQuestion, mayEdit } from '../rules.ts'
import { askQuestion, deleteQuestion, editQuestion } from './actions.ts'
import { editForm, productAndVersion, tagNames } from './forms.ts'
import { asksMore, promptIdIn, readQuestion, type SentQuestion } from './prompts.ts'
import { listRecentProducts } from './queries.ts'

/** The words of an asking page that somebody left, or wrote before signing in, are kept under this place. */
const PLACE = 'question'

const askQuery = z.object({ title: optional(text(300)), board: optional(line(60)) })

/** GET /questions/new — with the words from the box, or those of the draft. */
export async function showAskPage(x: Exchange): Promise<Reply> {
  const { title, board } = readQuery(askQuery, x.query)
  const draft = await readDraft(x, PLACE)
  const kept = title && draft?.title !== title ? { ...(draft?.body ? {} : draft), title } : draft
  // Before somebody writes it all down for nothing.
  const problems: Record<string, string> = x.viewer?.blockedAt ? { form: x.t('errors.blocked.lead') } : {}
  return page(await askPage(x, { words: { ...kept, board: kept?.board || board || '' }, problems }))
}

/** POST /questions — a visitor's words survive signing up. */
export async function postQuestion(x: Exchange): Promise<Reply> {
  const templates = await listTemplates(x.db, x.viewer, x.language)
  const sent = readQuestion(templates, x.body)
  const { words } = sent
  const again = async (more: Partial<AskProps>) => pageWithProblems(await askPage(x, { words, ...more }))
  if (wantsPrompts(x)) return page(await askPage(x, { words }))
  if (asksMore(templates, x.body)) return again({ asksMore: true, problems: sent.ok ? {} : ownProblems(x, sent) })
  if (!sent.ok) return again({ problems: problemWords(x, sent.problems) })
  if (x.viewer?.blockedAt) return again({ problems: { form: x.t('errors.blocked.lead') } })
  if (!isMember(x)) {
    await keepDraft(x, PLACE, words)
    return seeOther(`/sign-up?returnTo=${encodeURIComponent(askPath())}`)
  }
  const { title, body, board, product, tags, keep } = sent.value
  const unseen = unseenDetails(x, `${title}\n\n${body}`)
  if (unseen.length > 0) return again({ details: unseen })
  const input = { ...productAndVersion(product), title, body: { text: body, keep }, board, tags: tagNames(tags) }
  const result = await askQuestion(askedBy(x), input, onceOf(x))
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return again({ problems: { form: refusalWords(x, result.reason) } })
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

/** GET /questions/:id/deletion */
export async function showDeletion(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  const question = isId(id) ? await findQuestion(x.db, x.viewer, id) : null
  if (!question || mayDeleteQuestion(x.viewer, { ...question, authorId: question.author.id }) !== null) return missing
  const paths = { action: `/questions/${question.id}/deletion`, back: questionPath(question) }
  return askWhetherToDelete(x, { kind: 'question', questionId: question.id, id: question.id }, paths)
}

/** POST /questions/:id/deletion */
export async function postDeletion(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  const result = await deleteQuestion(askedBy(x), id)
  if (result.outcome === 'done') return seeOther(saying('/questions', 'deleted'))
  return afterDeed(result, 'deleted', refusing(x, `/questions/${id}`))
}

type AskProps = Pick<AskPageProps, 'words' | 'problems' | 'details' | 'asksMore' | 'editing'>

async function askPage(x: Exchange, props: AskProps) {
  const [boards, products, templates, recent, wait, example] = await Promise.all([
    listBoards(x.db, x.viewer, x.language),
    listProducts(x.db),
    props.editing ? [] : listTemplates(x.db, x.viewer, x.language),
    x.viewer ? listRecentProducts(x.db, x.viewer.id) : [],
    props.editing ? null : usualWait(x),
    exampleOfAsking(x),
  ])
  const board = props.words.board || (boards.length === 1 ? boards[0]?.slug : '') || ''
  const words = { ...props.words, board }
  return <AskPage {...{ x, boards, products, templates, recent, wait, example }} {...props} words={words} />
}

/** Where there are no scripts, a button below the board shows what is asked there. */
const wantsPrompts = (x: Exchange): boolean => (x.body as { show?: unknown } | null)?.show === 'prompts'

/** Nobody has skipped what they were not shown. */
const ownProblems = (x: Exchange, { problems }: Extract<SentQuestion, { ok: false }>) =>
  Object.fromEntries(Object.entries(problemWords(x, problems)).filter(([field]) => promptIdIn(field) === null))
