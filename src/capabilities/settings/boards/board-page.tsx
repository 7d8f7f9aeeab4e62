import type { MemberExchange } from '#community/exchange.ts'
import type { MemberCard } from '#community/members/members.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { Filled } from '../filled.ts'
import { ArchiveForm } from '../pages/archive-form.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { boardDeedPath, boardListPath, boardPath, boardsPath, templatePath } from '../paths.ts'
import { BoardFields } from './board-fields.tsx'
import { ListedMembers } from './listed-members.tsx'
import type { KeptBoard } from './queries.ts'

interface BoardPageProps {
  x: MemberExchange
  board: KeptBoard
  listed: readonly MemberCard[]
  form: Filled
  listedForm: Filled
}

export function BoardPage({ x, board, listed, form, listedForm }: BoardPageProps) {
  const { t } = x
  const isArchived = board.archivedAt !== null
  return (
    <SettingsPage
      x={x}
      current="boards"
      title={board.name}
      crumbs={[{ href: boardsPath, label: t('settings.boards.title') }]}
      problems={[...form.problems, ...listedForm.problems]}
      aside={<a href={boardListPath(board.slug)}>{t('settings.board.see')}</a>}
    >
      {isArchived && (
        <Notice tone="warn">
          <p>{t('settings.board.isArchived')}</p>
        </Notice>
      )}
      <Form action={boardPath(board.id)} class="settings-form">
        <BoardFields form={form} />
        <Button>{t('settings.save')}</Button>
      </Form>
      <Section title={t('settings.template.title')}>
        <p class="settings-words">{t('settings.template.lead')}</p>
        <LinkButton href={templatePath(board.id)} look="secondary">
          {t('settings.template.see')}
        </LinkButton>
      </Section>
      {(board.access === 'listed' || listed.length > 0) && (
        <ListedMembers board={board} listed={listed} form={listedForm} />
      )}
      <Section title={t(isArchived ? 'settings.unarchive.title' : 'settings.archive.title')}>
        <p class="settings-words">{t(isArchived ? 'settings.board.unarchive.lead' : 'settings.board.archive.lead')}</p>
        <ArchiveForm action={boardDeedPath(board.id, 'archive')} isArchived={isArchived} />
      </Section>
    </SettingsPage>
  )
}
