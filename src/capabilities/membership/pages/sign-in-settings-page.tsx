import type { MemberExchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import type { Account } from '#platform/auth/accounts.ts'
import type { SessionRow } from '#platform/auth/sessions.ts'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { Section } from '#ui/layout/section.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { emailPath, passwordPath } from '../paths.ts'
import { AccountTabs } from './account-tabs.tsx'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'
import { SessionList } from './session-list.tsx'

export interface SignInSettingsProps {
  x: MemberExchange
  account: Account
  sessions: readonly SessionRow[]
  pendingEmail: string | null
  passwordForm: Filled<null>
  emailForm: Filled<{ email: string }>
}

export function SignInSettingsPage({
  x,
  account,
  sessions,
  pendingEmail,
  passwordForm,
  emailForm,
}: SignInSettingsProps) {
  const { t } = x
  return (
    <Page x={x} title={t('membership.account.signIn')} robots="noindex">
      <Narrow>
        <h1>{t('membership.account.title')}</h1>
        <AccountTabs current="sign-in" />
        <Section title={t('membership.email')} id="email">
          <p>{t('membership.emailChange.now', { email: account.email })}</p>
          {pendingEmail && (
            <Notice role="status">{t('membership.emailChange.pending', { email: pendingEmail })}</Notice>
          )}
          <ErrorSummary problems={emailForm.problems} />
          <Form action={emailPath} class="form-stack">
            <EmailField
              value={emailForm.words.email}
              label={t('membership.emailChange.new')}
              hint={t('membership.emailChange.hint')}
              error={errorFor(emailForm, 'email')}
              fills="email"
            />
            {account.hasPassword && current(emailForm, 'emailPassword')}
            <Button look="secondary">{t('membership.emailChange.start')}</Button>
          </Form>
        </Section>
        <Section title={t('membership.password')} id="password">
          <p>{t(account.hasPassword ? 'membership.passwordChange.lead' : 'membership.passwordChange.none')}</p>
          <ErrorSummary problems={passwordForm.problems} />
          <Form action={passwordPath} class="form-stack">
            {account.hasPassword && current(passwordForm, 'current')}
            <PasswordField kind="new" label={t('membership.newPassword')} error={errorFor(passwordForm, 'password')} />
            <Button look="secondary">{t('membership.passwordChange.button')}</Button>
          </Form>
        </Section>
        <SessionList sessions={sessions} currentId={x.viewer.sessionId} />
      </Narrow>
    </Page>
  )

  function current(form: Filled<unknown>, name: string) {
    const error = errorFor(form, name)
    return <PasswordField kind="current" name={name} label={t('membership.currentPassword')} error={error} />
  }
}
