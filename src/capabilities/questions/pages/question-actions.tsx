import type { Exchange } from '#community/exchange.ts'
import type { Actor } from '#community/members/actor.ts'
import { Action } from '#ui/elements/action.tsx'
import { ActionRow } from '#ui/elements/action-row.tsx'
import { Menu } from '#ui/elements/menu.tsx'
import { MenuLink } from '#ui/elements/menu-items.tsx'
import { ShareLink } from '#ui/elements/share-link.tsx'
import { proposalsPath } from '../duplicate-proposals/paths.ts'
import { deedPath, questionPath } from '../paths.ts'
import { QuoteAction } from '../quoting/quote-action.tsx'
import type { QuestionReading } from '../reading/reading.ts'
import {
  mayDeleteQuestion,
  mayEdit,
  mayKeepAny,
  mayPropose,
  maySayHaveThisToo,
  mayVerify,
  mayWrite,
  type RuledQuestion,
} from '../rules.ts'
import { AskerActions, OtherOutcome } from './asker-actions.tsx'
import { KeepingLinks } from './keeping-links.tsx'
import { LivePart } from './live-part.tsx'

/** What one can do with a question, with how many did so; for its asker also how it ended. */
export function QuestionActions({ x, reading }: { x: Exchange; reading: QuestionReading }) {
  const { question } = reading
  return (
    <LivePart x={x} question={question} id="question-actions" class="question-actions">
      <Deeds x={x} reading={reading} />
      <AskerActions x={x} question={question} />
    </LivePart>
  )
}

function Deeds({ x, reading: { question, own } }: { x: Exchange; reading: QuestionReading }) {
  const { t, viewer } = x
  const ruled = { ...question, authorId: question.author.id }
  const isAuthor = viewer?.id === question.author.id
  const proposes = viewer !== null && mayWrite(viewer) === null && !mayKeepAny(viewer) && mayPropose(ruled) === null
  return (
    <ActionRow>
      {!isAuthor && (
        <Action
          action={deedPath(question.id, 'same')}
          values={{ on: String(!own.hasThisToo) }}
          count={question.sameCount}
          pressed={viewer ? own.hasThisToo : undefined}
          disabled={viewer ? maySayHaveThisToo(viewer, ruled) !== null : false}
          icon="users"
        >
          {t('questions.action.same')}
        </Action>
      )}
      {isAuthor && question.sameCount > 0 && (
        <span class="action">{t('questions.entry.same', { count: question.sameCount })}</span>
      )}
      <Action
        action={deedPath(question.id, 'following')}
        values={{ on: String(!own.follows) }}
        pressed={viewer ? own.follows : undefined}
        disabled={viewer ? mayWrite(viewer) !== null : false}
        icon="bell"
      >
        {own.follows ? t('questions.action.following') : t('questions.action.follow')}
      </Action>
      <QuoteAction x={x} question={question} post={question} />
      <ShareLink href={questionPath(question)} title={question.title}>
        {t('questions.action.share')}
      </ShareLink>
      <OtherOutcome x={x} question={question} />
      {viewer && (mayDoMore(viewer, ruled) || proposes) && (
        <Menu summary={t('questions.action.more')}>
          {mayEdit(viewer, ruled) === null && (
            <MenuLink href={deedPath(question.id, 'edit')} icon="pencil">
              {t('questions.action.edit')}
            </MenuLink>
          )}
          {proposes && (
            <MenuLink href={proposalsPath(question.id)} icon="history">
              {t('questions.proposal.title')}
            </MenuLink>
          )}
          {mayDeleteQuestion(viewer, ruled) === null && (
            <MenuLink href={deedPath(question.id, 'deletion')} icon="trash-2" danger>
              {t('questions.action.delete')}
            </MenuLink>
          )}
          {mayVerify(viewer, ruled) === null && (
            <MenuLink href={deedPath(question.id, 'escalation')} icon="flag">
              {t(question.state === 'escalated' ? 'questions.action.deescalate' : 'questions.action.escalate')}
            </MenuLink>
          )}
          <KeepingLinks
            x={x}
            post={{ kind: 'question', questionId: question.id, id: question.id }}
            standing={question}
          />
        </Menu>
      )}
    </ActionRow>
  )
}

const mayDoMore = (viewer: Actor, question: RuledQuestion): boolean =>
  mayEdit(viewer, question) === null || mayKeepAny(viewer) || mayVerify(viewer, question) === null
