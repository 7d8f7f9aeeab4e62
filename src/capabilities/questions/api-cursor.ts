import type { Place } from './api-queries.ts'

/** The order that a cursor belongs to: one of another list does not read. */
export type Order = 'active' | 'new' | 'time'

export const writeCursor = (order: Order, { micros, id }: Place): string =>
  Buffer.from(`${order} ${micros} ${id}`).toString('base64url')

/** Null for no cursor; 'unreadable' for one that is not of this list. */
export function readCursor(order: Order, cursor: string | undefined): Place | null | 'unreadable' {
  if (cursor === undefined) return null
  const words = Buffer.from(cursor, 'base64url').toString()
  const [, of, micros, id] = /^(active|new|time) (\d{1,16}) ([1-9]\d{0,17})$/.exec(words) ?? []
  return of === order && micros && id ? { micros, id } : 'unreadable'
}

/** A page from the rows that were read, which are one more than a page when there is another. */
export function pageOf<Row extends Place, Item>(
  order: Order,
  rows: readonly Row[],
  limit: number,
  write: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(write), nextCursor: last && rows.length > limit ? writeCursor(order, last) : null }
}
