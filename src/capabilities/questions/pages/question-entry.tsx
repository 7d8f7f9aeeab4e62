import { QuestionStateMark } from '#community/states/question-state.tsx'
import { isSolved } from '#community/states/states.ts'
import { Entry } from '#ui/elements/entry.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Time } from '#ui/elements/time.tsx'
import { useView } from '#ui/view.ts'
import type { ListedQuestion } from '../list/queries.ts'
import { boardPath, questionPath } from '../paths.ts'

/** One question in a list: what is asked, where it stands, and what happened last. */
export function QuestionEntry({ question, brand, level }: { question: ListedQuestion; brand: string; level?: 2 | 3 }) {
  const { t, language } = useView()
  const { state, answerCount } = question
  return (
    <Entry
      href={questionPath(question)}
      title={question.title}
      lang={question.language === language ? undefined : question.language}
      level={level}
      figure={{
        value: answerCount,
        label: state === 'new' ? t('questions.entry.waits') : t('questions.entry.answers', { count: answerCount }),
        done: isSolved(state),
      }}
    >
      <QuietLine>
        {state !== 'answered' && <QuestionStateMark state={state} brand={brand} />}
        <LastDeed question={question} />
        {!isSolved(state) && question.sameCount > 0 && t('questions.entry.same', { count: question.sameCount })}
        <Tag href={boardPath(question.board.slug)}>{question.board.name}</Tag>
      </QuietLine>
    </Entry>
  )
}

function LastDeed({ question }: { question: ListedQuestion }) {
  const { t } = useView()
  const { lastAnswerAt, lastAnswerBy } = question
  if (lastAnswerAt && lastAnswerBy) {
    const name = lastAnswerBy.staffTitle
      ? t('questions.entry.staff', { name: lastAnswerBy.name, title: lastAnswerBy.staffTitle })
      : lastAnswerBy.name
    return <>{t.rich('questions.entry.answered', { name, time: <Time at={lastAnswerAt} /> })}</>
  }
  return <>{t.rich('questions.entry.asked', { name: question.authorName, time: <Time at={question.createdAt} /> })}</>
}
