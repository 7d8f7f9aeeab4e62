import type { VNode } from 'preact'
import type { Capability, HomeParts } from '#community/capability.ts'
import type { Exchange } from '#community/exchange.ts'
import { exampleOfAsking } from '#community/finding/example.ts'
import { Page } from '#community/page.tsx'
import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { page, type Reply } from '#platform/http/reply.ts'
import { BigAsk } from '#ui/elements/big-ask.tsx'
import { Hero } from '#ui/elements/hero.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Shared } from '#ui/sharing/shared.tsx'

/** The front page: the box, what proves that it works, what waits for me, and what is alive. */
export function homeRoute(capabilities: readonly Capability[]): Route {
  const homes = capabilities.flatMap(({ home }) => home ?? [])
  return get('/', anyone, (x) => showHome(x, homes), { keptFor: { query: ['show', 'said'] } })
}

async function showHome(x: Exchange, homes: readonly HomeParts[]): Promise<Reply> {
  const gather = (part: keyof HomeParts) => Promise.all(homes.map((home) => home[part]?.(x) ?? null))
  const [example, proof, waiting, alive, beside] = await Promise.all([
    exampleOfAsking(x),
    gather('proof'),
    gather('waiting'),
    gather('alive'),
    gather('beside'),
  ])
  return page(<HomePage x={x} example={example} proof={proof} waiting={waiting} alive={alive} beside={beside} />)
}

interface HomePageProps extends Record<keyof HomeParts, readonly (VNode | null)[]> {
  x: Exchange
  example: string | null
}

function HomePage({ x, example, proof, waiting, alive, beside }: HomePageProps) {
  const { t, brand } = x
  const aside = beside.filter((part) => part !== null)
  return (
    <Page
      x={x}
      title={brand.name}
      description={t('home.description', { brand: brand.name })}
      hideBox
      feeds={[{ href: '/feeds/questions.atom', title: t('feeds.questions', { brand: brand.name }) }]}
    >
      <Hero title={t('home.title')} lead={t('home.lead', { brand: brand.name })}>
        <Shared
          of={`home box ${brand.revision} ${example}`}
          part={() => (
            <BigAsk
              action="/search"
              label={t('home.box.label')}
              placeholder={example ?? t('home.box.placeholder')}
              button={t('home.box.button')}
            />
          )}
        />
        {proof}
      </Hero>
      <Columns aside={aside.length > 0 ? aside : undefined}>
        {waiting}
        {alive}
      </Columns>
    </Page>
  )
}
