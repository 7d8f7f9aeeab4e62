import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import type { Refusal } from '../rules.ts'

/** "No, because…", with the way back. */
export function RefusedPage({ x, reason, back }: { x: Exchange; reason: Refusal; back: string }) {
  return (
    <Page x={x} title={x.t('questions.refused')} robots="noindex">
      <Narrow>
        <Title lead={x.t(`questions.refusal.${reason}`)}>{x.t('questions.refused')}</Title>
        <LinkButton href={back}>{x.t('questions.back')}</LinkButton>
      </Narrow>
    </Page>
  )
}
