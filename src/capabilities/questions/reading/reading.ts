import type { Exchange } from '#community/exchange.ts'
import { sightOf } from '#community/visibility/visibility.ts'
import {
  ANSWERS_A_PAGE,
  type AnswerOrder,
  type AnswerPlace,
  findQuestion,
  listAnswers,
  listQuestionComments,
  type ReadAnswer,
  type ReadComment,
  type ReadQuestion,
} from './queries.ts'

/** All that the page of one question shows. */
export interface QuestionReading {
  readonly question: ReadQuestion
  readonly comments: readonly ReadComment[]
  /** Stands directly under the question, on the first page. */
  readonly best: ReadAnswer | null
  readonly answers: readonly ReadAnswer[]
  readonly order: AnswerOrder
  readonly previous: string | null
  readonly next: string | null
  readonly isFirstPage: boolean
  /** Hidden, unanswered and members' questions are not for search engines. */
  readonly isIndexable: boolean
}

export type ReadingResult =
  | { readonly sight: 'seen'; readonly reading: QuestionReading }
  | { readonly sight: 'merged'; readonly intoId: string }
  | { readonly sight: 'removed' | 'missing' }

export interface Turn {
  readonly order: AnswerOrder
  readonly after?: string
  readonly before?: string
  readonly last?: boolean
  readonly allCommentsOf?: string
}

/** Reads a question for whoever looks: two round trips side by side, three on the first page of a solved one. */
export async function readQuestion(x: Exchange, id: string, turn: Turn): Promise<ReadingResult> {
  const question = await findQuestion(x.db, x.viewer, id, x.language)
  if (!question) return { sight: 'missing' }
  if (question.mergedIntoId) return { sight: 'merged', intoId: question.mergedIntoId }
  const sight = sightOf(x.viewer, { ...question, authorId: question.author.id })
  if (sight === 'removed') return { sight }
  const place = placeOf(turn)
  const [best, page, comments] = await Promise.all([
    turn.after === undefined && question.bestAnswerId ? findBest(x, question, turn) : null,
    listAnswers(x.db, x.viewer, question, turn.order, place, turn.allCommentsOf),
    question.commentCount > 0 ? listQuestionComments(x.db, id) : [],
  ])
  const isFirstPage = isBeginning(page, place)
  const reading = {
    question,
    comments,
    best: isFirstPage ? best : null,
    order: turn.order,
    isFirstPage,
    isIndexable: isIndexable(question),
  }
  return { sight: 'seen', reading: { ...reading, ...pageOf(page, place) } }
}

function placeOf({ after, before, last }: Turn): AnswerPlace {
  if (last) return 'last'
  if (after) return { after }
  return before ? { before } : null
}

async function findBest(x: Exchange, question: ReadQuestion, turn: Turn): Promise<ReadAnswer | null> {
  const only = { only: question.bestAnswerId ?? '' }
  const [best] = await listAnswers(x.db, x.viewer, question, 'useful', only, turn.allCommentsOf)
  return best && !best.hiddenAt && !best.deletedAt ? best : null
}

/** Turning back as far as it goes is the first page too, with the best answer above the others. */
function isBeginning(rows: readonly ReadAnswer[], place: AnswerPlace): boolean {
  if (place === null) return true
  return (place === 'last' || 'before' in place) && rows.length <= ANSWERS_A_PAGE
}

/** One more row than a page holds tells that there are others beyond it. */
function pageOf(rows: readonly ReadAnswer[], place: AnswerPlace) {
  const backwards = place === 'last' || (place !== null && 'before' in place)
  const hasMore = rows.length > ANSWERS_A_PAGE
  const answers = rows.slice(0, ANSWERS_A_PAGE)
  if (backwards) answers.reverse()
  const [first, last] = [answers[0]?.id ?? null, answers.at(-1)?.id ?? null]
  if (backwards) return { answers, previous: hasMore ? first : null, next: place === 'last' ? null : last }
  return { answers, previous: place === null ? null : first, next: hasMore ? last : null }
}

function isIndexable(question: ReadQuestion): boolean {
  const isPublic = question.board.access === 'everyone' && question.hiddenAt === null && question.deletedAt === null
  return isPublic && question.answerCount > 0 && question.state !== 'duplicate'
}
