import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { HANDLE_LONGEST } from '#community/text/handles.ts'
import { Button } from '#ui/elements/button.tsx'
import { Card } from '#ui/elements/card.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { joinPath } from '../paths.ts'
import { NAME_LONGEST } from '../rules.ts'
import { PasswordField } from './password-field.tsx'
import { ReturnTo } from './return-to.tsx'

interface JoinPageProps {
  x: Exchange
  form: Filled<{ token: string; name: string; handle: string; returnTo: string }>
}

export function JoinPage({ x, form }: JoinPageProps) {
  const { t } = x
  const { token, name, handle, returnTo } = form.words
  return (
    <Page x={x} title={t('membership.join.title')} robots="noindex">
      <Narrow>
        <Card class="sign-card">
          <h1>{t('membership.join.heading')}</h1>
          <p>{t('membership.join.lead')}</p>
          <ErrorSummary problems={form.problems} />
          <Form action={joinPath} class="form-stack">
            <input type="hidden" name="token" value={token} />
            <ReturnTo path={returnTo} />
            <Field
              name="name"
              label={t('membership.name')}
              hint={t('membership.name.hint')}
              error={errorFor(form, 'name')}
              required
            >
              <TextInput value={name} autocomplete="nickname" maxLength={NAME_LONGEST} autofocus />
            </Field>
            <Field
              name="handle"
              label={t('membership.handle')}
              hint={t('membership.handle.hint')}
              error={errorFor(form, 'handle')}
              optional
            >
              <TextInput
                value={handle}
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                maxLength={HANDLE_LONGEST + 1}
              />
            </Field>
            <PasswordField
              kind="new"
              optional
              hint={t('membership.join.passwordHint')}
              error={errorFor(form, 'password')}
            />
            <Button wide>{t('membership.join.button')}</Button>
          </Form>
        </Card>
      </Narrow>
    </Page>
  )
}
