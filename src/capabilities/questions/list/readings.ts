import type { Exchange } from '#community/exchange.ts'
import { readOnce } from '#community/read-once.ts'
import { audienceOf } from '#community/visibility/visibility.ts'
import { type BoardCount, countByBoard, type ListedQuestion, type ListFilter, listQuestions } from './queries.ts'

/** Titles, states, names of people and of boards: whatever stands in a list. */
const TAGS = ['questions', 'members', 'sight', 'boards', 'brand']

type Reader = Pick<Exchange, 'site' | 'viewer' | 'language'>

/** A page of the list; the beginnings that many ask for are read once for all who see the same boards. */
export function questionsFor(
  { site, viewer, language }: Reader,
  filter: ListFilter,
  { after = null, limit }: { after?: string | null; limit: number },
): Promise<readonly ListedQuestion[]> {
  if (after !== null || !isForMany(filter)) return listQuestions(site.db, viewer, filter, { after, limit, language })
  const audience = audienceOf(viewer)
  const { view, sort, board } = filter
  const key = `list ${JSON.stringify([language, limit, view, sort, board, audience.key])}`
  return readOnce(site, key, TAGS, () => listQuestions(site.db, audience, filter, { limit, language }))
}

const isForMany = ({ view, product, tag, state, age, authorId }: ListFilter) =>
  view !== 'mine' && view !== 'followed' && view !== 'proposed' && !product && !tag && !state && !age && !authorId

/** Per board of the page's reader, by slug: counted once for all who see the same boards. */
export function countsFor({ site, viewer }: Reader): Promise<Readonly<Record<string, BoardCount>>> {
  const audience = audienceOf(viewer)
  return readOnce(site, `counts ${audience.key}`, TAGS, () => countByBoard(site.db, audience))
}
