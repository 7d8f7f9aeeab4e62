import type { MemberExchange } from '#community/exchange.ts'
import type { NoticeKind } from '#community/notices/notice-kind.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Checkbox } from '#ui/elements/checkbox.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Tabs } from '#ui/elements/tabs.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { noticeSettingsPath } from '../paths.ts'

interface SettingsPageProps {
  x: MemberExchange
  kinds: readonly NoticeKind[]
  /** The kinds that are mailed now. */
  mailed: ReadonlySet<string>
}

export function SettingsPage({ x, kinds, mailed }: SettingsPageProps) {
  const { t } = x
  return (
    <Page x={x} title={t('notifications.settings')} robots="noindex">
      <Narrow>
        <h1>{t('membership.account.title')}</h1>
        <AccountTabs />
        <p class="notice-settings-lead">{t('notifications.settings.lead')}</p>
        <Form action={noticeSettingsPath}>
          <fieldset class="field choices">
            <legend class="field-label">{t('notifications.settings.legend')}</legend>
            {kinds.map(({ kind, label }) => (
              <Checkbox
                key={kind}
                id={`mail-${kind}`}
                name="mail"
                value={kind}
                label={t(label)}
                checked={mailed.has(kind)}
              />
            ))}
          </fieldset>
          <Button>{t('notifications.settings.save')}</Button>
        </Form>
      </Narrow>
    </Page>
  )

  // The other tabs belong to membership: these are its addresses in the contract.
  function AccountTabs() {
    return (
      <Tabs
        label={t('membership.account.title')}
        tabs={[
          { href: '/account', label: t('membership.account.profile') },
          { href: '/account/sign-in', label: t('membership.account.signIn') },
          { href: noticeSettingsPath, label: t('membership.account.notices'), current: true },
        ]}
      />
    )
  }
}
