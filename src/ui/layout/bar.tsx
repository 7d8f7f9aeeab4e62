import { Form } from '../elements/form.tsx'
import { Icon } from '../elements/icon.tsx'
import { LinkButton } from '../elements/link-button.tsx'
import { Logo } from '../elements/logo.tsx'
import { Menu } from '../elements/menu.tsx'
import { MenuGroup, MenuLink } from '../elements/menu-items.tsx'
import { Shared } from '../sharing/shared.tsx'
import { useView } from '../view.ts'
import { AccountMenu, type BarAccount } from './account-menu.tsx'
import { type LanguageChoices, LanguageSwitch } from './language-switch.tsx'

export interface BarProps {
  siteName: string
  homePath: string
  logoUrl?: string | null
  navigation: readonly { href: string; label: string; current?: boolean }[]
  /** The one box; null hides it, as on the front page where the large one stands. */
  search: { action: string; value?: string; placeholder?: string } | null
  language?: LanguageChoices
  /** Who is signed in; null for a visitor. */
  account: BarAccount | null
  notices?: { href: string; unread: number }
  signIn?: { href: string }
  signUp?: { href: string }
}

/** Most of the bar is the same on many pages, and for everybody. */
export function Bar(props: BarProps) {
  const { siteName, homePath, logoUrl, navigation, search, language, account, notices } = props
  const places = { siteName, homePath, logoUrl, navigation }
  return (
    <header class="bar">
      <div class="bar-inner">
        <Shared of={`places ${JSON.stringify(places)}`} part={() => <Places {...places} />} />
        <div class="bar-tools">
          {search && <SharedAsk {...search} />}
          {language && (
            <Shared
              of={`languages ${language.action}`}
              part={() => <LanguageSwitch {...language} class="bar-language" />}
            />
          )}
          {account && notices && <Shared of={`bell ${JSON.stringify(notices)}`} part={() => <Bell {...notices} />} />}
          {account && <Shared of={`account ${JSON.stringify(account)}`} part={() => <AccountMenu {...account} />} />}
          {account && <Shared of={`menu ${JSON.stringify(places)}`} part={() => <PhoneMenu {...props} />} />}
          {!account && <Doors {...props} />}
          {!account && <PhoneMenu {...props} />}
        </div>
      </div>
    </header>
  )
}

/** What somebody searched for stands in the box of that page only. */
function SharedAsk(search: NonNullable<BarProps['search']>) {
  const box = <SmallAsk {...search} />
  return search.value ? box : <Shared of={`ask ${JSON.stringify(search)}`} part={() => box} />
}

function Places({ siteName, homePath, logoUrl, navigation }: Omit<BarProps, 'account' | 'search' | 'signIn'>) {
  const { t } = useView()
  return (
    <>
      <a class="logo" href={homePath} aria-label={t('ui.home', { name: siteName })}>
        <Logo name={siteName} imageUrl={logoUrl} />
      </a>
      {navigation.length > 0 && (
        <nav class="bar-nav" aria-label={t('ui.navigation')}>
          <NavigationLinks navigation={navigation} />
        </nav>
      )}
    </>
  )
}

function NavigationLinks({ navigation }: Pick<BarProps, 'navigation'>) {
  return (
    <ul>
      {navigation.map(({ href, label, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function SmallAsk({ action, value, placeholder }: NonNullable<BarProps['search']>) {
  const { t } = useView()
  return (
    <ask-box class="small-ask-box">
      <Form action={action} method="get" class="small-ask" role="search" aria-label={t('ui.ask')}>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          value={value}
          placeholder={placeholder ?? t('ui.ask')}
          aria-label={t('ui.ask')}
          maxLength={200}
          autocomplete="off"
          enterkeyhint="search"
          data-one-box
        />
        <button type="submit" class="visually-hidden">
          {t('ui.ask.button')}
        </button>
      </Form>
      <a class="icon-button small-ask-link" href={action} aria-label={t('ui.ask')}>
        <Icon name="search" />
      </a>
    </ask-box>
  )
}

/** Also sent alone, when it changes while the page is open. */
export function Bell({ href, unread }: NonNullable<BarProps['notices']>) {
  const { t } = useView()
  return (
    <a
      class="icon-button bell"
      href={href}
      id="bell"
      data-live="me"
      data-live-source="/notices/bell"
      data-live-count={unread}
      data-live-one={t('ui.notices.came', { count: 1 })}
      data-live-many={t('ui.notices.came', { count: 2 }).replace('2', '{count}')}
    >
      <Icon name="bell" />
      <span class="visually-hidden">{t('ui.notices', { unread })}</span>
      {unread > 0 && (
        <span class="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  )
}

function Doors({ signIn, signUp }: BarProps) {
  const { t } = useView()
  return (
    <>
      {signIn && (
        <a class="bar-sign-in" href={signIn.href}>
          {t('ui.signIn')}
        </a>
      )}
      {signUp && (
        <LinkButton href={signUp.href} size="small" class="bar-sign-up">
          {t('ui.signUp')}
        </LinkButton>
      )}
    </>
  )
}

function PhoneMenu({ navigation, language, account, signIn, signUp }: BarProps) {
  const { t } = useView()
  return (
    <Menu class="phone-menu" align="end" label={t('ui.menu')} summary={<Icon name="menu" />}>
      {navigation.length > 0 && (
        <MenuGroup>
          {navigation.map(({ href, label, current }) => (
            <MenuLink href={href} current={current} key={href}>
              {label}
            </MenuLink>
          ))}
        </MenuGroup>
      )}
      {!account && signIn && (
        <MenuGroup>
          <MenuLink href={signIn.href}>{t('ui.signIn')}</MenuLink>
          {signUp && <MenuLink href={signUp.href}>{t('ui.signUp')}</MenuLink>}
        </MenuGroup>
      )}
      {language && (
        <MenuGroup>
          <LanguageSwitch {...language} look="item" class="menu-language" />
        </MenuGroup>
      )}
    </Menu>
  )
}
