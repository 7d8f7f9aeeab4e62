import type { Db } from '#platform/db/database.ts'

/**
 * What takes in questions from elsewhere: the capability that owns their tables. It is handed in where the application
 * is put together, because capabilities do not know one another.
 */
export interface Receiver {
  readonly insertQuestions: (db: Db, questions: readonly ReceivedQuestion[]) => Promise<void>
  readonly insertAnswers: (db: Db, answers: readonly ReceivedAnswer[]) => Promise<void>
  readonly insertComments: (db: Db, comments: readonly ReceivedComment[]) => Promise<void>
  readonly insertMarks: (db: Db, marks: readonly ReceivedMark[]) => Promise<number>
  readonly insertQuestionTags: (db: Db, pairs: readonly { questionId: string; tagId: string }[]) => Promise<void>
  readonly addToMemberCounts: (db: Db, counts: readonly ReceivedCounts[]) => Promise<void>
  readonly updateClosing: (db: Db, closing: ReceivedClosing) => Promise<void>
  readonly settleQuestions: (db: Db, questionIds: readonly string[], communityConfirmations: number) => Promise<void>
  readonly answerPath: (questionId: string, answerId: string) => string
}

interface ReceivedPost {
  readonly id: string
  readonly authorId: string
  readonly body: string
  readonly html: string
  readonly createdAt: Date
  readonly editedAt?: Date | null
}

export interface ReceivedQuestion extends ReceivedPost {
  readonly boardId: string
  readonly title: string
  readonly slug: string
  readonly language: 'nl' | 'en'
  readonly viewCount: number
  /** "I have this too" begins with this. */
  readonly sameCount: number
  readonly closedAt: Date | null
}

export interface ReceivedAnswer extends ReceivedPost {
  readonly questionId: string
  /** Thanks begin with this. */
  readonly thanksCount: number
}

export interface ReceivedComment extends ReceivedPost {
  readonly questionId: string
  readonly answerId: string | null
}

export interface ReceivedMark {
  readonly kind: 'confirmed' | 'duplicate'
  readonly questionId: string
  readonly answerId?: string | null
  readonly memberId: string
  readonly madeAt: Date
}

export interface ReceivedCounts {
  readonly memberId: string
  readonly questions?: number
  readonly answers?: number
  readonly confirmed?: number
  readonly thanks?: number
}

export interface ReceivedClosing {
  readonly questionId: string
  readonly closedById: string | null
  readonly reason: string | null
  readonly duplicateOfId: string | null
}
