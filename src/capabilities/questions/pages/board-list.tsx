import type { Exchange } from '#community/exchange.ts'
import type { Board } from '#community/topics/boards.ts'
import { Count } from '#ui/elements/count.tsx'
import { boardPath } from '../paths.ts'

interface BoardListProps {
  x: Exchange
  boards: readonly Board[]
  counts: ReadonlyMap<string, { all: number; unanswered: number }>
  current?: string
}

/** Boards with how many questions they hold, and how many wait. */
export function BoardList({ x, boards, counts, current }: BoardListProps) {
  return (
    <ul class="board-list">
      {boards.map(({ slug, name }) => {
        const { all = 0, unanswered = 0 } = counts.get(slug) ?? {}
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
