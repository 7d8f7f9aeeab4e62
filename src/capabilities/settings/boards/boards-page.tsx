import type { MemberExchange } from '#community/exchange.ts'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { type Moved, OrderedList } from '../pages/ordered-list.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { boardDeedPath, boardPath, newBoardPath } from '../paths.ts'
import type { KeptBoard } from './queries.ts'

interface BoardsPageProps {
  x: MemberExchange
  boards: readonly KeptBoard[]
  moved: Moved
}

export function BoardsPage({ x, boards, moved }: BoardsPageProps) {
  const { t } = x
  const open = boards.filter((board) => board.archivedAt === null)
  const archived = boards.filter((board) => board.archivedAt !== null)
  const add = (
    <LinkButton href={newBoardPath} icon="plus">
      {t('settings.boards.add')}
    </LinkButton>
  )
  return (
    <SettingsPage
      x={x}
      current="boards"
      title={t('settings.boards.title')}
      lead={t('settings.boards.lead')}
      aside={open.length > 0 && add}
    >
      {open.length === 0 && <EmptyState title={t('settings.boards.none')} action={add} />}
      <OrderedList
        label={t('settings.boards.title')}
        rows={open}
        moved={moved}
        placePath={(id) => boardDeedPath(id, 'place')}
      >
        {(board) => <BoardLine board={board} />}
      </OrderedList>
      {archived.length > 0 && (
        <Section title={t('settings.archived')}>
          <ul class="settings-list">
            {archived.map((board) => (
              <li key={board.id}>
                <BoardLine board={board} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SettingsPage>
  )
}

function BoardLine({ board }: { board: KeptBoard }) {
  const { t } = useView()
  return (
    <div class="settings-line">
      <p>
        <a class="settings-name" href={boardPath(board.id)}>
          {board.name}
        </a>{' '}
        {board.access !== 'everyone' && <Tag>{t(`settings.access.${board.access}`)}</Tag>}
      </p>
      <QuietLine>
        {t('settings.boards.questions', { count: board.questionCount })}
        {board.access === 'listed' && t('settings.boards.listed', { count: board.listedCount })}
        {board.nameEn === null && t('settings.boards.noEnglish')}
      </QuietLine>
    </div>
  )
}
