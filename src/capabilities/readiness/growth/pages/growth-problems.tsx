import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import type { Problem } from '#platform/http/forms.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Breadcrumbs } from '#ui/elements/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Title } from '#ui/elements/title.tsx'
import { readinessPath } from '../../paths.ts'
import { RUNS } from '../grow.ts'
import type { GrowthInput } from '../growth.ts'
import { GrowthForm } from './growth-form.tsx'

interface GrowthProblemsProps {
  x: Exchange
  words: Readonly<Record<string, string>>
  problems: Readonly<Record<string, Problem>>
}

/** The form again, with what did not read; nothing is calculated with something else instead. */
export function GrowthProblems({ x, words, problems }: GrowthProblemsProps) {
  const { t } = x
  const errors = Object.entries(problems).map(([field, { code, params }]) => ({
    field,
    message: t(code as MessageKey, params),
  }))
  const named = errors.map(({ field, message }) => ({
    field,
    message: `${t(`growth.field.${field as keyof GrowthInput}`)}: ${message}`,
  }))
  return (
    <Page x={x} title={t('growth.title')} robots="noindex">
      <Breadcrumbs crumbs={[{ href: readinessPath, label: t('growth.readiness') }]} />
      <Title lead={t('growth.lead', { runs: RUNS })}>{t('growth.title')}</Title>
      <ErrorSummary problems={named} />
      <GrowthForm words={words} errors={Object.fromEntries(errors.map(({ field, message }) => [field, message]))} />
    </Page>
  )
}
