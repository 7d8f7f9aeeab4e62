import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Exchange } from '#community/exchange.ts'
import { Fragment } from '#community/page.tsx'
import { countRead, countReadBy } from '#community/reads/reads.ts'
import type { Site } from '#community/site.ts'
import { sightOf } from '#community/visibility/visibility.ts'
import { choice, cursorId, optional, readQuery } from '#platform/http/forms.ts'
import {
  fragment,
  gone,
  missing,
  movedPermanently,
  page,
  pageWithProblems,
  type Reply,
  seeOther,
} from '#platform/http/reply.ts'
import { isId } from '../handling.ts'
import { Answers } from '../pages/answers.tsx'
import { type Attempt, QuestionPage } from '../pages/question-page.tsx'
import { questionPath } from '../paths.ts'
import { findComment, findPageStart, findQuestion, type ReadQuestion } from './queries.ts'
import { type QuestionReading, readQuestion, type Turn } from './reading.ts'

const turnForm = z.object({
  sort: choice(['useful', 'time']).default('useful'),
  after: optional(cursorId()),
  before: optional(cursorId()),
  last: optional(choice(['1'])),
})

/** Query names that make a different page of one question. */
export const questionQuery = ['sort', 'after', 'before', 'last', 'from', 'said'] as const

/** GET /questions/:id/:slug — one address per question; any other readable part leads to it. */
export async function showQuestion(x: Exchange): Promise<Reply> {
  const found = await lookAt(x)
  if ('reply' in found) return found.reply
  const { question } = found.reading
  if (x.params.slug !== question.slug) return movedPermanently(questionPath(question) + queryOf(x))
  // Visitors are counted where the kept page is handed out.
  if (x.viewer) countRead(x, question.id)
  return page(<QuestionPage x={x} reading={found.reading} />)
}

/** A visitor was given the page of a question. */
export function countVisitor(site: Site, request: FastifyRequest): void {
  const { id, slug } = request.params as { id: string; slug?: string }
  if (slug !== undefined) countReadBy(site, request, id)
}

/** GET /questions/:id/live — the part that changes while people look. */
export async function showLiveAnswers(x: Exchange): Promise<Reply> {
  const found = await lookAt(x)
  if ('reply' in found) return missing
  return fragment(
    <Fragment x={x}>
      <Answers x={x} reading={found.reading} />
    </Fragment>,
  )
}

/** GET /questions/:id/answers/:answerId — a lasting address: finds the page where the answer stands now. */
export async function findAnswerPage(x: Exchange): Promise<Reply> {
  const { id, answerId } = x.params
  if (!isId(id) || !isId(answerId)) return missing
  const question = await findQuestion(x.db, x.viewer, id)
  if (!question) return missing
  if (!isThere(x, question)) return gone
  if (question.mergedIntoId) return movedPermanently(`/questions/${question.mergedIntoId}/answers/${answerId}`)
  const start = await findPageStart(x.db, question, answerId)
  if (start === 'unknown') return missing
  return seeOther(pageAt(x, question, start, `answer-${answerId}`))
}

/** GET /questions/:id/comments/:commentId — to the question, at the comment. */
export async function findCommentPage(x: Exchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId)) return missing
  const question = await findQuestion(x.db, x.viewer, id)
  if (!question) return missing
  if (!isThere(x, question)) return gone
  const comment = await findComment(x.db, id, commentId)
  if (!comment) return missing
  const start = comment.answerId ? await findPageStart(x.db, question, comment.answerId) : null
  return seeOther(pageAt(x, question, start === 'unknown' ? null : start, `comment-${commentId}`))
}

/** The page of the question that begins after this answer; what the deed before it said goes along. */
function pageAt(x: Exchange, question: { id: string; slug: string }, after: string | null, anchor: string): string {
  const query = new URLSearchParams(after ? { after } : {})
  for (const said of new URLSearchParams(queryOf(x)).getAll('said')) query.append('said', said)
  return `${questionPath(question)}${query.size > 0 ? `?${query}` : ''}#${anchor}`
}

/** The question again, with what somebody typed and why it could not be stored. */
export async function showAttempt(x: Exchange, attempt: Attempt): Promise<Reply> {
  const found = await lookAt(x)
  if ('reply' in found) return found.reply
  return pageWithProblems(<QuestionPage x={x} reading={found.reading} attempt={attempt} />)
}

async function lookAt(x: Exchange): Promise<{ reading: QuestionReading } | { reply: Reply }> {
  const { id } = x.params
  if (!isId(id)) return { reply: missing }
  x.dependsOn(`question:${id}`)
  const { last, sort, ...place } = readQuery(turnForm, x.query)
  const turn: Turn = { ...place, order: sort, last: last !== undefined }
  const result = await readQuestion(x, id, turn)
  if (result.sight === 'seen') return { reading: result.reading }
  if (result.sight === 'merged') return { reply: await towards(x, result.intoId) }
  return { reply: result.sight === 'removed' ? gone : missing }
}

/** A merged question's address redirects for ever, for whoever may see where it went. */
async function towards(x: Exchange, intoId: string): Promise<Reply> {
  const question = await findQuestion(x.db, x.viewer, intoId)
  if (!question) return missing
  return isThere(x, question) ? movedPermanently(questionPath(question)) : gone
}

/** The readable part of an address tells the title: nobody is sent on to what they may not see. */
const isThere = (x: Exchange, question: ReadQuestion): boolean =>
  sightOf(x.viewer, { ...question, authorId: question.author.id }) === 'seen'

const queryOf = (x: Exchange): string => {
  const at = x.request.url.indexOf('?')
  return at === -1 ? '' : x.request.url.slice(at)
}
