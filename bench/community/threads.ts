import type {
  BulkAnswer,
  BulkComment,
  BulkMark,
  BulkQuestion,
  MemberCounts,
} from '#capabilities/questions/bulk/queries.ts'
import type { Happening } from '#community/activity/activity.ts'
import { slugFor } from '#community/text/slug.ts'
import type { Chance } from './chance.ts'
import type { Words } from './words.ts'

export interface Place {
  readonly boards: readonly string[]
  readonly products: readonly { readonly id: string; readonly versions: readonly string[] }[]
  readonly tags: readonly string[]
  readonly members: readonly string[]
  readonly now: Date
}

export interface Ids {
  readonly question: string
  readonly answers: readonly string[]
  readonly comments: readonly string[]
}

export interface Thread {
  readonly question: BulkQuestion
  readonly answers: readonly BulkAnswer[]
  readonly comments: readonly BulkComment[]
  readonly marks: readonly BulkMark[]
  readonly thanks: readonly { answerId: string; memberId: string; at: Date }[]
  readonly follows: readonly { memberId: string; at: Date }[]
  readonly tagIds: readonly string[]
  readonly happenings: readonly Happening[]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** One question with all that hangs on it. Half of the answered ones are solved, one in eight was verified. */
export function threadOf(ids: Ids, place: Place, words: Words, chance: Chance): Thread {
  const askedAt = new Date(+place.now - Math.floor(chance.next() ** 1.5 * 700 * DAY) - 3 * DAY)
  const someone = () => chance.one(place.members)
  const later = (than: Date, most: number) => new Date(+than + chance.whole(1, Math.min(most, +place.now - +than)))
  const product = chance.happens(0.5) ? chance.one(place.products) : null
  const title = words.title()
  const question: BulkQuestion = {
    ...{ id: ids.question, boardId: chance.one(place.boards), authorId: someone(), title, slug: slugFor(title) },
    ...{ ...words.text(40, 120), language: 'nl', createdAt: askedAt, viewCount: chance.whole(0, 900) },
    productId: product?.id ?? null,
    versionId: product && product.versions.length > 0 ? chance.one(product.versions) : null,
  }
  const thanks: { answerId: string; memberId: string; at: Date }[] = []
  const answers = ids.answers.map((id) => {
    const createdAt = later(askedAt, 2 * DAY)
    const thankful = new Set(Array.from({ length: chance.happens(0.4) ? chance.whole(1, 4) : 0 }, someone))
    for (const memberId of thankful) thanks.push({ answerId: id, memberId, at: later(createdAt, DAY) })
    const post = { id, questionId: question.id, authorId: someone(), ...words.text(40, 120), createdAt }
    return { ...post, thanksCount: thankful.size }
  })
  const comments = ids.comments.map((id) => {
    const answer = chance.one(answers)
    const post = { id, questionId: question.id, answerId: answer.id, authorId: someone(), ...words.text(40, 120) }
    return { ...post, createdAt: later(answer.createdAt, DAY) }
  })
  const marks = marksOf(question, answers, place, chance)
  return {
    ...{ question, answers, comments, marks, thanks },
    follows: [question, ...answers].map(({ authorId, createdAt }) => ({ memberId: authorId, at: createdAt })),
    tagIds: chance.shuffled(place.tags).slice(0, chance.whole(1, 3)),
    happenings: happeningsOf(question, answers, comments, marks),
  }
}

function marksOf(question: BulkQuestion, answers: readonly BulkAnswer[], place: Place, chance: Chance): BulkMark[] {
  const others = answers.filter(({ authorId }) => authorId !== question.authorId)
  if (others.length === 0) return []
  const mark = (kind: BulkMark['kind'], answer: BulkAnswer, memberId: string): BulkMark => ({
    ...{ kind, questionId: question.id, answerId: answer.id, memberId },
    madeAt: new Date(Math.min(+place.now, +answer.createdAt + chance.whole(1, DAY))),
  })
  const worked = others.filter(() => chance.happens(0.08)).map((one) => mark('worked', one, chance.one(place.members)))
  const confirmed = chance.happens(0.5) ? [mark('confirmed', chance.one(others), question.authorId)] : []
  const verified = chance.happens(0.12) ? [mark('verified', chance.one(others), place.members[0] as string)] : []
  return [...worked, ...confirmed, ...verified]
}

const kindOf = { confirmed: 'answer.accepted', worked: 'answer.worked', verified: 'answer.verified' } as const

function happeningsOf(
  question: BulkQuestion,
  answers: readonly BulkAnswer[],
  comments: readonly BulkComment[],
  marks: readonly BulkMark[],
): Happening[] {
  const about = (kind: string, actorId: string, occurredAt: Date, answerId?: string | null): Happening => ({
    ...{ kind, actorId, occurredAt, questionId: question.id, boardId: question.boardId, origin: 'seeded' },
    ...{ subjectKind: answerId ? 'answer' : 'question', subjectId: answerId ?? question.id },
  })
  const first = answers.filter((one) => one.authorId !== question.authorId).toSorted(byTime)[0]?.id
  const seconds = (at: Date) => Math.round((+at - +question.createdAt) / 1_000)
  return [
    about('question.asked', question.authorId, question.createdAt),
    ...answers.map((one) => ({
      ...about('answer.posted', one.authorId, one.createdAt, one.id),
      facts: { secondsAfterQuestion: seconds(one.createdAt), isFirst: one.id === first },
    })),
    ...comments.map((one) => ({
      ...about('comment.posted', one.authorId, one.createdAt),
      ...{ subjectKind: 'comment', subjectId: one.id, facts: { answerId: one.answerId } },
    })),
    ...marks.map((one) => about(kindOf[one.kind as keyof typeof kindOf], one.memberId, one.madeAt, one.answerId)),
  ]
}

const byTime = (a: { createdAt: Date }, b: { createdAt: Date }) => +a.createdAt - +b.createdAt

export function countsOf({ question, answers, marks }: Thread): MemberCounts[] {
  const authors = new Map(answers.map((answer) => [answer.id, answer.authorId]))
  const confirmed = marks.filter(({ kind }) => kind === 'confirmed')
  return [
    { memberId: question.authorId, questions: 1 },
    ...answers.map((answer) => ({ memberId: answer.authorId, answers: 1, thanks: answer.thanksCount ?? 0 })),
    ...confirmed.map((mark) => ({ memberId: authors.get(mark.answerId ?? '') as string, confirmed: 1 })),
  ]
}
