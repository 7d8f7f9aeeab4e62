import type { MemberExchange } from '#community/exchange.ts'
import type { Filled } from '../filled.ts'
import { SettingsPage } from '../pages/settings-page.tsx'
import { huePreviewPath } from '../paths.ts'
import { HueSection } from './hue-section.tsx'
import { LogoSection } from './logo-section.tsx'
import { NamingSection } from './naming-section.tsx'
import { PatternSection, type PatternTrial } from './pattern-section.tsx'

export interface BrandForms {
  readonly naming: Filled
  readonly hue: Filled
  readonly logo: Filled
  readonly pattern: Filled
  /** A hue that is looked at and not yet kept. */
  readonly triedHue: number | null
  readonly trial: PatternTrial | null
}

/** How the company shows itself; each part is kept on its own. */
export function BrandPage({ x, forms }: { x: MemberExchange; forms: BrandForms }) {
  const { t, brand } = x
  const problems = [forms.naming, forms.hue, forms.logo, forms.pattern].flatMap((form) => form.problems)
  return (
    <SettingsPage
      x={forms.triedHue === null ? x : inHue(x, forms.triedHue)}
      current="brand"
      title={t('settings.brand.title')}
      lead={t('settings.brand.lead')}
      problems={problems}
    >
      <NamingSection form={forms.naming} />
      <HueSection form={forms.hue} triedHue={forms.triedHue} />
      <LogoSection form={forms.logo} name={brand.name} logoId={brand.logoId} />
      <PatternSection form={forms.pattern} trial={forms.trial} />
    </SettingsPage>
  )
}

/** The page in another hue, for who has no scripts: the same colours that saving would bring. */
const inHue = (x: MemberExchange, hue: number): MemberExchange => ({
  ...x,
  frame: { ...x.frame, brandStylesheet: () => `${huePreviewPath}${hue}.css` },
})
