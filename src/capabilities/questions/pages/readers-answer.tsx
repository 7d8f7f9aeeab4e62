import { hash } from 'node:crypto'
import type { Exchange } from '#community/exchange.ts'
import { Shared } from '#ui/shared.tsx'
import type { ReadAnswer } from '../reading/queries.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { Answer, type AnswerProps } from './answer.tsx'

interface ReadersAnswerProps extends AnswerProps {
  /** From `aroundAnswers`. */
  around: string
}

/** An answer as everybody sees it who may do nothing special with it: rendered once for all of them. */
export function ReadersAnswer({ around, ...props }: ReadersAnswerProps) {
  const { x, answer, isBest = false } = props
  const whole = <Answer {...props} />
  if (props.attempt || !isOrdinaryReader(x, props)) return whole
  return <Shared of={`${around} ${isBest} ${JSON.stringify(withoutTexts(answer))}`} part={() => whole} />
}

/** What an answer shows of the question and the brand around it. */
export function aroundAnswers({ brand }: Exchange, { question }: QuestionReading): string {
  const elsewhere = { html: '', body: '', viewCount: 0, similar: [], alsoAsked: [], sameCount: 0 }
  const shown = { ...question, ...elsewhere, viewerFollows: false, viewerHasThisToo: false }
  return hash('sha1', `${brand.revision} ${JSON.stringify(shown)}`)
}

/** All but the texts: those change together with the moment of their last edit. */
const withoutTexts = (answer: ReadAnswer) => ({
  ...answer,
  html: '',
  comments: answer.comments.map((comment) => ({ ...comment, html: '' })),
})

/** Authors, askers, staff and who keeps order are offered more; who is blocked, less. */
function isOrdinaryReader({ viewer }: Exchange, { reading, answer }: Pick<AnswerProps, 'reading' | 'answer'>): boolean {
  if (viewer === null) return true
  if (viewer.staffTitle !== null || viewer.roles.length > 0 || viewer.blockedAt !== null) return false
  return viewer.id !== reading.question.author.id && !authorsOf(answer).includes(viewer.id)
}

const authorsOf = (answer: ReadAnswer): string[] => [answer, ...answer.comments].map(({ author }) => author.id)
