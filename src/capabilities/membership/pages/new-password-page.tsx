import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Card } from '#ui/elements/card.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { newPasswordPath } from '../paths.ts'
import { PasswordField } from './password-field.tsx'

interface NewPasswordPageProps {
  x: Exchange
  form: Filled<{ token: string }>
}

export function NewPasswordPage({ x, form }: NewPasswordPageProps) {
  const { t } = x
  return (
    <Page x={x} title={t('membership.newPassword.title')} robots="noindex">
      <Narrow>
        <Card class="sign-card">
          <h1>{t('membership.newPassword.title')}</h1>
          <p>{t('membership.newPassword.lead')}</p>
          <ErrorSummary problems={form.problems} />
          <Form action={newPasswordPath} class="form-stack">
            <input type="hidden" name="token" value={form.words.token} />
            <PasswordField kind="new" error={errorFor(form, 'password')} />
            <Button wide>{t('membership.newPassword.button')}</Button>
          </Form>
        </Card>
      </Narrow>
    </Page>
  )
}
