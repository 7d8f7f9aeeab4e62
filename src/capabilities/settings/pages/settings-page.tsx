import type { ComponentChildren } from 'preact'
import type { MemberExchange } from '#community/exchange.ts'
import { keepsSettings } from '#community/members/actor.ts'
import { Page } from '#community/page.tsx'
import { Breadcrumbs, type Crumb } from '#ui/elements/breadcrumbs.tsx'
import { ErrorSummary, type Problem } from '#ui/elements/error-summary.tsx'
import { Tabs } from '#ui/elements/tabs.tsx'
import { Title } from '#ui/elements/title.tsx'
import { boardsPath, membersPath, productsPath, rolesPath, settingsPath, tagsPath } from '../paths.ts'

export type SettingsTab = 'brand' | 'boards' | 'products' | 'tags' | 'roles' | 'members'

const tabs: readonly (readonly [SettingsTab, string])[] = [
  ['brand', settingsPath],
  ['boards', boardsPath],
  ['products', productsPath],
  ['tags', tagsPath],
  ['roles', rolesPath],
  ['members', membersPath],
]

interface SettingsPageProps {
  x: MemberExchange
  current: SettingsTab
  title: string
  lead?: string
  /** Of a page below one of the tabs: the way back. */
  crumbs?: readonly Crumb[]
  problems?: readonly Problem[]
  aside?: ComponentChildren
  children: ComponentChildren
}

/** One of staff's screens, with the way to the others. Moderators only have that of the members. */
export function SettingsPage({ x, current, title, lead, crumbs, problems = [], aside, children }: SettingsPageProps) {
  const { t, viewer } = x
  const shown = tabs.map(([tab, href]) => ({ href, label: t(`settings.${tab}.tab`), current: tab === current }))
  return (
    <Page x={x} title={title} robots="noindex">
      <div class="settings">
        {keepsSettings(viewer) && <Tabs tabs={shown} label={t('settings.title')} />}
        {crumbs && <Breadcrumbs crumbs={crumbs} />}
        <Title lead={lead} aside={aside}>
          {title}
        </Title>
        <ErrorSummary problems={problems} />
        {children}
      </div>
    </Page>
  )
}
