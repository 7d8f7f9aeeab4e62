import type { FastifyRequest } from 'fastify'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { type Exchange, isMember, type MemberExchange } from '#community/exchange.ts'
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
import { isUnseen } from '#platform/http/unseen.ts'
import { isId } from '../handling.ts'
import { Answers } from '../pages/answers.tsx'
import { QuestionActions } from '../pages/question-actions.tsx'
import { QuestionComments } from '../pages/question-comments.tsx'
import { QuestionMeta } from '../pages/question-meta.tsx'
import { type Attempt, QuestionPage } from '../pages/question-page.tsx'
import { ReadersPart } from '../pages/readers-part.tsx'
import { QuestionStanding } from '../pages/standing-notices.tsx'
import { answerPath, commentPath, questionPath, signInPath, turnNames } from '../paths.ts'
import { findMergedInto } from '../queries.ts'
import { fillWithQuote, quoteIn } from '../quoting/filling.ts'
import { keepingWords } from '../refusing.tsx'
import { findComment, findPageStart } from './place-queries.ts'
import { findQuestion, type ReadQuestion } from './queries.ts'
import { askOwnSaid, type QuestionReading, readQuestion, type Turn } from './reading.ts'

const turnForm = z.object({
  sort: choice(['useful', 'time']).default('useful'),
  after: optional(cursorId()),
  before: optional(cursorId()),
  last: optional(choice(['1'])),
  /** The answer of which all comments are shown. */
  comments: optional(cursorId()),
})

/** Query names that make a different page of one question. */
export const questionQuery = [...turnNames, 'from', 'said'] as const

/** GET /questions/:id/:slug — one address per question; any other readable part leads to it. */
export async function showQuestion(x: Exchange): Promise<Reply> {
  if (quoteIn(x.query) !== undefined && !isMember(x)) return seeOther(signInPath(`${x.url}#answer-form`))
  const found = await lookAt(x)
  if ('reply' in found) return found.reply
  const { question } = found.reading
  if (x.params.slug !== question.slug) return movedPermanently(questionPath(question) + queryOf(x))
  const filled = await fillWithQuote(x, question.id)
  if (filled === 'unknown') return missing
  // Visitors are counted where the kept page is handed out.
  if (isMember(x)) readBy(x, question.id)
  return page(<QuestionPage x={x} reading={found.reading} filled={filled} />)
}

/** A member has the question on the screen. Nobody waits for what follows from that. */
function readBy(x: MemberExchange, questionId: string): void {
  countRead(x, questionId)
  if (x.viewer.unreadNotices === 0 || isUnseen(x.request.headers)) return
  const told = x.frame.onQuestionRead.map((hear) => hear(x, questionId))
  Promise.all(told).catch((error) => x.site.log.error({ err: error, questionId }, 'notices were not marked as read'))
}

/** A visitor was given the page of a question. */
export function countVisitor(site: Site, request: FastifyRequest): void {
  const { id, slug } = request.params as { id: string; slug?: string }
  if (slug !== undefined) countReadBy(site, request, id)
}

/** GET /questions/:id/live — the parts that change while people look. */
export async function showLiveParts(x: Exchange): Promise<Reply> {
  const found = await lookAt(x)
  if ('reply' in found) return missing
  const { question } = found.reading
  return fragment(
    <Fragment x={x}>
      <ReadersPart x={x} reading={found.reading} name="live">
        <QuestionMeta x={x} question={question} />
        <QuestionStanding x={x} reading={found.reading} />
        <QuestionActions x={x} reading={found.reading} />
        <QuestionComments x={x} reading={found.reading} />
        <Answers x={x} reading={found.reading} />
      </ReadersPart>
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
  if (question.mergedIntoId) return towards(x, question.mergedIntoId, (into) => answerPath(into.id, answerId))
  const start = await findPageStart(x.db, question, answerId)
  if (start === 'unknown') return missing
  const { comments } = readQuery(z.object({ comments: optional(choice(['all'])) }), x.query)
  return seeOther(pageAt(x, question, { after: start, comments: comments && answerId }, `answer-${answerId}`))
}

/** GET /questions/:id/comments/:commentId — to the question, at the comment. */
export async function findCommentPage(x: Exchange): Promise<Reply> {
  const { id, commentId } = x.params
  if (!isId(id) || !isId(commentId)) return missing
  const question = await findQuestion(x.db, x.viewer, id)
  if (!question) return missing
  if (!isThere(x, question)) return gone
  if (question.mergedIntoId) return towards(x, question.mergedIntoId, (into) => commentPath(into.id, commentId))
  const comment = await findComment(x.db, id, commentId)
  if (!comment) return missing
  const start = comment.answerId ? await findPageStart(x.db, question, comment.answerId) : null
  const place = { after: start === 'unknown' ? null : start, comments: comment.isFarDown ? comment.answerId : null }
  return seeOther(pageAt(x, question, place, `comment-${commentId}`))
}

interface PagePlace {
  /** The answer after which the page begins. */
  readonly after: string | null
  /** The answer of which all comments are shown. */
  readonly comments?: string | null
}

/** The page of the question where something stands; what the deed before it said goes along. */
function pageAt(x: Exchange, question: { id: string; slug: string }, place: PagePlace, anchor: string): string {
  const given = Object.entries(place).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(given)
  for (const said of new URLSearchParams(queryOf(x)).getAll('said')) query.append('said', said)
  return `${questionPath(question)}${query.size > 0 ? `?${query}` : ''}#${anchor}`
}

/** The question again, or the one it went to, with what somebody typed and why it could not be stored. */
export async function showAttempt(x: Exchange, attempt: Attempt): Promise<Reply> {
  const { id = '' } = x.params
  const found = await lookAt(x, (await findMergedInto(x.db, id)) ?? id)
  if ('reply' in found) return keepingWords(x)
  return pageWithProblems(<QuestionPage x={x} reading={found.reading} attempt={attempt} />)
}

function turnOf(query: unknown): Turn {
  const { last, sort, comments, ...place } = readQuery(turnForm, query)
  return { ...place, order: sort, last: last !== undefined, allCommentsOf: comments }
}

/** Asked together with who is signed in: a page that many just read takes one statement. */
export function besidesReading(site: Site, request: FastifyRequest): RawBuilder<unknown> | null {
  const { id } = request.params as { id: string }
  return isId(id) ? askOwnSaid(site, id, turnOf(request.query)) : null
}

async function lookAt(x: Exchange, id = x.params.id): Promise<{ reading: QuestionReading } | { reply: Reply }> {
  if (!isId(id)) return { reply: missing }
  x.dependsOn(`question:${id}`)
  const result = await readQuestion(x, id, turnOf(x.query))
  if (result.sight === 'seen') return { reading: result.reading }
  if (result.sight === 'merged') return { reply: await towards(x, result.intoId) }
  return { reply: result.sight === 'removed' ? gone : missing }
}

/** A merged question's address redirects for ever, for whoever may see where it went. */
async function towards(
  x: Exchange,
  intoId: string,
  path: (into: ReadQuestion) => string = questionPath,
): Promise<Reply> {
  const question = await findQuestion(x.db, x.viewer, intoId)
  if (!question) return missing
  return isThere(x, question) ? movedPermanently(path(question)) : gone
}

/** The readable part of an address tells the title: nobody is sent on to what they may not see. */
const isThere = (x: Exchange, question: ReadQuestion): boolean =>
  sightOf(x.viewer, { ...question, authorId: question.author.id }) === 'seen'

const queryOf = (x: Exchange): string => {
  const at = x.url.indexOf('?')
  return at === -1 ? '' : x.url.slice(at)
}
