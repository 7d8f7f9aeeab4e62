import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { cameBySearching } from '#community/reads/readers.ts'
import { Shared } from '#ui/sharing/shared.tsx'
import type { ReadAnswer } from '../reading/queries.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { Answer, type AnswerProps } from './answer.tsx'

interface ReadersPartProps {
  x: Exchange
  reading: QuestionReading
  /** Something on it is for this reader alone. */
  isOwn?: boolean
  /** Of the part, among those of one question. */
  name: string
  children: ComponentChildren
}

/** What everybody sees the same who may do nothing special with any of it: rendered once for all members. */
export function ReadersPart({ x, reading, isOwn = false, name, children }: ReadersPartProps) {
  const { best, answers, comments, own } = reading
  const posts = [...(best ? [best] : []), ...answers, ...answers.flatMap((answer) => answer.comments), ...comments]
  if (isOwn || own.hiddenComments.length > 0 || !isOrdinaryReader(x, reading, [...posts, ...(best?.comments ?? [])]))
    return <>{children}</>
  const said = `${own.follows} ${own.hasThisToo} ${own.thanked} ${own.saidWorked} ${cameBySearching(x.query)}`
  return <Shared of={`${name} ${x.brand.revision} ${reading.name} ${said}`} part={() => <>{children}</>} />
}

/** The same for one answer, for those who wrote another post on this page. */
export function ReadersAnswer(props: AnswerProps) {
  const { x, reading, answer, isBest = false, attempt } = props
  const whole = <Answer {...props} />
  const { thanked, saidWorked, hiddenComments } = reading.own
  const isTheirs = hiddenComments.some(({ answerId }) => answerId === answer.id)
  if (attempt || isTheirs || !isOrdinaryReader(x, reading, [answer, ...answer.comments])) return whole
  const said = `${thanked.includes(answer.id)} ${saidWorked.includes(answer.id)}`
  return <Shared of={`answer ${answer.id} ${isBest} ${x.brand.revision} ${reading.name} ${said}`} part={() => whole} />
}

/**
 * Authors, askers, staff and who keeps order are offered more; who is blocked, less. Visitors are no readers in this
 * sense: their whole page is kept.
 */
function isOrdinaryReader({ viewer }: Exchange, { question }: QuestionReading, posts: readonly Post[]): boolean {
  if (viewer === null) return false
  if (viewer.staffTitle !== null || viewer.roles.length > 0 || viewer.blockedAt !== null) return false
  return viewer.id !== question.author.id && !posts.some(({ author }) => author.id === viewer.id)
}

type Post = Pick<ReadAnswer, 'author'>
