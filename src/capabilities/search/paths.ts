import type { FoundState } from '#community/finding/find.ts'

/** What is searched for, as it stands in the address. */
export interface SearchFilter {
  readonly q: string
  readonly board?: string
  readonly product?: string
  readonly state?: FoundState
  /** In days. */
  readonly age?: number
}

export const suggestionsPath = '/search/suggestions'

export function searchPath(filter: SearchFilter, cursor?: string | null): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, cursor })) if (value) query.set(name, String(value))
  return query.size === 0 ? '/search' : `/search?${query}`
}

/** The address says where the reader came from, so that the page can ask whether it helped. */
export const foundPath = (hit: { id: string; slug: string }, from: 'search' | 'suggestions'): string =>
  `/questions/${hit.id}/${hit.slug}?from=${from}`

export const askPath = (words: string): string =>
  words === '' ? '/questions/new' : `/questions/new?title=${encodeURIComponent(words)}`

/** The list of one topic: an address of the questions, in the contract. */
export const boardPath = (slug: string): string => `/questions?board=${encodeURIComponent(slug)}`

export const helpfulnessPath = (questionId: string): string => `/questions/${questionId}/helpfulness`
