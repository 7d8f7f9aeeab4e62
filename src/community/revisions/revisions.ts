import type { Db } from '#platform/db/database.ts'

export type PostKind = 'question' | 'answer' | 'comment'

export interface Revision {
  readonly id: string
  readonly title: string | null
  readonly body: string
  readonly editorName: string
  readonly writtenAt: Date
  readonly replacedAt: Date
}

export interface RevisionToKeep {
  kind: PostKind
  subjectId: string
  questionId: string
  title?: string | null
  body: string
  editorId: string
  writtenAt: Date
}

/** Keeps what stood before an edit. */
export async function insertRevision(db: Db, revision: RevisionToKeep): Promise<void> {
  await db
    .insertInto('revisions')
    .values({
      subject_kind: revision.kind,
      subject_id: revision.subjectId,
      question_id: revision.questionId,
      title: revision.title ?? null,
      body: revision.body,
      editor_id: revision.editorId,
      written_at: revision.writtenAt,
    })
    .execute()
}

/** As many as are shown of one text. */
export const MOST_REVISIONS = 100

/** Earlier versions, newest first. */
export async function listRevisions(db: Db, kind: PostKind, subjectId: string): Promise<Revision[]> {
  return db
    .selectFrom('revisions')
    .innerJoin('members', 'members.id', 'revisions.editor_id')
    .select([
      'revisions.id',
      'title',
      'body',
      'members.name as editorName',
      'written_at as writtenAt',
      'replaced_at as replacedAt',
    ])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('revisions.id', 'desc')
    .limit(MOST_REVISIONS)
    .execute()
}
