import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Card } from '#ui/elements/card.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import type { CodeInput } from '../forms.ts'
import { codePath, signInPath, signUpPath } from '../paths.ts'
import { ReturnTo } from './return-to.tsx'

interface CodePageProps {
  x: Exchange
  form: Filled<CodeInput>
  /** Where the code went; null once it is too old. */
  email: string | null
}

/** The same for members and for newcomers: only the mail knows which. */
export function CodePage({ x, form, email }: CodePageProps) {
  const { t } = x
  const { ticket, code, returnTo, joining } = form.words
  return (
    <Page x={x} title={t('membership.code.title')} robots="noindex">
      <Narrow>
        <Card class="sign-card">
          <h1>{t('membership.code.heading')}</h1>
          <p>{t('membership.code.lead')}</p>
          {email && <p>{t.rich('membership.code.sentTo', { email: <strong>{email}</strong> })}</p>}
          <ErrorSummary problems={form.problems} />
          <Form action={codePath} class="form-stack">
            <input type="hidden" name="ticket" value={ticket} />
            {joining && <input type="hidden" name="joining" value={joining} />}
            <ReturnTo path={returnTo} />
            <Field name="code" label={t('membership.code.label')} error={errorFor(form, 'code')} required>
              <TextInput
                class="code-input"
                value={code}
                inputMode="numeric"
                autocomplete="one-time-code"
                maxLength={12}
                autofocus
              />
            </Field>
            <Button wide>{t('membership.code.button')}</Button>
          </Form>
          <p class="sign-links">
            <a href={joining ? signUpPath(returnTo) : signInPath(returnTo)}>{t('membership.code.again')}</a>
          </p>
        </Card>
      </Narrow>
    </Page>
  )
}
