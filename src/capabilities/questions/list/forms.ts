import { z } from 'zod'
import { questionStates } from '#community/states/states.ts'
import { choice, cursorId, line, optional, readQuery, whole } from '#platform/http/forms.ts'
import type { ListFilter } from './queries.ts'

export const listViews = ['all', 'unanswered', 'unsolved', 'solved', 'mine', 'followed', 'proposed'] as const

const schema = z.object({
  view: choice(listViews).default('all'),
  sort: choice(['active', 'new']).default('active'),
  board: optional(line(60)),
  product: optional(line(60)),
  tag: optional(line(40)),
  state: optional(choice(questionStates)),
  age: optional(whole({ min: 1, max: 3650 })),
  after: optional(cursorId()),
})

/** The names that make another list; the page cache knows these and no others. */
export const listQuery = ['view', 'sort', 'board', 'product', 'tag', 'state', 'age', 'after'] as const

/** What the address asks for; what it says wrongly is left out. */
export function readListQuery(query: unknown): { filter: ListFilter; after: string | null } {
  const { after, ...filter } = readQuery(schema, query)
  return { filter: filter as ListFilter, after: after ?? null }
}
