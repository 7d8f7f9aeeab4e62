import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import type { PastDecision } from './queries.ts'

export function DecisionList({ decisions }: { decisions: readonly PastDecision[] }) {
  const { t } = useView()
  return (
    <Section title={t('settings.members.decisions')}>
      {decisions.length === 0 && <p class="settings-words">{t('settings.members.decisions.none')}</p>}
      <ol class="settings-list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <div class="settings-line">
              <p>
                <b>{t(`settings.decision.${decision.kind}`)}</b>{' '}
                <span class="person-quiet">
                  {t('settings.decision.by', { name: decision.madeBy })}, <Time at={decision.madeAt} style="date" />
                </span>
              </p>
              <p class="settings-quote">{decision.reason}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
