import type { Exchange } from '#community/exchange.ts'
import { findRenamedBoard, listBoards } from '#community/topics/boards.ts'
import { listProducts } from '#community/topics/products.ts'
import { page, type Reply, seeOther } from '#platform/http/reply.ts'
import { ListPage } from '../pages/list-page.tsx'
import { boardPath, signInPath } from '../paths.ts'
import { readListQuery } from './forms.ts'
import { countByBoard, listQuestions } from './queries.ts'

const QUESTIONS_A_PAGE = 25

/** GET /questions */
export async function showList(x: Exchange): Promise<Reply> {
  x.dependsOn('questions', 'boards', 'products')
  const { filter, after } = readListQuery(x.query)
  if (!x.viewer && (filter.view === 'mine' || filter.view === 'followed')) return seeOther(signInPath(x.url))
  const [rows, boards, counts, products] = await Promise.all([
    listQuestions(x.db, x.viewer, filter, { after, limit: QUESTIONS_A_PAGE, language: x.language }),
    listBoards(x.db, x.viewer, x.language),
    countByBoard(x.db, x.viewer),
    listProducts(x.db),
  ])
  const isKnown = !filter.board || boards.some(({ slug }) => slug === filter.board)
  const renamed = isKnown ? null : await findRenamedBoard(x.db, x.viewer, filter.board ?? '')
  // Not for ever: a board may get its first name back.
  if (renamed) return { kind: 'redirect', status: 302, to: boardPath(renamed) }
  const questions = rows.slice(0, QUESTIONS_A_PAGE)
  const next = rows.length > QUESTIONS_A_PAGE ? (questions.at(-1)?.id ?? null) : null
  return page(
    <ListPage
      x={x}
      filter={filter}
      questions={questions}
      next={next}
      boards={boards}
      counts={counts}
      products={products}
    />,
  )
}
