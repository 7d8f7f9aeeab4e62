import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Card } from '#ui/elements/card.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { errorFor, type Filled } from '../filled.ts'
import { signInPath, signUpPath } from '../paths.ts'
import { EmailField } from './email-field.tsx'
import { ReturnTo } from './return-to.tsx'
import { WhatFollows } from './what-follows.tsx'

interface SignUpPageProps {
  x: Exchange
  form: Filled<{ email: string; returnTo: string }>
}

export function SignUpPage({ x, form }: SignUpPageProps) {
  const { t, brand } = x
  const { email, returnTo } = form.words
  return (
    <Page x={x} title={t('membership.signUp.title')} robots="noindex" canonical={signUpPath()}>
      <Narrow>
        <Card class="sign-card">
          <h1>{t('membership.signUp.heading', { brand: brand.name })}</h1>
          <p>{t('membership.signUp.lead')}</p>
          <WhatFollows x={x} page="signUp" returnTo={returnTo} />
          <ErrorSummary problems={form.problems} />
          <Form action={signUpPath()} class="form-stack">
            <ReturnTo path={returnTo} />
            <EmailField value={email} error={errorFor(form, 'email')} hint={t('membership.signUp.emailHint')} />
            <Button wide>{t('membership.signUp.button')}</Button>
          </Form>
          <p class="sign-terms">
            {t.rich('membership.signUp.terms', { link: (words) => <a href="/privacy">{words}</a> })}
          </p>
          <p class="sign-links">
            <span>
              {t('membership.signUp.already')} <a href={signInPath(returnTo)}>{t('membership.signIn.title')}</a>
            </span>
          </p>
        </Card>
      </Narrow>
    </Page>
  )
}
