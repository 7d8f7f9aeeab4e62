import { record } from '#community/activity/record.ts'
import { claimPictures } from '#community/attachments/queries.ts'
import { insertRevision } from '#community/revisions/revisions.ts'
import type { ComposedText } from '#community/text/compose.ts'
import type { Db } from '#platform/db/database.ts'
import { type Asked, type DeedResult, done, refused } from './deed-result.ts'
import { recordNewMentions } from './mentions.ts'
import type { LockedAnswer, LockedQuestion } from './queries.ts'
import { LONGEST, mayEdit, mayStore } from './rules.ts'

export interface ReplacedPost {
  readonly kind: 'answer' | 'comment'
  readonly question: LockedQuestion
  readonly post: LockedAnswer
  readonly update: (db: Db, id: string, text: { body: string; html: string }) => Promise<void>
}

/** Changes an answer or a comment, for whoever may; the same text once more changes nothing. */
export async function replaceText(
  db: Db,
  asked: Asked,
  replaced: ReplacedPost,
  text: ComposedText,
): Promise<DeedResult<{ id: string; questionId: string; masked: ComposedText['masked'] }>> {
  const { kind, post, question } = replaced
  const longest = kind === 'comment' ? LONGEST.comment : LONGEST.text
  const refusal = mayEdit(asked.actor, post) ?? mayStore(text.body, longest)
  if (refusal) return refused(refusal)
  if (text.body !== post.body) await keepAndReplace(db, asked, replaced, text)
  return done({ id: post.id, questionId: question.id, masked: text.masked })
}

/** Puts another text in the place of an answer's or a comment's; what stood before is kept as history. */
async function keepAndReplace(db: Db, asked: Asked, replaced: ReplacedPost, text: ComposedText): Promise<void> {
  const { kind, question, post, update } = replaced
  await insertRevision(db, {
    kind,
    subjectId: post.id,
    questionId: question.id,
    body: post.body,
    editorId: asked.actor.id,
    writtenAt: post.editedAt ?? post.createdAt,
  })
  await update(db, post.id, { body: text.body, html: text.html })
  await claimPictures(db, asked.actor.id, text.pictureIds, { kind, id: post.id, questionId: question.id })
  // What is hidden calls nobody.
  if (post.hiddenAt === null) await recordNewMentions(db, asked.actor, text.handles, { kind, id: post.id, question })
  await record(db, {
    ...{ kind: `${kind}.edited`, actorId: asked.actor.id, subjectKind: kind, subjectId: post.id },
    ...{ questionId: question.id, boardId: question.boardId },
  })
}
