import { metalogOf, upperTail } from '../chance/metalog.ts'
import { contactsAvoidedOf } from './benefits.ts'
import type { BreakEven, CaseInput, Flag } from './case.ts'
import { inputNames } from './inputs.ts'
import { type Plan, scaleOf } from './plan.ts'

/** What is not wrong and yet deserves a second look: the bounds of what was ever published, and what is easily forgotten. */
export function flagsOf(input: CaseInput, plan: Plan, breakEven: BreakEven): readonly Flag[] {
  return [
    ...serviceFlags(plan, breakEven),
    ...growthFlags(input, plan),
    ...surveyFlags(plan),
    ...tailFlags(plan),
    ...unusedFlags(input, plan),
  ]
}

function serviceFlags({ modes }: Plan, { valuePerSession }: BreakEven): readonly Flag[] {
  if (valuePerSession === null) return []
  const perSession = modes.intent * modes.found * modes.would
  const saving = modes.costContact * modes.avoidable
  const avoided = 12 * contactsAvoidedOf(modes)
  const share = avoided / modes.contacts
  return [
    flagIf(valuePerSession < 0.02 || valuePerSession > 0.3, 'valuePerSession', { value: valuePerSession }),
    flagIf(saving < 2 || saving > 15, 'savingPerContact', { value: saving }),
    flagIf(perSession > 0.1, 'contactsPerSession', { value: perSession }),
    flagIf(modes.contacts > 0 && share > 0.2, 'deflectionShare', { value: share }),
    flagIf(modes.contacts > 0 && modes.answerable > 0 && share > modes.answerable, 'beyondAnswerable', {
      value: share,
      most: modes.answerable,
    }),
    flagIf(modes.avoidable > 0.95, 'fullCost', { value: modes.avoidable }),
  ].flat()
}

function growthFlags(input: CaseInput, { modes, counted }: Plan): readonly Flag[] {
  const isCounted = (key: string) => counted.some(({ objective }) => objective === key)
  return [
    flagIf(modes.stall < 0.05, 'noStall', { value: modes.stall }),
    flagIf(input.horizonMonths < 24, 'shortHorizon', { months: input.horizonMonths }),
    flagIf(modes.fte === 0 || modes.fteCost === 0, 'noTeam', {}),
    flagIf(isCounted('sales'), 'salesUplift', {}),
    flagIf(isCounted('wordOfMouth') && modes.referralUplift !== 0, 'referralUplift', { value: modes.referralUplift }),
    flagIf(isCounted('ideas') && modes.ideaImplemented > 0.07, 'ideasImplemented', { value: modes.ideaImplemented }),
  ].flat()
}

/** Below 2,000 answers the middle of a survey says little without its interval. */
function surveyFlags({ used }: Plan): readonly Flag[] {
  return used.flatMap(({ input, measured }) =>
    measured && measured.of < 2_000 ? [{ id: 'fewAnswers', values: { input, of: measured.of } }] : [],
  )
}

/** Three quantiles so far apart that the standard error means nothing. */
function tailFlags({ uncertain }: Plan): readonly Flag[] {
  return uncertain.flatMap(({ input, distribution }) => {
    if (typeof distribution === 'number' || !('p50' in distribution) || scaleOf(input) !== 'log') return []
    const tail = upperTail(metalogOf(distribution.p10, distribution.p50, distribution.p90, 'log'))
    return tail >= 0.5 ? [{ id: 'wideTail', values: { input } }] : []
  })
}

function unusedFlags(input: CaseInput, { used }: Plan): readonly Flag[] {
  const names = new Set(used.map((one) => one.input))
  return inputNames
    .filter((name) => Object.hasOwn(input.inputs, name) && !names.has(name))
    .map((name) => ({ id: 'unused', values: { input: name } }))
}

function flagIf(holds: boolean, id: string, values: Flag['values']): readonly Flag[] {
  return holds ? [{ id, values }] : []
}
