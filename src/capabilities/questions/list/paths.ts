import { questionsPath } from '../paths.ts'
import type { ListFilter } from './queries.ts'

/** The address that holds the filter; what is as usual is left out, so one list has one address. */
export function listPath(filter: Partial<ListFilter>, after?: string | null): string {
  const query = new URLSearchParams()
  if (filter.view && filter.view !== 'all') query.set('view', filter.view)
  for (const name of ['board', 'product', 'tag', 'state', 'age'] as const) {
    const value = filter[name]
    if (value) query.set(name, String(value))
  }
  if (filter.sort && filter.sort !== 'active') query.set('sort', filter.sort)
  if (after) query.set('after', after)
  return query.size > 0 ? `${questionsPath}?${query}` : questionsPath
}
