import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { setupPath } from '../paths.ts'
import { NAME_LONGEST } from '../rules.ts'
import type { SetupInput } from '../setup.ts'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'

interface SetupPageProps {
  x: Exchange
  form: Filled<Omit<SetupInput, 'password'>>
}

const fields = [
  { name: 'brand', text: 'membership.setup.brand', fills: 'organization' },
  { name: 'name', text: 'membership.setup.name', fills: 'name' },
  { name: 'handle', text: 'membership.handle', fills: 'off' },
  { name: 'staffTitle', text: 'membership.setup.staffTitle', fills: 'organization-title' },
] as const

/** The first visit of an installation. */
export function SetupPage({ x, form }: SetupPageProps) {
  const { t } = x
  const { words } = form
  return (
    <Page x={x} title={t('membership.setup.title')} robots="noindex" hideBox isFirst>
      <Narrow>
        <Title lead={t('membership.setup.lead')}>{t('membership.setup.title')}</Title>
        <ErrorSummary problems={form.problems} />
        <Form action={setupPath} class="form-stack">
          <Field name="code" label={t('membership.setup.code')} error={errorFor(form, 'code')} required>
            <TextInput value={words.code} autocomplete="off" maxLength={60} />
          </Field>
          {fields.map(({ name, text, fills }) => (
            <Field key={name} name={name} label={t(text)} error={errorFor(form, name)} required>
              <TextInput value={words[name]} autocomplete={fills} maxLength={NAME_LONGEST} />
            </Field>
          ))}
          <Field name="language" label={t('membership.setup.language')}>
            <Select
              value={words.language}
              choices={[
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Field>
          <EmailField value={words.email} error={errorFor(form, 'email')} />
          <PasswordField kind="new" error={errorFor(form, 'password')} />
          <Button>{t('membership.setup.button')}</Button>
        </Form>
      </Narrow>
    </Page>
  )
}
