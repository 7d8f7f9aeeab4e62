import type { z } from 'zod'
import { type ApiExchange, type ApiRoute, apiRoute, badCursor, fieldProblem, idParams, listOf } from '#community/api.ts'
import type { Exchange } from '#community/exchange.ts'
import type { Actor } from '#community/members/actor.ts'
import { composeKnown } from '#community/text/compose-known.ts'
import { findBoard, listBoards } from '#community/topics/boards.ts'
import { json, missing, movedPermanently, type Reply } from '#platform/http/reply.ts'
import { acceptAnswer, withdrawAcceptance } from './acceptance/actions.ts'
import { answerIn } from './answers/actions.ts'
import { pageOf, readCursor } from './api-cursor.ts'
import * as queries from './api-queries.ts'
import { refuse } from './api-refusals.ts'
import * as schemas from './api-schemas.ts'
import { askIn } from './asking/actions.ts'
import { findProduct } from './asking/queries.ts'
import type { Asked, DeedResult } from './deed-result.ts'
import type { ListFilter } from './list/queries.ts'
import { findRenamed } from './list/renamed.ts'
import { answerPath, boardPath, questionPath } from './paths.ts'

type MemberApi<Query = unknown, Body = unknown> = ApiExchange<Query, Body, Actor>

const reads = { method: 'GET', tag: 'Questions', scope: 'questions:read', needsKey: false } as const
const writes = { tag: 'Questions', scope: 'questions:write', needsKey: true } as const

/** The JSON face of asking, answering and confirming. */
export const api: readonly ApiRoute[] = [
  apiRoute({
    ...reads,
    path: '/questions',
    summary: 'List questions',
    query: schemas.listQuery,
    answers: { 200: listOf(schemas.questionSchema) },
    handle: showQuestions,
  }),
  apiRoute({
    ...writes,
    method: 'POST',
    path: '/questions',
    summary: 'Ask a question',
    body: schemas.newQuestion,
    answers: { 201: schemas.askedSchema },
    handle: ask,
  }),
  apiRoute({
    ...reads,
    path: '/questions/:id',
    summary: 'Read a question',
    params: idParams,
    answers: { 200: schemas.questionSchema },
    handle: (x) => showQuestion(x, x.params.id as string),
  }),
  apiRoute({
    ...reads,
    path: '/questions/:id/answers',
    summary: 'List the answers of a question, oldest first',
    params: idParams,
    query: schemas.pageQuery,
    answers: { 200: listOf(schemas.answerSchema) },
    handle: showAnswers,
  }),
  apiRoute({
    ...writes,
    method: 'POST',
    path: '/questions/:id/answers',
    summary: 'Answer a question',
    params: idParams,
    body: schemas.newAnswer,
    answers: { 201: schemas.answeredSchema },
    handle: answer,
  }),
  apiRoute({
    ...writes,
    method: 'PUT',
    path: '/questions/:id/acceptance',
    summary: 'Confirm that an answer solved it, and make it the best',
    params: idParams,
    body: schemas.acceptance,
    answers: { 200: schemas.questionSchema },
    handle: (x) => settled(x, acceptAnswer(askedBy(x), x.params.id as string, x.input.body.answerId)),
  }),
  apiRoute({
    ...writes,
    method: 'DELETE',
    path: '/questions/:id/acceptance',
    summary: 'Take back the confirmation of one answer, or of all',
    params: idParams,
    query: schemas.withdrawal,
    body: schemas.withdrawal,
    answers: { 200: schemas.questionSchema },
    handle: (x) => {
      const answerId = x.input.body.answerId ?? x.input.query.answerId
      return settled(x, withdrawAcceptance(askedBy(x), x.params.id as string, answerId))
    },
  }),
  apiRoute({
    ...reads,
    path: '/boards',
    tag: 'Boards',
    scope: 'boards:read',
    summary: 'List the boards',
    answers: { 200: listOf(schemas.boardSchema) },
    handle: showBoards,
  }),
]

async function showQuestions(x: ApiExchange<z.output<typeof schemas.listQuery>>): Promise<Reply> {
  const { cursor, limit, ...filter } = x.input.query
  const after = readCursor(filter.sort, cursor)
  if (after === 'unreadable') return badCursor(x.t)
  const list = (named: ListFilter) => queries.listApiQuestions(x.db, x.viewer, named, { after, limit })
  const asked = { view: 'all', ...filter } as const
  const rows = await list(asked)
  const renamed = rows.length > 0 ? null : await findRenamed(x, filter, await isKnownBoard(x, filter.board))
  const found = renamed ? await list({ ...asked, ...renamed }) : rows
  return json(pageOf(filter.sort, found, limit, (row) => questionOf(x, row)))
}

