import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { type CookieUse, cookieFor } from '#platform/http/cookies.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Table } from '#ui/elements/table.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { Section } from '#ui/layout/section.tsx'

const uses: readonly CookieUse[] = ['session', 'language', 'draft']

const sections = {
  visiting: ['nothing', 'elsewhere', 'address'],
  counting: ['how', 'why'],
  membership: ['account', 'profile', 'sessions'],
  writing: ['public', 'masked', 'pictures', 'history'],
  mail: ['kinds', 'tracking'],
  keeping: ['drafts', 'codes', 'mails', 'assessments', 'business-case', 'counts', 'posts'],
  rights: ['see', 'erase', 'complain'],
} as const

export function privacyPage(x: Exchange) {
  const { t, brand } = x
  return (
    <Page x={x} title={t('privacy.title')} description={t('privacy.description', { brand: brand.name })}>
      <Narrow>
        <Title lead={t('privacy.lead', { brand: brand.name })}>{t('privacy.title')}</Title>
        <Part x={x} name="visiting" />
        <Section title={t('privacy.cookies.title')}>
          <div class="prose">
            <p>{t('privacy.cookies.lead')}</p>
          </div>
          <Cookies x={x} />
          <div class="prose">
            <p>{t('privacy.cookies.banner')}</p>
          </div>
        </Section>
        <Part x={x} name="counting" />
        <Part x={x} name="membership" />
        <Part x={x} name="writing" />
        <Part x={x} name="mail" />
        <Part x={x} name="keeping" />
        <Part x={x} name="rights" />
      </Narrow>
    </Page>
  )
}

function Part({ x, name }: { x: Exchange; name: keyof typeof sections }) {
  const words = (key: string) => x.t(`privacy.${name}.${key}` as MessageKey, { brand: x.brand.name })
  return (
    <Section title={words('title')} id={name}>
      <div class="prose">
        {sections[name].map((key) => (
          <p key={key}>{words(key)}</p>
        ))}
      </div>
    </Section>
  )
}

/** From the same list as the cookies that are set: none can be forgotten here. */
function Cookies({ x }: { x: Exchange }) {
  const { t, site } = x
  const days = (use: CookieUse) => cookieFor(use, site.config.publicUrl).options.maxAge / 86_400
  return (
    <Table
      caption={t('privacy.cookies.title')}
      rows={uses}
      rowKey={(use) => use}
      columns={[
        {
          key: 'name',
          head: t('privacy.cookies.name'),
          rowHead: true,
          cell: (use) => <code>{cookieFor(use, site.config.publicUrl).name}</code>,
        },
        { key: 'when', head: t('privacy.cookies.when'), cell: (use) => t(`privacy.cookies.${use}`) },
        {
          key: 'days',
          head: t('privacy.cookies.stays'),
          cell: (use) => t('privacy.cookies.days', { days: days(use) }),
        },
      ]}
    />
  )
}
