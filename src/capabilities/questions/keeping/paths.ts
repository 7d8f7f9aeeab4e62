import type { Kept } from './actions.ts'

export const keepingDeeds = [
  'hide',
  'restore',
  'close',
  'reopen',
  'move',
  'merge',
  'duplicate',
  'not-duplicate',
] as const

export type KeepingDeed = (typeof keepingDeeds)[number]

/** Where a moderator gives the reason; the post is named in the query when it is not the question itself. */
export function keepingPath(post: Kept, deed: KeepingDeed): string {
  const path = `/questions/${post.questionId}/keeping/${deed}`
  return post.kind === 'question' ? path : `${path}?${post.kind}=${post.id}`
}
