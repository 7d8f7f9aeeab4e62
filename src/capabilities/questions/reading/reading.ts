import { type RawBuilder, sql } from 'kysely'
import type { Exchange } from '#community/exchange.ts'
import { type Actor, isModerator } from '#community/members/actor.ts'
import { nameOf, readOnce } from '#community/read-once.ts'
import type { Site } from '#community/site.ts'
import { type Audience, audienceOf, sightOf } from '#community/visibility/visibility.ts'
import { listOpenProposals, type OpenProposal } from '../duplicate-proposals/queries.ts'
import { usualWait } from '../home/week.ts'
import { type AskedOwn, findOwnSaid, nothingSaid, type OwnSaid, ownSaid } from './own-queries.ts'
import {
  ANSWERS_A_PAGE,
  type AnswerOrder,
  type AnswerPlace,
  type CommentsRead,
  findQuestion,
  listAnswers,
  listQuestionComments,
  type ReadAnswer,
  type ReadComment,
  type ReadQuestion,
} from './queries.ts'

/** All that the page of one question shows. */
export interface QuestionReading {
  /** Another name for each reading of other rows: what was made of this one fits whoever is given it again. */
  readonly name: string
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
  /** What a moderator has to decide about; nobody else reads it. */
  readonly proposals: readonly OpenProposal[]
  /** What the member who looks said of it. */
  readonly own: OwnSaid
  /** How long a first answer usually takes, in words, for the asker who waits for it. */
  readonly wait: string | null
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

const MOST_PROPOSALS = 5

/** What everybody is shown who may see the same boards, besides what depends on who wrote it. */
type Shown = Omit<QuestionReading, 'own' | 'name' | 'wait'>

/** Reads a question for whoever looks: one small statement when others just read it, else two or three round trips. */
export async function readQuestion(x: Exchange, id: string, turn: Turn): Promise<ReadingResult> {
  const { shown, own } = x.viewer
    ? await readForMember(x, x.viewer, id, turn)
    : { shown: await readShown(x, null, id, turn), own: nothingSaid }
  if (shown === null) return { sight: 'missing' }
  const { question } = shown
  if (question.mergedIntoId) return { sight: 'merged', intoId: question.mergedIntoId }
  const sight = sightOf(x.viewer, { ...question, authorId: question.author.id })
  if (sight === 'removed') return { sight }
  const isWaiting = question.answerCount === 0 && x.viewer?.id === question.author.id
  return { sight: 'seen', reading: { ...shown, name: nameOf(shown), own, wait: isWaiting ? await usualWait(x) : null } }
}

interface MembersReading {
  readonly shown: Shown | null
  readonly own: OwnSaid
}

/**
 * Visitors share whole pages; members share what was read for them. A kept reading is used only while the question
 * still stands as it did: who just answered in another process sees their answer.
 */
async function readForMember(x: Exchange, viewer: Actor, id: string, turn: Turn): Promise<MembersReading> {
  const audience = audienceOf(viewer)
  const key = `question ${id} ${JSON.stringify(turn)} ${x.language} for ${audience.key}`
  const kept = x.site.kept.get<KeptQuestion>(key)?.shown
  if (kept) {
    const own = await ownOf(x, viewer, kept)
    if (own?.standing === kept.question.standing) return { shown: kept, own }
    x.site.kept.forget(key)
  }
  const tags = [`question:${id}`, 'brand', 'sight', 'members']
  const read = async () => ({ shown: await readShown(x, audience, id, turn) })
  const { shown } = await readOnce<KeptQuestion>(x.site, key, tags, read)
  if (shown === null) return { shown, own: nothingSaid }
  await readOnce(x.site, answersKey(id, turn), tags, async () => answersOn(shown))
  return { shown, own: (await ownOf(x, viewer, shown)) ?? nothingSaid }
}

interface KeptQuestion {
  readonly shown: Shown | null
}

/** What the page will want to know of the member, as far as it is known already which answers stand on it. */
export function askOwnSaid({ kept }: Site, id: string, turn: Turn): RawBuilder<unknown> | null {
  const answerIds = kept.get<string[]>(answersKey(id, turn))
  return answerIds ? ownSaid(sql.raw('m.id'), id, answerIds) : null
}

/** What was asked together with who is signed in, when it was of just these answers. */
async function ownOf(x: Exchange, viewer: Actor, shown: Shown): Promise<AskedOwn | null> {
  const answerIds = answersOn(shown)
  const asked = x.besides as AskedOwn | null
  if (asked && String(asked.answerIds) === String(answerIds)) return asked
  return findOwnSaid(x.db, viewer.id, shown.question.id, answerIds)
}

const answersKey = (id: string, turn: Turn): string => `answers of question ${id} ${JSON.stringify(turn)}`

const answersOn = ({ best, answers }: Shown): string[] => [...(best ? [best] : []), ...answers].map(({ id }) => id)

async function readShown(x: Exchange, audience: Audience | null, id: string, turn: Turn): Promise<Shown | null> {
  const question = await findQuestion(x.db, audience, id, x.language)
  if (!question) return null
  const place = placeOf(turn)
  const read = { allOf: turn.allCommentsOf, hidden: audience?.keepsOrder ?? false }
  const [best, page, comments, proposals] = await Promise.all([
    turn.after === undefined && question.bestAnswerId ? findBest(x, question, read) : null,
    listAnswers(x.db, question, turn.order, place, read),
    question.commentCount > 0 || read.hidden ? listQuestionComments(x.db, id, read) : [],
    // Moderators are an audience of their own, so that nobody else is given what was read for them.
    audience && isModerator(x.viewer)
      ? listOpenProposals(x.db, audience, { questionId: id, limit: MOST_PROPOSALS })
      : [],
  ])
  const isFirstPage = isBeginning(page, place)
  return {
    question,
    comments,
    proposals,
    best: isFirstPage ? best : null,
    order: turn.order,
    isFirstPage,
    isIndexable: isIndexable(question),
    ...pageOf(page, place),
  }
}

function placeOf({ after, before, last }: Turn): AnswerPlace {
  if (last) return 'last'
  if (after) return { after }
  return before ? { before } : null
}

async function findBest(x: Exchange, question: ReadQuestion, read: CommentsRead): Promise<ReadAnswer | null> {
  const [best] = await listAnswers(x.db, question, 'useful', { only: question.bestAnswerId ?? '' }, read)
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

/** What visitors see too: only of this there is a feed, and a picture for where its link is shared. */
export const isPublic = ({ board, hiddenAt, deletedAt }: ReadQuestion): boolean =>
  board.access === 'everyone' && hiddenAt === null && deletedAt === null

function isIndexable(question: ReadQuestion): boolean {
  return isPublic(question) && question.answerCount > 0 && question.state !== 'duplicate'
}
