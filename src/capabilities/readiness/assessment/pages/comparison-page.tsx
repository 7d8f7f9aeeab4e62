import type { Exchange } from '#community/exchange.ts'
import { percentage } from '#platform/i18n/numbers.ts'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Title } from '#ui/elements/title.tsx'
import { type Answers, inputOf } from '../answers.ts'
import { assessed } from '../assessed.ts'
import { type Assessment, type AssessmentInput, ITEMS } from '../assessment.ts'
import { BAR } from '../decision.ts'
import { figure } from '../figures.ts'
import { resultPath } from '../paths.ts'
import { ReadinessPage } from './readiness-page.tsx'
import { Scale } from './scale.tsx'
import { WhatIfForm } from './what-if-form.tsx'

interface ComparisonPageProps {
  x: Exchange
  several: readonly Answers[]
  problem: 'unreadable' | 'too-many' | null
}

interface Scenario {
  readonly answers: Answers
  readonly input: AssessmentInput
  readonly result: Assessment
  readonly title: string
}

/** Up to four sets of answers side by side; what differs from the first stands out. */
export function ComparisonPage({ x, several, problem }: ComparisonPageProps) {
  const { t } = x
  const scenarios = several.flatMap((answers, at) => scenarioOf(x, answers, at))
  const [first] = scenarios
  return (
    <ReadinessPage x={x} title={t('assessment.compared.title')} isPrivate>
      <div class="readiness-report">
        <Title lead={t('assessment.compared.lead')}>{t('assessment.compared.title')}</Title>
        <ErrorSummary problems={problem ? [{ message: t(`assessment.compared.${problem}`) }] : []} />
        {first && (
          <>
            <Scenarios x={x} scenarios={scenarios} first={first} />
            {scenarios.length < 4 && <WhatIfForm x={x} several={several} result={first.result} />}
          </>
        )}
      </div>
    </ReadinessPage>
  )
}

function scenarioOf({ t }: Exchange, answers: Answers, at: number): Scenario[] {
  const input = inputOf(answers)
  const title =
    answers.title ?? (at === 0 ? t('assessment.compared.first') : t('assessment.compared.other', { number: at + 1 }))
  return input ? [{ answers, input, result: assessed(input), title }] : []
}

interface Row {
  readonly name: string
  readonly cell: (scenario: Scenario) => string
}

function Scenarios({ x, scenarios, first }: { x: Exchange; scenarios: readonly Scenario[]; first: Scenario }) {
  const { t } = x
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={t('assessment.compared.title')}>
      <table class="table readiness-compared">
        <caption class="visually-hidden">{t('assessment.compared.title')}</caption>
        <thead>
          <tr>
            <td />
            {scenarios.map(({ answers, title }, at) => (
              <th scope="col" key={at}>
                <a href={resultPath(answers)}>{title}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('assessment.compared.drawing')}</th>
            {scenarios.map(({ result, title }, at) => (
              <td key={at}>
                <ScoreScale x={x} result={result} title={title} />
              </td>
            ))}
          </tr>
          {rowsIn(x).map(({ name, cell }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {scenarios.map((scenario, at) => (
                <td class={cell(scenario) === cell(first) ? undefined : 'readiness-changed'} key={at}>
                  {cell(scenario)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ScoreScale({ x, result, title }: { x: Exchange; result: Assessment; title: string }) {
  const score = (value: number) => figure(value, 'score', x.language)
  const { readiness, interval } = result
  const words = { item: title, score: score(readiness), low: score(interval.p5), high: score(Math.ceil(interval.p95)) }
  return (
    <Scale
      value={readiness}
      low={interval.p5}
      high={interval.p95}
      marks={[BAR]}
      look="interval"
      label={x.t('assessment.items.drawn', words)}
    />
  )
}

function rowsIn({ t, language }: Exchange): Row[] {
  const exact = (value: number) => figure(value, 'exact', language)
  const score = (value: number) => figure(value, 'score', language)
  return [
    { name: t('assessment.compared.decision'), cell: ({ result }) => t(`readiness.decision.${result.decision}.title`) },
    { name: t('assessment.compared.readiness'), cell: ({ result }) => exact(result.readiness) },
    {
      name: t('assessment.compared.interval'),
      cell: ({ result }) => `${score(result.interval.p5)} – ${score(Math.ceil(result.interval.p95))}`,
    },
    { name: t('assessment.compared.chance'), cell: ({ result }) => percentage(result.probabilityNow, language) },
    { name: t('assessment.compared.foundation'), cell: ({ result }) => exact(result.foundation) },
    { name: t('assessment.compared.enabler'), cell: ({ result }) => exact(result.enabler) },
    {
      name: t('assessment.compared.mass'),
      cell: ({ result }) =>
        result.criticalMass ? percentage(result.criticalMass.probability, language) : t('assessment.gate.unknown'),
    },
    {
      name: t('assessment.compared.failed'),
      cell: ({ result }) =>
        result.gates
          .filter(({ passed }) => passed === false)
          .map(({ id }) => t(`assessment.gate.${id}`))
          .join(', ') || t('assessment.compared.none'),
    },
    ...ITEMS.map((item) => ({
      name: t(`readiness.item.${item}.name`),
      cell: ({ input }: Scenario) => score({ ...input.foundations, ...input.enablers }[item]),
    })),
  ]
}
