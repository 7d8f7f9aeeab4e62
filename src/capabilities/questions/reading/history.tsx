import type { Exchange } from '#community/exchange.ts'
import { findMemberCards } from '#community/members/members.ts'
import { Page } from '#community/page.tsx'
import { comparer } from '#community/revisions/difference.ts'
import { listRevisions, type PostKind } from '#community/revisions/revisions.ts'
import { sightOf } from '#community/visibility/visibility.ts'
import { missing, page, type Reply } from '#platform/http/reply.ts'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { findAnswerText } from '../answers/queries.ts'
import { findCommentText } from '../comments/queries.ts'
import { isId } from '../handling.ts'
import { HistoryVersion } from '../pages/history-version.tsx'
import { findQuestion } from './queries.ts'
import { versionsOf } from './versions.ts'

interface PresentText {
  readonly title?: string
  readonly body: string
  readonly authorId: string
  readonly hiddenAt: Date | null
  readonly deletedAt: Date | null
}

export const showQuestionHistory = (x: Exchange): Promise<Reply> =>
  showHistory(x, 'question', x.params.id, async (id) => {
    const question = await findQuestion(x.db, x.viewer, id)
    // What was merged has no page of its own any more.
    return question && !question.mergedIntoId ? { ...question, authorId: question.author.id } : null
  })

export const showAnswerHistory = (x: Exchange): Promise<Reply> =>
  showHistory(x, 'answer', x.params.answerId, (id) => findAnswerText(x.db, x.viewer, x.params.id ?? '', id))

export const showCommentHistory = (x: Exchange): Promise<Reply> =>
  showHistory(x, 'comment', x.params.commentId, (id) => findCommentText(x.db, x.viewer, x.params.id ?? '', id))

/** Earlier versions, for whoever may see the text as it stands now: a hidden text shows no history either. */
async function showHistory(
  x: Exchange,
  kind: PostKind,
  id: string | undefined,
  find: (id: string) => Promise<PresentText | null>,
): Promise<Reply> {
  if (!isId(id) || !isId(x.params.id)) return missing
  const present = await find(id)
  if (!present || sightOf(x.viewer, present) !== 'seen') return missing
  const [revisions, authors] = await Promise.all([
    listRevisions(x.db, kind, id),
    findMemberCards(x.db, [present.authorId]),
  ])
  const versions = versionsOf(present, revisions, authors.get(present.authorId)?.name ?? '')
  const compare = comparer()
  const title = x.t('questions.history.title')
  return page(
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <Title>{title}</Title>
        {versions.map((version, at) => (
          <HistoryVersion
            key={version.key}
            version={version}
            before={versions[at + 1]}
            isPresent={at === 0}
            compare={compare}
          />
        ))}
        <p>
          <a href={`/questions/${x.params.id}`}>{x.t('questions.back')}</a>
        </p>
      </Narrow>
    </Page>,
  )
}
