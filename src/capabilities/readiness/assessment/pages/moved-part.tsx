import type { Exchange } from '#community/exchange.ts'
import { Section } from '#ui/layout/section.tsx'
import { type Answers, withoutNotes } from '../answers.ts'
import type { GateId } from '../assessment.ts'
import { figure } from '../figures.ts'
import { type Moved, movedBetween } from '../moved.ts'
import { comparisonPath } from '../paths.ts'

interface MovedPartProps {
  x: Exchange
  before: Answers
  answers: Answers
}

/** After somebody changed answers: what moved, and by which change. Nothing when all is as it was. */
export function MovedPart({ x, before, answers }: MovedPartProps) {
  const { t, language } = x
  const moved = movedBetween(before, answers)
  if (moved === null || (isSame(moved) && massMoved(x, moved) === null)) return null
  const score = (value: number) => figure(value, 'score', language)
  const former = { ...withoutNotes(before), title: t('assessment.moved.former') }
  const current = { ...withoutNotes(answers), title: t('assessment.moved.current') }
  return (
    <div class="readiness-moved">
      <Section title={t('assessment.moved.title')} id="moved">
        <p>
          {t('assessment.moved.score', { from: score(moved.before.readiness), to: score(moved.after.readiness) })}{' '}
          {decisionWords(x, moved)}
        </p>
        <ul class="readiness-list">
          {moved.items.map(({ item, from, to, alone }) => (
            <li key={item}>
              {t('assessment.moved.item', {
                item: t(`readiness.item.${item}.name`),
                from: score(from),
                to: score(to),
                alone: figure(alone, 'gained', language),
              })}
            </li>
          ))}
          {massMoved(x, moved) && <li>{massMoved(x, moved)}</li>}
          {gatesMoved(moved).map(({ id, stand }) => (
            <li key={id}>{t(`assessment.moved.gate.${stand}`, { gate: t(`readiness.gate.${id}.name`) })}</li>
          ))}
        </ul>
        <p>
          <a class="readiness-change" href={comparisonPath([former, current])}>
            {t('assessment.moved.compare')}
          </a>
        </p>
      </Section>
    </div>
  )
}

const isSame = (moved: Moved): boolean => moved.items.length === 0 && gatesMoved(moved).length === 0

/** The chance of enough people, when it reads otherwise now; null when it does not, or one of the two is unknown. */
function massMoved({ t, language }: Exchange, { before, after }: Moved): string | null {
  if (before.criticalMass === null || after.criticalMass === null) return null
  const [from, to] = [before, after].map(({ criticalMass }) =>
    figure(criticalMass?.probability ?? 0, 'percent', language),
  ) as [string, string]
  return from === to ? null : t('assessment.moved.mass', { from, to })
}

function decisionWords({ t }: Exchange, { before, after }: Moved): string {
  const decision = t(`readiness.decision.${after.decision}.title`)
  return before.decision === after.decision
    ? t('assessment.moved.same', { decision })
    : t('assessment.moved.decision', { from: t(`readiness.decision.${before.decision}.title`), decision })
}

function gatesMoved({ before, after }: Moved): { id: GateId; stand: 'passed' | 'failed' | 'unknown' }[] {
  return after.gates.flatMap(({ id, passed }, at) => {
    if (before.gates[at]?.passed === passed) return []
    return [{ id, stand: passed === null ? 'unknown' : passed ? 'passed' : 'failed' } as const]
  })
}
