import type { Exchange } from '#community/exchange.ts'
import { Action } from '#ui/elements/action.tsx'
import { ActionRow } from '#ui/elements/action-row.tsx'
import { Menu } from '#ui/elements/menu.tsx'
import { MenuLink } from '#ui/elements/menu-items.tsx'
import { answerDeedPath, answerPath, deedPath, signInPath } from '../paths.ts'
import { QuoteAction } from '../quoting/quote-action.tsx'
import type { ReadAnswer } from '../reading/queries.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { mayAccept, mayComment, mayDeletePost, mayEdit, maySayWorked, mayThank, mayVerify } from '../rules.ts'
import { KeepingLinks } from './keeping-links.tsx'

interface Props {
  x: Exchange
  reading: QuestionReading
  answer: ReadAnswer
}

/** What somebody can do with an answer; the same rules decide here and in the deed itself. */
export function AnswerActions({ x, reading, answer }: Props) {
  const { t, viewer } = x
  const { question, own } = reading
  const hasThanked = own.thanked.includes(answer.id)
  const hasSaidWorked = own.saidWorked.includes(answer.id)
  const asked = { ...question, authorId: question.author.id }
  const given = { ...answer, authorId: answer.author.id }
  const path = (deed: string) => answerDeedPath(question.id, answer.id, deed)
  const isOwn = viewer?.id === answer.author.id
  const isAsker = viewer?.id === question.author.id
  return (
    <ActionRow>
      {viewer && mayAccept(viewer, asked, given) === null && <Acceptance x={x} reading={reading} answer={answer} />}
      {!isAsker && !isOwn && (
        <Action
          action={path('worked')}
          values={{ on: String(!hasSaidWorked) }}
          pressed={viewer ? hasSaidWorked : undefined}
          disabled={viewer ? maySayWorked(viewer, asked, given) !== null : false}
          strong
          icon="thumbs-up"
        >
          {t('questions.action.worked')}
        </Action>
      )}
      {!isOwn && (
        <Action
          action={path('thanks')}
          values={{ on: String(!hasThanked) }}
          count={answer.thanksCount}
          pressed={viewer ? hasThanked : undefined}
          disabled={viewer ? mayThank(viewer, given) !== null : false}
          icon="heart"
        >
          {t('questions.action.thanks')}
        </Action>
      )}
      {isOwn && answer.thanksCount > 0 && (
        <span class="action">{t('questions.answer.thanked', { count: answer.thanksCount })}</span>
      )}
      {mayComment(viewer, asked, answer) && !(viewer && answer.comments.length > 0) && (
        <Action
          href={viewer ? `#comment-on-${answer.id}` : signInPath(answerPath(question.id, answer.id))}
          icon="message-circle"
        >
          {t('questions.action.comment')}
        </Action>
      )}
      <QuoteAction x={x} question={question} post={answer} />
      <Action href={answerPath(question.id, answer.id)} icon="link">
        {t('questions.action.link')}
      </Action>
      {viewer && <More x={x} reading={reading} answer={answer} />}
    </ActionRow>
  )
}

function Acceptance({ x, reading: { question }, answer }: Props) {
  const isConfirmed = answer.confirmedAt !== null && question.state !== 'not-solved'
  const isBest = question.bestAnswerId === answer.id
  return (
    <>
      {!(isConfirmed && isBest) && (
        <Action action={deedPath(question.id, 'acceptance')} values={{ answerId: answer.id }} strong icon="check">
          {x.t(isConfirmed ? 'questions.action.makeBest' : 'questions.action.accept')}
        </Action>
      )}
      {isConfirmed && (
        <Action
          action={deedPath(question.id, 'acceptance')}
          values={{ answerId: answer.id, on: 'false' }}
          icon="undo-2"
        >
          {x.t('questions.action.unaccept')}
        </Action>
      )}
    </>
  )
}

function More({ x, reading: { question }, answer }: Props) {
  const { t, viewer } = x
  const given = { ...answer, authorId: answer.author.id }
  if (!viewer) return null
  const path = (deed: string) => answerDeedPath(question.id, answer.id, deed)
  const mayChange = mayEdit(viewer, given) === null
  const mayVouch = mayVerify(viewer, given) === null
  if (!mayChange && !mayVouch) return null
  return (
    <Menu summary={t('questions.action.more')}>
      {mayChange && (
        <MenuLink href={path('edit')} icon="pencil">
          {t('questions.action.edit')}
        </MenuLink>
      )}
      {mayDeletePost(viewer, given) === null && (
        <MenuLink href={path('deletion')} icon="trash-2" danger>
          {t('questions.action.delete')}
        </MenuLink>
      )}
      {mayVouch && (
        <MenuLink href={path('verification')} icon="shield-check">
          {t('questions.action.verify')}
        </MenuLink>
      )}
      <KeepingLinks x={x} post={{ kind: 'answer', questionId: question.id, id: answer.id }} standing={answer} />
    </Menu>
  )
}
