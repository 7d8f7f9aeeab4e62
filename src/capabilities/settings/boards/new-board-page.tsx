import type { MemberExchange } from '#community/exchange.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import type { Filled } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { boardsPath } from '../paths.ts'
import { BoardFields } from './board-fields.tsx'

export function NewBoardPage({ x, form }: { x: MemberExchange; form: Filled }) {
  const { t } = x
  return (
    <SettingsPage
      x={x}
      current="boards"
      title={t('settings.boards.add')}
      crumbs={[{ href: boardsPath, label: t('settings.boards.title') }]}
      problems={form.problems}
    >
      <Form action={boardsPath} once={onceKey()} class="settings-form">
        <BoardFields form={form} />
        <Button>{t('settings.boards.add')}</Button>
      </Form>
    </SettingsPage>
  )
}
