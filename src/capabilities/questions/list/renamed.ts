import type { Exchange } from '#community/exchange.ts'
import { findRenamedBoard } from '#community/topics/boards.ts'
import { findRenamedTag } from '#community/topics/tags.ts'
import type { ListFilter } from './queries.ts'

/** What staff gave another name since the filter was written down. */
export async function findRenamed(
  { db, viewer }: Pick<Exchange, 'db' | 'viewer'>,
  { board = '', tag }: Pick<ListFilter, 'board' | 'tag'>,
  isBoardKnown: boolean,
): Promise<Pick<ListFilter, 'board' | 'tag'> | null> {
  const nowBoard = isBoardKnown ? null : await findRenamedBoard(db, viewer, board)
  if (nowBoard) return { board: nowBoard }
  const nowTag = tag ? await findRenamedTag(db, viewer, tag) : null
  return nowTag ? { tag: nowTag } : null
}
