import { Avatar } from '../elements/avatar.tsx'
import { Menu } from '../elements/menu.tsx'
import { MenuButton, MenuGroup, MenuLink } from '../elements/menu-items.tsx'
import { useView } from '../view.ts'

export interface BarAccount {
  name: string
  seed: string
  imageUrl?: string | null
  profilePath: string
  /** Below the name: own things, settings, the staff's screens; each group apart. */
  groups: readonly (readonly { href: string; label: string }[])[]
  signOutPath: string
}

export function AccountMenu({ name, seed, imageUrl, profilePath, groups, signOutPath }: BarAccount) {
  const { t } = useView()
  const face = <Avatar name={name} seed={seed} imageUrl={imageUrl} />
  return (
    <Menu class="account-menu" align="end" label={t('ui.account', { name })} summary={face}>
      <MenuGroup>
        <MenuLink href={profilePath}>
          <b>{name}</b>
        </MenuLink>
      </MenuGroup>
      {groups
        .filter((links) => links.length > 0)
        .map((links) => (
          <MenuGroup key={links[0]?.href}>
            {links.map(({ href, label }) => (
              <MenuLink href={href} key={href}>
                {label}
              </MenuLink>
            ))}
          </MenuGroup>
        ))}
      <MenuGroup>
        <MenuButton action={signOutPath} form={{ 'data-signs-out': true }}>
          {t('ui.signOut')}
        </MenuButton>
      </MenuGroup>
    </Menu>
  )
}
