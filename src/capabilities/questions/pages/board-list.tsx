import type { Exchange } from '#community/exchange.ts'
import { nameOf } from '#community/read-once.ts'
import type { Board } from '#community/topics/boards.ts'
import { Count } from '#ui/elements/count.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import type { BoardCount } from '../list/queries.ts'
import { boardPath } from '../paths.ts'

interface BoardListProps {
  x: Exchange
  boards: readonly Board[]
  counts: Readonly<Record<string, BoardCount>>
  current?: string
}

/** Boards with how many questions they hold, and how many wait. */
export function BoardList(props: BoardListProps) {
  const { x, boards, counts } = props
  const current = boards.find(({ slug }) => slug === props.current)?.slug
  // Whoever was given these readings sees the same list.
  const of = `boards ${nameOf(boards)} ${nameOf(counts)} ${x.brand.revision} ${current}`
  return <Shared of={of} part={() => <Counted {...props} />} />
}

function Counted({ x, boards, counts, current }: BoardListProps) {
  return (
    <ul class="board-list">
      {boards.map(({ slug, name }) => {
        const { all = 0, unanswered = 0 } = counts[slug] ?? {}
        return (
          <li key={slug}>
            <a href={boardPath(slug)} aria-current={current === slug ? 'page' : undefined}>
              {name}
            </a>
            <span class="board-count">
              <Count of={all} />
              {unanswered > 0 && <> · {x.t('questions.list.unanswered', { count: unanswered })}</>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
