import { Tabs } from '#ui/elements/tabs.tsx'
import { useView } from '#ui/view.ts'
import { accountPath, signInSettingsPath } from '../paths.ts'

export function AccountTabs({ current }: { current: 'profile' | 'sign-in' }) {
  const { t } = useView()
  return (
    <Tabs
      label={t('membership.account.title')}
      tabs={[
        { href: accountPath, label: t('membership.account.profile'), current: current === 'profile' },
        { href: signInSettingsPath, label: t('membership.account.signIn'), current: current === 'sign-in' },
        { href: '/account/notices', label: t('membership.account.notices') },
      ]}
    />
  )
}
