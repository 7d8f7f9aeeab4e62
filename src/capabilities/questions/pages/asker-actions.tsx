import type { Exchange } from '#community/exchange.ts'
import { Action } from '#ui/elements/action.tsx'
import { ActionRow } from '#ui/elements/action-row.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { isSolved } from '../marks/rules.ts'
import { deedPath } from '../paths.ts'
import type { ReadQuestion } from '../reading/queries.ts'
import { maySayNotSolved } from '../rules.ts'

/** For the asker alone: how did it end? One button, also for "no". */
export function AskerActions({ x, question }: { x: Exchange; question: ReadQuestion }) {
  const { t, viewer } = x
  const ruled = { ...question, authorId: question.author.id }
  if (!viewer || question.answerCount === 0 || maySayNotSolved(viewer, ruled) !== null) return null
  const action = deedPath(question.id, 'not-solved')
  if (question.state === 'not-solved') {
    return (
      <ActionRow>
        <Action action={action} values={{ on: 'false' }} icon="undo-2">
          {t('questions.action.withdrawNotSolved')}
        </Action>
      </ActionRow>
    )
  }
  if (isSolved(question.state)) {
    return (
      <ActionRow>
        <Action action={action} values={{ on: 'true' }} icon="undo-2">
          {t('questions.action.notSolvedAfterAll')}
        </Action>
      </ActionRow>
    )
  }
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
