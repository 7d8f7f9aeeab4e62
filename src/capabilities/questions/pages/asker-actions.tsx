import type { Exchange } from '#community/exchange.ts'
import { isSolved } from '#community/states/states.ts'
import { Action } from '#ui/elements/action.tsx'
import { ActionRow } from '#ui/elements/action-row.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { deedPath } from '../paths.ts'
import type { ReadQuestion } from '../reading/queries.ts'
import { maySayNotSolved } from '../rules.ts'

/** For the asker alone, once an end is known: taking it back. Stands in the row of the question. */
export function OtherOutcome({ x, question }: { x: Exchange; question: ReadQuestion }) {
  if (!mayTellOutcome(x, question)) return null
  const isNotSolved = question.state === 'not-solved'
  if (!isNotSolved && !isSolved(question.state)) return null
  return (
    <Action action={deedPath(question.id, 'not-solved')} values={{ on: String(!isNotSolved) }} icon="undo-2">
      {x.t(isNotSolved ? 'questions.action.withdrawNotSolved' : 'questions.action.notSolvedAfterAll')}
    </Action>
  )
}

/** For the asker alone: how did it end? One button, also for "no". */
export function AskerActions({ x, question }: { x: Exchange; question: ReadQuestion }) {
  const { t } = x
  if (!mayTellOutcome(x, question) || question.state === 'not-solved' || isSolved(question.state)) return null
  const action = deedPath(question.id, 'not-solved')
  return (
    <Notice tone="info" title={t('questions.asker.title')}>
      <p>{t('questions.asker.lead')}</p>
      <ActionRow>
        <Action action={action} values={{ on: 'true' }} icon="x">
          {t('questions.action.notSolved')}
        </Action>
      </ActionRow>
    </Notice>
  )
}

function mayTellOutcome({ viewer }: Exchange, question: ReadQuestion): boolean {
  const ruled = { ...question, authorId: question.author.id }
  return viewer !== null && question.answerCount > 0 && maySayNotSolved(viewer, ruled) === null
}

/** Offered under an answer when the asker's own remark reads like "thanks, that works". */
export function ThanksOffer({ x, question, answerId }: { x: Exchange; question: ReadQuestion; answerId: string }) {
  return (
    <Notice tone="success">
      <p>{x.t('questions.looksLikeThanks')}</p>
      <ActionRow>
        <Action action={deedPath(question.id, 'acceptance')} values={{ answerId }} strong icon="check">
          {x.t('questions.looksLikeThanks.button')}
        </Action>
      </ActionRow>
    </Notice>
  )
}
