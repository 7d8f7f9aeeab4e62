import type { MemberExchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Section } from '#ui/layout/section.tsx'
import type { Filled } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { boardPath, boardsPath, promptDeedPath, promptPath, templatePath } from '../paths.ts'
import { PromptFields } from './prompt-fields.tsx'
import type { KeptPrompt, KeptTemplate } from './queries.ts'

interface PromptPageProps {
  x: MemberExchange
  template: KeptTemplate
  prompt: KeptPrompt
  form: Filled
}

export function PromptPage({ x, template, prompt, form }: PromptPageProps) {
  const { t } = x
  const { boardId, board } = template
  return (
    <SettingsPage
      x={x}
      current="boards"
      title={prompt.label}
      crumbs={[
        { href: boardsPath, label: t('settings.boards.title') },
        { href: boardPath(boardId), label: board },
        { href: templatePath(boardId), label: t('settings.template.title') },
      ]}
      problems={form.problems}
    >
      <Form action={promptPath(boardId, prompt.id)} class="settings-form">
        <PromptFields form={form} />
        <Button>{t('settings.save')}</Button>
      </Form>
      <Section title={t('settings.remove')}>
        <p class="settings-words">{t('settings.prompt.remove.lead')}</p>
        <Form action={promptDeedPath(boardId, prompt.id, 'removal')}>
          <Button look="secondary">{t('settings.remove')}</Button>
        </Form>
      </Section>
    </SettingsPage>
  )
}
