import type { ObjectiveKey } from './case.ts'
import { checkInputs, serviceInputs } from './inputs/contacts.ts'
import { costInputs, rampInputs } from './inputs/cost.ts'
import { salesInputs } from './inputs/growth.ts'
import { type InputName, inputNames } from './inputs.ts'
import { objectives } from './objectives.ts'

/** How the form is divided: what everything depends on, each objective, and the costs. */
export interface Group {
  readonly name: 'growth' | 'costs' | ObjectiveKey
  /** Null: always there. */
  readonly objective: ObjectiveKey | null
  readonly inputs: readonly InputName[]
}

const beginning = (...starts: string[]) => inputNames.filter((name) => starts.some((start) => name.startsWith(start)))

const keysOf = (rows: object) => Object.keys(rows) as InputName[]

const objective = (name: ObjectiveKey, inputs: readonly InputName[]): Group => ({ name, objective: name, inputs })

/** What more than one objective needs, and the time of staff as well. */
const growing: readonly InputName[] = ['sessions', 'ask', 'members']

export const groups: readonly Group[] = [
  { name: 'growth', objective: null, inputs: [...growing, ...keysOf(rampInputs)] },
  objective('service', [...keysOf(serviceInputs).filter((name) => !growing.includes(name)), ...keysOf(checkInputs)]),
  objective('ideas', beginning('idea')),
  objective('wordOfMouth', ['referralRate', 'referralIncremental', 'margin', 'referralReward', 'referralUplift']),
  objective('research', beginning('research')),
  objective('testing', beginning('test', 'defect')),
  objective('reputation', beginning('exposed', 'churn', 'incident')),
  objective('coInnovation', beginning('product')),
  objective('partners', beginning('partner')),
  objective('employees', beginning('employee')),
  objective('pr', beginning('visitor')),
  objective('sales', keysOf(salesInputs)),
  { name: 'costs', objective: null, inputs: keysOf(costInputs) },
]

export const groupOf = (input: InputName): Group['name'] =>
  groups.find(({ inputs }) => inputs.includes(input))?.name ?? 'costs'

/** What a case with these objectives holds, in the order of the form. `isNothing` says that an input is left at 0. */
export function inputsFor(on: readonly ObjectiveKey[], isNothing: (input: InputName) => boolean): readonly InputName[] {
  const parts = on.flatMap((key) => {
    const all = objectives[key].parts
    const told = all.filter(({ own }) => own[0] !== undefined && !isNothing(own[0]))
    // An objective whose parts are all left at 0 is counted by its first, as 0.
    return told.length > 0 ? told : all.slice(0, 1)
  })
  const wanted = new Set<InputName>([
    ...parts.flatMap(({ own, shared, may }) => [...own, ...shared, ...may]),
    ...['sessions' as const, 'ask' as const, ...keysOf(rampInputs), ...keysOf(costInputs)],
    ...(on.includes('service') ? keysOf(checkInputs) : []),
  ])
  return groups.flatMap(({ inputs }) => inputs).filter((name) => wanted.has(name))
}
