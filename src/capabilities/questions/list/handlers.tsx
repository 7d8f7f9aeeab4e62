import type { Exchange } from '#community/exchange.ts'
import { boardsFor } from '#community/topics/boards.ts'
import { productsFor } from '#community/topics/products.ts'
import { findTagName } from '#community/topics/tags.ts'
import { missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { ListPage } from '../pages/list-page.tsx'
import { signInPath } from '../paths.ts'
import { mayKeepAny } from '../rules.ts'
import { readListQuery } from './forms.ts'
import { listPath } from './paths.ts'
import type { ListFilter } from './queries.ts'
import { countsFor, questionsFor } from './readings.ts'
import { findRenamed } from './renamed.ts'

const QUESTIONS_A_PAGE = 25

/** GET /questions */
export async function showList(x: Exchange): Promise<Reply> {
  x.dependsOn('questions', 'boards', 'products')
  const { filter, after } = readListQuery(x.query)
  if (!x.viewer && !isForAnyone(filter)) return seeOther(signInPath(x.url))
  if (filter.view === 'proposed' && !mayKeepAny(x.viewer)) return missing
  const [rows, boards, counts, products] = await Promise.all([
    questionsFor(x, filter, { after, limit: QUESTIONS_A_PAGE }),
    boardsFor(x),
    countsFor(x),
    productsFor(x),
  ])
  const isKnown = !filter.board || boards.some(({ slug }) => slug === filter.board)
  const renamed = isKnown && rows.length > 0 ? null : await findRenamed(x, filter, isKnown)
  // Not for ever: a board or tag may get its first name back.
  if (renamed) return { kind: 'redirect', status: 302, to: listPath({ ...filter, ...renamed }) }
  const tag = filter.tag && rows.length > 0 ? await findTagName(x.db, filter.tag) : null
  const next = rows.length > QUESTIONS_A_PAGE ? (rows[QUESTIONS_A_PAGE - 1]?.id ?? null) : null
  return page(
    <ListPage
      x={x}
      filter={filter}
      questions={rows}
      shown={QUESTIONS_A_PAGE}
      next={next}
      boards={boards}
      counts={counts}
      products={products}
      tag={tag}
    />,
  )
}

const isForAnyone = ({ view }: ListFilter): boolean => view !== 'mine' && view !== 'followed' && view !== 'proposed'
