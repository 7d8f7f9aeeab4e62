/** Something that happened, as kept: ids and numbers only, never names or free text, so that erasure changes nothing. */
export interface Activity {
  readonly id: string
  readonly kind: string
  readonly actorId: string | null
  readonly subjectKind: string
  readonly subjectId: string
  readonly questionId: string | null
  readonly boardId: string | null
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly origin: Origin
  readonly occurredAt: Date
  readonly recordedAt: Date
}

/** Notices, mail and webhooks hear only what was lived. */
export type Origin = 'lived' | 'imported' | 'seeded'

export interface Happening {
  kind: string
  actorId: string | null
  subjectKind: string
  subjectId: string
  questionId?: string | null
  boardId?: string | null
  facts?: Activity['facts']
  origin?: Origin
  occurredAt?: Date
}
