import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Card } from '#ui/elements/card.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { forgottenPath, signInCodePath, signInPath, signUpPath } from '../paths.ts'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'
import { ReturnTo } from './return-to.tsx'
import { WhatFollows } from './what-follows.tsx'

interface SignInPageProps {
  x: Exchange
  form: Filled<{ email: string; returnTo: string }>
}

export function SignInPage({ x, form }: SignInPageProps) {
  const { t, brand } = x
  const { email, returnTo } = form.words
  return (
    <Page x={x} title={t('membership.signIn.title')} robots="noindex" canonical={signInPath()}>
      <Narrow>
        <Card class="sign-card">
          <h1>{t('membership.signIn.heading', { brand: brand.name })}</h1>
          <WhatFollows x={x} page="signIn" returnTo={returnTo} />
          <ErrorSummary problems={form.problems} />
          <Form action={signInPath()} class="form-stack">
            <ReturnTo path={returnTo} />
            <EmailField value={email} error={errorFor(form, 'email')} />
            <PasswordField kind="current" error={errorFor(form, 'password')} />
            <div class="sign-acts">
              <Button wide>{t('membership.signIn.button')}</Button>
              <Button wide look="secondary" icon="mail" formAction={signInCodePath} formNoValidate>
                {t('membership.signIn.mailCode')}
              </Button>
            </div>
          </Form>
          <p class="sign-links">
            <a href={forgottenPath}>{t('membership.signIn.forgotten')}</a>
            <span>
              {t('membership.signIn.newHere')} <a href={signUpPath(returnTo)}>{t('membership.signUp.title')}</a>
            </span>
          </p>
        </Card>
      </Narrow>
    </Page>
  )
}
