import type { MemberExchange } from '#community/exchange.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Section } from '#ui/layout/section.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { tagDeedPath, tagPath, tagsPath } from '../paths.ts'
import { TAG_LONGEST } from '../rules.ts'
import type { KeptTag } from './queries.ts'

interface TagPageProps {
  x: MemberExchange
  tag: KeptTag
  form: Filled
  merge: Filled
}

export function TagPage({ x, tag, form, merge }: TagPageProps) {
  const { t } = x
  return (
    <SettingsPage
      x={x}
      current="tags"
      title={tag.slug}
      lead={t('settings.boards.questions', { count: tag.questionCount })}
      crumbs={[{ href: tagsPath, label: t('settings.tags.title') }]}
      problems={[...form.problems, ...merge.problems]}
    >
      <Form action={tagPath(tag.id)} class="settings-inline">
        <Field
          name="name"
          label={t('settings.tag.name')}
          hint={t('settings.tag.name.hint')}
          error={errorFor(form, 'name')}
          required
        >
          <TextInput value={form.words.name} maxLength={TAG_LONGEST} autocomplete="off" autocapitalize="none" />
        </Field>
        <Button>{t('settings.rename')}</Button>
      </Form>
      <Section title={t('settings.tag.merge')} id="merge">
        <p class="settings-words">{t('settings.tag.merge.lead', { tag: tag.slug })}</p>
        <Form action={tagDeedPath(tag.id, 'merge')} class="settings-inline">
          <Field name="into" label={t('settings.tag.merge.into')} error={errorFor(merge, 'into')} required>
            <TextInput value={merge.words.into} maxLength={TAG_LONGEST} autocomplete="off" autocapitalize="none" />
          </Field>
          <Button look="danger" icon="git-merge">
            {t('settings.tag.merge.button')}
          </Button>
        </Form>
      </Section>
      {tag.questionCount === 0 && (
        <Section title={t('settings.tag.remove')}>
          <p class="settings-words">{t('settings.tag.remove.lead')}</p>
          <Form action={tagDeedPath(tag.id, 'removal')}>
            <Button look="danger" icon="trash-2">
              {t('settings.remove')}
            </Button>
          </Form>
        </Section>
      )}
    </SettingsPage>
  )
}
