import type { VNode } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { boardsFor } from '#community/topics/boards.ts'
import { Live } from '#ui/elements/live.tsx'
import { Section } from '#ui/layout/section.tsx'
import { countsFor } from '../list/readings.ts'
import { BoardList } from '../pages/board-list.tsx'

/** What it is all about: the boards that the viewer may see, and where somebody waits. */
export async function Boards(x: Exchange): Promise<VNode | null> {
  x.dependsOn('boards', 'questions')
  const [boards, counts] = await Promise.all([boardsFor(x), countsFor(x)])
  if (boards.length === 0) return null
  return (
    <Live id="boards" on="questions">
      <Section title={x.t('questions.home.boards')}>
        <BoardList x={x} boards={boards} counts={counts} />
      </Section>
    </Live>
  )
}
