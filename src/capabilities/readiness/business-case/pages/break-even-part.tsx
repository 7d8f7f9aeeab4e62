import { useView } from '#ui/view.ts'
import type { CaseResult } from '../case.ts'
import { money, plain } from '../figures.ts'

/** How many sessions it would take. */
export function BreakEvenPart({ result: { breakEven, inputs } }: { result: CaseResult }) {
  const { t, language } = useView()
  if (!breakEven) return null
  const sessions = inputs.find(({ input }) => input === 'sessions')?.mode ?? 0
  const { valuePerSession, contactsPerSession, sessionsForCost, sessionsForNpv, yearlyCost } = breakEven
  return (
    <section class="case-part" aria-labelledby="break-even-title">
      <h3 id="break-even-title">{t('business-case.page.break-even.title')}</h3>
      {valuePerSession === null || contactsPerSession === null ? (
        <p>{t('business-case.page.break-even.no-service')}</p>
      ) : (
        <p>
          {t('business-case.page.break-even.session', {
            value: money(valuePerSession, language),
            contacts: plain(contactsPerSession * 1000, language, 1),
          })}
        </p>
      )}
      <p>
        {sessionsForCost === null
          ? t('business-case.page.break-even.cost-never', { cost: money(yearlyCost, language) })
          : t('business-case.page.break-even.cost', {
              cost: money(yearlyCost, language),
              sessions: plain(sessionsForCost, language),
              now: plain(sessions, language),
            })}
      </p>
      <p>
        {sessionsForNpv === null
          ? t('business-case.page.break-even.npv-never')
          : t('business-case.page.break-even.npv', { sessions: plain(sessionsForNpv, language) })}
      </p>
    </section>
  )
}
