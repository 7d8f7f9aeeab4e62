import type { Exchange } from '#community/exchange.ts'
import { isModerator } from '#community/members/actor.ts'
import { PersonalDetails } from '#community/text/personal-details.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { Prose } from '#ui/elements/prose.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { useView } from '#ui/view.ts'
import { commentDeedPath, deedPath } from '../paths.ts'
import { QuoteLink } from '../quoting/quote-action.tsx'
import type { OwnHiddenComment as OwnHidden } from '../reading/own-queries.ts'
import type { ReadComment, ReadQuestion } from '../reading/queries.ts'
import { mayAnswer, mayEdit } from '../rules.ts'
import { ShortByline } from './byline.tsx'
import { HiddenComment, OwnHiddenComment } from './hidden-comment.tsx'
import type { Attempt } from './question-page.tsx'

interface CommentsProps {
  x: Exchange
  question: ReadQuestion
  /** Null for comments on the question itself. */
  answerId: string | null
  comments: readonly ReadComment[]
  /** Of whoever looks. */
  hidden: readonly OwnHidden[]
  /** What it hangs on was taken away: nothing is to be said of it any more. */
  isGone?: boolean
  attempt?: Attempt
}

/** Short remarks below a text, one level deep. */
export function Comments({ x, question, answerId, comments, hidden, isGone, attempt }: CommentsProps) {
  const place = answerId ? `answer-${answerId}` : 'question'
  return (
    <div class="comments">
      {inTurn(
        comments,
        hidden.filter((own) => own.answerId === answerId),
      ).map((one) =>
        'reason' in one ? (
          <OwnHiddenComment x={x} comment={one} key={one.id} />
        ) : (
          <Comment x={x} question={question} comment={one} key={one.id} />
        ),
      )}
      {!isGone && (
        <CommentForm
          x={x}
          question={question}
          answerId={answerId}
          attempt={attempt?.place === place ? attempt : undefined}
        />
      )}
    </div>
  )
}

/** Each where it stood; who keeps order is shown hidden ones, also their own, among all others. */
function inTurn(comments: readonly ReadComment[], hidden: readonly OwnHidden[]): (ReadComment | OwnHidden)[] {
  const own = hidden.filter(({ id }) => !comments.some((comment) => comment.id === id))
  if (own.length === 0) return [...comments]
  return [...comments, ...own].sort((one, other) => +new Date(one.createdAt) - +new Date(other.createdAt))
}

function Comment({ x, question, comment }: { x: Exchange; question: ReadQuestion; comment: ReadComment }) {
  const ruled = { authorId: comment.author.id, hiddenAt: null, deletedAt: null }
  const mayChange = x.viewer !== null && mayEdit(x.viewer, ruled) === null
  if (comment.hiddenAt) return <HiddenComment x={x} questionId={question.id} comment={comment} />
  return (
    <div class="comment" id={`comment-${comment.id}`}>
      <ShortByline
        author={comment.author}
        brand={x.brand.name}
        at={comment.createdAt}
        editedAt={comment.editedAt}
        historyPath={commentDeedPath(question.id, comment.id, 'history')}
      >
        <QuoteLink x={x} question={question} commentId={comment.id} />
      </ShortByline>
      <Prose html={comment.html} />
      {mayChange && (
        <p class="comment-actions">
          <a href={commentDeedPath(question.id, comment.id, 'edit')}>{x.t('questions.action.edit')}</a>
          {isModerator(x.viewer) && (
            <a href={`/questions/${question.id}/keeping/hide?comment=${comment.id}`}>{x.t('questions.keeping.hide')}</a>
          )}
        </p>
      )}
    </div>
  )
}

function CommentForm({ x, question, answerId, attempt }: Omit<CommentsProps, 'comments' | 'hidden' | 'isGone'>) {
  const { onceKey: once } = useView()
  if (!x.viewer) return null
  if (!attempt && mayAnswer(x.viewer, { ...question, authorId: question.author.id }) !== null) return null
  const id = `comment-on-${answerId ?? 'question'}`
  const isAsker = x.viewer.id === question.author.id
  const onQuestion = isAsker ? 'questions.comment.onOwnQuestion' : 'questions.comment.onQuestion'
  const invitation = answerId ? 'questions.comment.onAnswer' : onQuestion
  return (
    <details class="comment-form" open={attempt !== undefined} id={id}>
      <summary class="action">
        <Icon name="message-circle" />
        {x.t(invitation)}
      </summary>
      <Form action={`${deedPath(question.id, 'comments')}#${id}`} once={once}>
        {answerId && <input type="hidden" name="answerId" value={answerId} />}
        <Field name="body" id={`${id}-body`} label={x.t('questions.comment.label')} error={attempt?.problem} hideLabel>
          <TextArea rows={2} value={attempt?.words} maxLength={4_000} />
        </Field>
        {attempt?.details && <PersonalDetails id={`${id}-details`} details={attempt.details} />}
        <Button size="small">{x.t('questions.comment.send')}</Button>
      </Form>
    </details>
  )
}
