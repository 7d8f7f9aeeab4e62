import type { Exchange } from '#community/exchange.ts'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { questionsPath } from '../paths.ts'
import { ReadinessPage } from './readiness-page.tsx'

/** An address that was cut off or changed on its way: said, not guessed at. */
export function DamagedPage({ x }: { x: Exchange }) {
  const { t } = x
  return (
    <ReadinessPage x={x} title={t('assessment.damaged.title')} isPrivate>
      <Narrow>
        <Title lead={t('assessment.damaged.lead')}>{t('assessment.damaged.title')}</Title>
        <LinkButton href={questionsPath()}>{t('assessment.damaged.again')}</LinkButton>
      </Narrow>
    </ReadinessPage>
  )
}
