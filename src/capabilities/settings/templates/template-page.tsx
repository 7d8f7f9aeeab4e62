import type { MemberExchange } from '#community/exchange.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Section } from '#ui/layout/section.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { type Moved, OrderedList } from '../pages/ordered-list.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { boardPath, boardsPath, promptDeedPath, promptPath, promptsPath, templatePath } from '../paths.ts'
import { GUIDANCE_LONGEST, PROMPTS_MOST } from '../rules.ts'
import { PromptFields } from './prompt-fields.tsx'
import type { KeptPrompt, KeptTemplate } from './queries.ts'

interface TemplatePageProps {
  x: MemberExchange
  template: KeptTemplate
  moved: Moved
  form: Filled
  addForm: Filled
}

/** What somebody who asks in this board is told and asked, besides title and text. */
export function TemplatePage({ x, template, moved, form, addForm }: TemplatePageProps) {
  const { t } = x
  return (
    <SettingsPage
      x={x}
      current="boards"
      title={t('settings.template.of', { board: template.board })}
      lead={t('settings.template.lead')}
      crumbs={[
        { href: boardsPath, label: t('settings.boards.title') },
        { href: boardPath(template.boardId), label: template.board },
      ]}
      problems={[...form.problems, ...addForm.problems]}
    >
      <GuidanceForm x={x} boardId={template.boardId} form={form} />
      <Section title={t('settings.prompts')} id="prompts">
        <p class="settings-words">{t('settings.prompts.lead', { most: PROMPTS_MOST })}</p>
        <Prompts x={x} template={template} moved={moved} />
      </Section>
      <Section title={t('settings.prompts.add')}>
        {template.prompts.length < PROMPTS_MOST ? (
          <Form action={promptsPath(template.boardId)} once={onceKey()} class="settings-form">
            <PromptFields form={addForm} />
            <Button look="secondary" icon="plus">
              {t('settings.add')}
            </Button>
          </Form>
        ) : (
          <p class="settings-words">{t('settings.refusal.prompts-full')}</p>
        )}
      </Section>
    </SettingsPage>
  )
}

function GuidanceForm({ x: { t }, boardId, form }: { x: MemberExchange; boardId: string; form: Filled }) {
  return (
    <Form action={templatePath(boardId)} class="settings-form">
      <Field
        name="guidance"
        label={t('settings.template.guidance')}
        hint={t('settings.template.guidance.hint')}
        error={errorFor(form, 'guidance')}
        optional
      >
        <TextArea value={form.words.guidance} rows={2} maxLength={GUIDANCE_LONGEST} class="settings-short" />
      </Field>
      <Field name="guidanceEn" label={t('settings.template.guidanceEn')} error={errorFor(form, 'guidanceEn')} optional>
        <TextArea
          value={form.words.guidanceEn}
          rows={2}
          maxLength={GUIDANCE_LONGEST}
          class="settings-short"
          lang="en"
        />
      </Field>
      <Button>{t('settings.save')}</Button>
    </Form>
  )
}

function Prompts({ x, template: { boardId, prompts }, moved }: Pick<TemplatePageProps, 'x' | 'template' | 'moved'>) {
  const { t } = x
  if (prompts.length === 0) return <p class="settings-words">{t('settings.prompts.none')}</p>
  return (
    <OrderedList
      label={t('settings.prompts')}
      rows={prompts.map((prompt) => ({ ...prompt, name: prompt.label }))}
      moved={moved}
      placePath={(id) => promptDeedPath(boardId, id, 'place')}
    >
      {(prompt) => <PromptLine x={x} boardId={boardId} prompt={prompt} />}
    </OrderedList>
  )
}

function PromptLine({ x: { t }, boardId, prompt }: { x: MemberExchange; boardId: string; prompt: KeptPrompt }) {
  return (
    <div class="settings-line">
      <p>
        <a class="settings-name" href={promptPath(boardId, prompt.id)}>
          {prompt.label}
        </a>
      </p>
      <QuietLine>
        {t(`settings.prompt.kind.${prompt.kind}`)}
        {t(prompt.isRequired ? 'settings.prompt.isRequired' : 'settings.prompt.isOptional')}
        {prompt.labelEn === null && t('settings.prompt.noEnglish')}
      </QuietLine>
    </div>
  )
}
