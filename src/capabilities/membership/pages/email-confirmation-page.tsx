import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { emailConfirmationPath } from '../paths.ts'

/** The mail opens this page; only its button agrees, because mail scanners follow links. */
export function EmailConfirmationPage({ x, token, newEmail }: { x: Exchange; token: string; newEmail: string }) {
  const { t } = x
  return (
    <Page x={x} title={t('membership.emailChange.title')} robots="noindex">
      <Narrow>
        <h1>{t('membership.emailChange.title')}</h1>
        <p>{t('membership.emailChange.lead', { email: newEmail })}</p>
        <Form action={emailConfirmationPath}>
          <input type="hidden" name="token" value={token} />
          <Button>{t('membership.emailChange.button')}</Button>
        </Form>
      </Narrow>
    </Page>
  )
}
