import type { Exchange } from '#community/exchange.ts'
import { Icon } from '#ui/elements/icon.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Prose } from '#ui/elements/prose.tsx'
import { keepingPath } from '../keeping/paths.ts'
import { commentDeedPath } from '../paths.ts'
import type { OwnHiddenComment as OwnHidden } from '../reading/own-queries.ts'
import type { ReadComment } from '../reading/queries.ts'
import { ShortByline } from './byline.tsx'

interface HiddenCommentProps {
  x: Exchange
  questionId: string
  comment: ReadComment
}

/** Where it stood, for who keeps order: closed, with the reason, and with the way back. */
export function HiddenComment({ x, questionId, comment }: HiddenCommentProps) {
  return (
    <div class="comment comment-hidden" id={`comment-${comment.id}`}>
      <details>
        <summary>
          <Icon name="eye-off" />
          {x.t('questions.comment.hidden', { name: comment.author.name })}
        </summary>
        <ShortByline
          author={comment.author}
          brand={x.brand.name}
          at={comment.createdAt}
          editedAt={comment.editedAt}
          historyPath={commentDeedPath(questionId, comment.id, 'history')}
        />
        <Prose html={comment.html} />
      </details>
      <p>{x.t('questions.comment.hidden.reason', { reason: comment.hiddenReason ?? '' })}</p>
      <p class="comment-actions">
        <a href={keepingPath({ kind: 'comment', questionId, id: comment.id }, 'restore')}>
          {x.t('questions.keeping.restore')}
        </a>
      </p>
    </div>
  )
}

/** For its author, as long as nobody else sees it: what they wrote, and why it is not shown. */
export function OwnHiddenComment({ x, comment }: { x: Exchange; comment: OwnHidden }) {
  return (
    <div class="comment" id={`comment-${comment.id}`}>
      <Notice tone="warn" title={x.t('questions.comment.hiddenByModerator')}>
        {comment.reason}
      </Notice>
      <Prose html={comment.html} />
    </div>
  )
}
