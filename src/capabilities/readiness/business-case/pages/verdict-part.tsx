import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { useView } from '#ui/view.ts'
import type { CaseResult } from '../case.ts'
import { chance, money, percent, plain } from '../figures.ts'
import { verdictOf } from '../verdict.ts'

/** The answer in plain words, with the figures that a board asks for first. */
export function VerdictPart({ result }: { result: CaseResult }) {
  const { t, language } = useView()
  const { simulation, atModes, horizonMonths } = result
  const verdict = verdictOf(result)
  const probability = simulation ? chance(simulation.probabilityPositive, language) : ''
  return (
    <div class={`case-verdict case-${verdict}`}>
      <p class="case-verdict-title">
        {t(`business-case.page.verdict.${verdict}` as MessageKey, { months: horizonMonths })}
      </p>
      {simulation && <p>{t('business-case.page.verdict.probability', { months: horizonMonths, probability })}</p>}
      <p>
        {atModes?.paybackMonth
          ? t('business-case.page.verdict.payback', { month: atModes.paybackMonth })
          : t('business-case.page.verdict.no-payback', { months: horizonMonths })}
      </p>
      {simulation && simulation.probabilityPositiveIfNotStalled !== null && simulation.stalled > 0 && (
        <p>
          {t('business-case.page.verdict.stall', {
            stalled: chance(simulation.stalled, language),
            probability: chance(simulation.probabilityPositiveIfNotStalled, language),
          })}
        </p>
      )}
    </div>
  )
}

/** The same figures side by side; in the margin while somebody types, and at the head of the report. */
export function KeyFigures({ result }: { result: CaseResult }) {
  const { t, language } = useView()
  const { simulation, atModes, expectedAtModes } = result
  if (!atModes) return null
  const say = (amount: number) => money(amount, language)
  const rows: [string, string, string?][] = [
    ...(simulation
      ? ([
          [t('business-case.page.figure.probability'), chance(simulation.probabilityPositive, language)],
          [
            t('business-case.page.figure.mean'),
            say(simulation.mean),
            t('business-case.page.figure.error', { error: say(simulation.standardError) }),
          ],
        ] as [string, string, string?][])
      : []),
    [t('business-case.page.figure.modes'), say(atModes.npv), t('business-case.page.figure.modes.hint')],
    [
      t('business-case.page.figure.expected'),
      say(expectedAtModes?.npv ?? 0),
      t('business-case.page.figure.expected.hint'),
    ],
    [
      t('business-case.page.figure.roi'),
      atModes.roi === null ? '–' : percent(atModes.roi, language),
      t('business-case.page.figure.roi.hint', { benefits: say(atModes.pvBenefits), costs: say(atModes.pvCosts) }),
    ],
    [
      t('business-case.page.figure.payback'),
      atModes.paybackMonth === null
        ? t('business-case.page.figure.payback.none')
        : t('business-case.page.figure.payback.month', { month: plain(atModes.paybackMonth, language) }),
    ],
  ]
  return (
    <dl class="case-figures">
      {rows.map(([label, figure, hint]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{figure}</b>
            {hint && <span>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
