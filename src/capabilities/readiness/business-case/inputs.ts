import type { Distribution } from '../chance/distribution.ts'
import type { CaseInput, InputValue } from './case.ts'
import { checkInputs, serviceInputs } from './inputs/contacts.ts'
import { costInputs, rampInputs } from './inputs/cost.ts'
import { growthInputs, salesInputs } from './inputs/growth.ts'
import { insightInputs, relationInputs } from './inputs/insight.ts'
import type { BrandSize, InputRow } from './inputs/row.ts'

/** Every number that a business case may hold. Volumes and money are per year and of a mature community. */
export const inputs = {
  ...serviceInputs,
  ...growthInputs,
  ...insightInputs,
  ...relationInputs,
  ...salesInputs,
  ...rampInputs,
  ...costInputs,
  ...checkInputs,
}

export type InputName = keyof typeof inputs
export const inputNames = Object.keys(inputs) as InputName[]

export const isInputName = (name: string): name is InputName => Object.hasOwn(inputs, name)

const bare = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()
const byBareName = new Map(inputNames.map((name) => [bare(name), name]))

/** The input that is probably meant: written with other capitals, dashes or underscores, or one or two letters wrong. */
export function nearestInput(name: string): InputName | undefined {
  const asked = bare(name.slice(0, 100))
  const same = byBareName.get(asked)
  if (same || asked.length < 4) return same
  const near = [...byBareName].map(([known, input]) => ({ input, away: changesBetween(asked, known) }))
  const [nearest] = near.toSorted((one, other) => one.away - other.away)
  return nearest && nearest.away <= MOST_CHANGES ? nearest.input : undefined
}

const MOST_CHANGES = 2

/** Letters to add, drop or replace to make one word of the other (Levenshtein); too many at once when lengths differ. */
function changesBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_CHANGES) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [place, known] of [...other].entries()) {
      const replaced = (row[place] as number) + (letter === known ? 0 : 1)
      next.push(Math.min(replaced, (row[place + 1] as number) + 1, (next[place] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}

export const rowOf = (name: InputName): InputRow => inputs[name]

/** What a brand of this size may begin with. */
export function usualOf(name: InputName, size: BrandSize): Distribution {
  const row = rowOf(name)
  return row.sizes[size] ?? row.usual
}

// The four objectives that the reference cases count, and what every case needs.
const begun: readonly (keyof typeof inputs)[] = [
  ...(Object.keys(serviceInputs) as (keyof typeof serviceInputs)[]),
  'members',
  'referralRate',
  'referralIncremental',
  'margin',
  'referralReward',
  'researchProjects',
  'researchCost',
  'researchSubstitution',
  'ideas',
  'ideaImplemented',
  'ideaValue',
  'ideaAttribution',
  'ideaScreening',
  ...(Object.keys(rampInputs) as (keyof typeof rampInputs)[]),
  'oneOff',
  'fte',
  'fteCost',
  'platform',
  'content',
  'rewards',
  'staffMinutes',
  'staffRate',
  'staffShare',
]

export const FIRST_SEED = 20260101
export const USUAL_RUNS = 100_000

/** A whole case for a brand of this size, to be made one's own: R1, R2 and R3 for mid, large and instead. */
export function usualCase(size: BrandSize): CaseInput {
  return {
    mode: 'monthly',
    horizonMonths: 36,
    discountRate: 0.1,
    seed: FIRST_SEED,
    runs: USUAL_RUNS,
    inputs: Object.fromEntries(begun.map((name) => [name, usualOf(name, size)])) as Partial<
      Record<InputName, InputValue>
    >,
  }
}
