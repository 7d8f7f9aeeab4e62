import type { VNode } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { listBoards } from '#community/topics/boards.ts'
import { Live } from '#ui/elements/live.tsx'
import { Section } from '#ui/layout/section.tsx'
import { countByBoard } from '../list/queries.ts'
import { BoardList } from '../pages/board-list.tsx'

/** What it is all about: the boards that the viewer may see, and where somebody waits. */
export async function Boards(x: Exchange): Promise<VNode | null> {
  x.dependsOn('boards', 'questions')
  const [boards, counts] = await Promise.all([listBoards(x.db, x.viewer, x.language), countByBoard(x.db, x.viewer)])
  if (boards.length === 0) return null
  return (
    <Live id="boards" on="questions">
      <Section title={x.t('questions.home.boards')}>
        <BoardList x={x} boards={boards} counts={counts} />
      </Section>
    </Live>
  )
}
