import type { Language } from '#platform/i18n/languages.ts'

export const roles = ['moderator', 'editor', 'manager', 'director', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A signed-in member, read with the session in one query. */
export interface Actor {
  readonly id: string
  readonly accountId: string
  readonly sessionId: string
  readonly handle: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Job title at the brand; null for customers. */
  readonly staffTitle: string | null
  readonly language: Language | null
  readonly avatarId: string | null
  readonly unreadNotices: number
  readonly joinedAt: Date
  readonly blockedAt: Date | null
  /** The boards for listed members that list this one, ids in order. */
  readonly listedBoards: readonly string[]
}

/** Whoever looks: a member, or a visitor (null). */
export type Viewer = Actor | null

export const hasRole = (viewer: Viewer, ...roles: Role[]): boolean =>
  viewer !== null && roles.some((role) => viewer.roles.includes(role))

export const isStaff = (viewer: Viewer): boolean => viewer !== null && viewer.staffTitle !== null

/** Keeps the place in order: hides, moves, closes, blocks. */
export const isModerator = (viewer: Viewer): boolean => hasRole(viewer, 'moderator', 'manager', 'administrator')

/** Keeps brand, boards, products, tags and roles. */
export const keepsSettings = (viewer: Viewer): boolean => hasRole(viewer, 'manager', 'administrator')
