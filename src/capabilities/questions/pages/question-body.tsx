import type { Exchange } from '#community/exchange.ts'
import { isModerator } from '#community/members/actor.ts'
import { Action } from '#ui/elements/action.tsx'
import { ActionRow } from '#ui/elements/action-row.tsx'
import { Menu } from '#ui/elements/menu.tsx'
import { MenuButton, MenuLink } from '#ui/elements/menu-items.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Prose } from '#ui/elements/prose.tsx'
import { ShareLink } from '#ui/elements/share-link.tsx'
import { deedPath, questionPath } from '../paths.ts'
import type { QuestionReading } from '../reading/reading.ts'
import { mayDeleteQuestion, mayEdit, maySayHaveThisToo, mayVerify } from '../rules.ts'
import { AskerActions, OtherOutcome } from './asker-actions.tsx'
import { Comments } from './comments.tsx'
import { KeepingLinks } from './keeping-links.tsx'
import type { Attempt } from './question-page.tsx'
import { StandingNotices } from './standing-notices.tsx'

/** What was asked, what one can do with it, and what others remarked. */
export function QuestionBody({ x, reading, attempt }: { x: Exchange; reading: QuestionReading; attempt?: Attempt }) {
  const { question } = reading
  return (
    <>
      <StandingNotices x={x} question={question} />
      <Prose html={question.html} lang={question.language === x.language ? undefined : question.language} />
      {question.credit && <CreditLine x={x} credit={question.credit} />}
      {question.alsoAsked.map((other) => (
        <details class="also-asked" key={other.title}>
          <summary>{x.t('questions.alsoAsked', { title: other.title, name: other.name })}</summary>
          <Prose html={other.html} />
        </details>
      ))}
      <QuestionActions x={x} reading={reading} />
      <AskerActions x={x} question={question} />
      <Comments x={x} question={question} answerId={null} comments={reading.comments} attempt={attempt} />
    </>
  )
}

function QuestionActions({ x, reading: { question } }: { x: Exchange; reading: QuestionReading }) {
  const { t, viewer } = x
  const ruled = { ...question, authorId: question.author.id }
  const isAuthor = viewer?.id === question.author.id
  return (
    <ActionRow>
      {!isAuthor && (
        <Action
          action={deedPath(question.id, 'same')}
          values={{ on: String(!question.viewerHasThisToo) }}
          count={question.sameCount}
          pressed={viewer ? question.viewerHasThisToo : undefined}
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
        values={{ on: String(!question.viewerFollows) }}
        pressed={viewer ? question.viewerFollows : undefined}
        icon="bell"
      >
        {question.viewerFollows ? t('questions.action.following') : t('questions.action.follow')}
      </Action>
      <ShareLink href={questionPath(question)} title={question.title}>
        {t('questions.action.share')}
      </ShareLink>
      <OtherOutcome x={x} question={question} />
      {viewer && (mayEdit(viewer, ruled) === null || isModerator(viewer) || mayVerify(viewer, ruled) === null) && (
        <Menu summary={t('questions.action.more')}>
          {mayEdit(viewer, ruled) === null && (
            <MenuLink href={deedPath(question.id, 'edit')} icon="pencil">
              {t('questions.action.edit')}
            </MenuLink>
          )}
          {mayDeleteQuestion(viewer, ruled) === null && (
            <MenuButton action={deedPath(question.id, 'deletion')} icon="trash-2" danger>
              {t('questions.action.delete')}
            </MenuButton>
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

function CreditLine({ x, credit }: { x: Exchange; credit: { author: string; url: string; licence: string } }) {
  return (
    <Notice tone="info">
      {x.t.rich('questions.credit', {
        author: credit.author,
        licence: credit.licence,
        source: (
          <a href={credit.url} rel="nofollow noopener">
            {x.t('questions.credit.source')}
          </a>
        ),
      })}
    </Notice>
  )
}
