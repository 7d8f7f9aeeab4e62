import type { Exchange } from '#community/exchange.ts'
import { nameOf } from '#community/read-once.ts'
import { Entries } from '#ui/elements/entry.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import type { ListedQuestion } from '../list/queries.ts'
import { QuestionEntry } from './question-entry.tsx'

interface QuestionEntriesProps {
  x: Exchange
  /** As they were read: all who are shown this same reading are shown the same markup. */
  questions: readonly ListedQuestion[]
  shown: number
  level?: 2 | 3
}

/** The first of these questions, one below the other. */
export function QuestionEntries({ x, questions, shown, level }: QuestionEntriesProps) {
  const { brand } = x
  const entries = () => (
    <Entries>
      {questions.slice(0, shown).map((question) => (
        <QuestionEntry question={question} brand={brand.name} level={level} key={question.id} />
      ))}
    </Entries>
  )
  return <Shared of={`questions ${nameOf(questions)} ${shown} ${level} ${brand.revision}`} part={entries} />
}
