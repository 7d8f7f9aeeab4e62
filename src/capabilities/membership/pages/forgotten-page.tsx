import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Card } from '#ui/elements/card.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { forgottenPath, signInPath } from '../paths.ts'
import { EmailField } from './email-field.tsx'

interface ForgottenPageProps {
  x: Exchange
  form: Filled<{ email: string }>
}

export function ForgottenPage({ x, form }: ForgottenPageProps) {
  const { t } = x
  return (
    <Page x={x} title={t('membership.forgotten.title')} robots="noindex">
      <Narrow>
        <Card class="sign-card">
          <h1>{t('membership.forgotten.title')}</h1>
          <p>{t('membership.forgotten.lead')}</p>
          <ErrorSummary problems={form.problems} />
          <Form action={forgottenPath} class="form-stack">
            <EmailField value={form.words.email} error={errorFor(form, 'email')} />
            <Button wide>{t('membership.forgotten.button')}</Button>
          </Form>
          <p class="sign-links">
            <a href={signInPath()}>{t('membership.back')}</a>
          </p>
        </Card>
      </Narrow>
    </Page>
  )
}