const isKnownBoard = async (x: Exchange, slug: string | undefined): Promise<boolean> =>
  !slug || (await findBoard(x.db, x.viewer, x.language, slug)) !== null

async function showQuestion(x: ApiExchange, id: string): Promise<Reply> {
  const question = await queries.findApiQuestion(x.db, x.viewer, id)
  if (question) return json(questionOf(x, question))
  const into = await queries.findMergedInto(x.db, x.viewer, id)
  return into ? movedPermanently(`/api/v1/questions/${into}`) : missing
}

async function ask(x: MemberApi<unknown, z.output<typeof schemas.newQuestion>>): Promise<Reply> {
  const { title, body, board, product, tags } = x.input.body
  if (product && !(await findProduct(x.db, product))) {
    return fieldProblem(x.t, 'product', 'not-a-choice', 'form.not-a-choice')
  }
  const result = await askIn(x.db, askedBy(x), { title, body: { text: body }, board, product, tags })
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return refuse(x, result.reason, 'question')
  const question = await queries.findApiQuestion(x.db, x.viewer, result.value.id)
  if (!question) throw new Error('A question that was just asked is not to be seen')
  const { id, masked } = result.value
  return json({ ...questionOf(x, question), masked: counted(masked) }, 201, { location: `/api/v1/questions/${id}` })
}

async function showAnswers(x: ApiExchange<z.output<typeof schemas.pageQuery>>): Promise<Reply> {
  const { cursor, limit } = x.input.query
  const after = readCursor('time', cursor)
  if (after === 'unreadable') return badCursor(x.t)
  const rows = await queries.listApiAnswers(x.db, x.viewer, x.params.id as string, { after, limit })
  return rows ? json(pageOf('time', rows, limit, (row) => answerOf(x, row))) : missing
}

async function answer(x: MemberApi<unknown, z.output<typeof schemas.newAnswer>>): Promise<Reply> {
  const questionId = x.params.id as string
  const text = await composeKnown(x.db, { text: x.input.body.body }, x.brand)
  const result = await answerIn(x.db, askedBy(x), questionId, text)
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return refuse(x, result.reason)
  const given = await queries.findApiAnswer(x.db, result.value.id)
  if (!given) throw new Error('An answer that was just given is not there')
  const location = `/api/v1/questions/${questionId}/answers`
  return json({ ...answerOf(x, given), masked: counted(result.value.masked) }, 201, { location })
}

/** The question as it stands after the deed. */
async function settled(x: MemberApi, deed: Promise<DeedResult>): Promise<Reply> {
  const result = await deed
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return refuse(x, result.reason)
  const question = await queries.findApiQuestion(x.db, x.viewer, result.value.id)
  return question ? json(questionOf(x, question)) : missing
}

async function showBoards(x: ApiExchange): Promise<Reply> {
  const boards = await listBoards(x.db, x.viewer, x.language)
  const items = boards.map(({ slug, name, description, access }) => {
    return { slug, name, description, access, url: absolute(x, boardPath(slug)) }
  })
  return json({ items, nextCursor: null })
}

function questionOf(x: Exchange, { slug, micros: _, ...question }: queries.ApiQuestion) {
  const marks = question.marks.map((mark) => ({ ...mark, at: new Date(mark.at).toISOString() }))
  const accepted = marks.filter((mark) => mark.kind === 'confirmed').map((mark) => mark.answerId)
  return {
    ...question,
    url: absolute(x, questionPath({ id: question.id, slug })),
    marks,
    createdAt: question.createdAt.toISOString(),
    acceptedAnswerIds: [...new Set(accepted)],
  }
}

function answerOf(x: Exchange, { micros: _, ...given }: queries.ApiAnswer) {
  const url = absolute(x, answerPath(given.questionId, given.id))
  return { ...given, url, createdAt: given.createdAt.toISOString() }
}

const counted = (masked: readonly { kind: string; count: number }[]) => {
  const kinds = [...new Set(masked.map(({ kind }) => kind))]
  const count = (kind: string) => masked.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0)
  return kinds.map((kind) => ({ kind, count: count(kind) }))
}

const absolute = (x: Exchange, path: string) => `${x.site.config.publicUrl}${path}`

const askedBy = (x: MemberApi): Asked => ({ site: x.site, brand: x.brand, actor: x.viewer })
