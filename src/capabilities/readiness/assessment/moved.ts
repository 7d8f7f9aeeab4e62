import { type Answers, inputOf } from './answers.ts'
import { assessed } from './assessed.ts'
import { type Assessment, ITEMS, type ItemId } from './assessment.ts'
import { STEP } from './items.ts'

/** What moved between two sets of answers. */
export interface Moved {
  readonly before: Assessment
  readonly after: Assessment
  readonly items: readonly {
    readonly item: ItemId
    readonly from: number
    readonly to: number
    /** Points of readiness that this change alone would bring. Changes strengthen each other, so these do not add up. */
    readonly alone: number
  }[]
}

/** Null while one of the two is not finished. What moved the score most stands first. */
export function movedBetween(former: Answers, answers: Answers): Moved | null {
  const [before, after] = [assessedOf(former), assessedOf(answers)]
  if (before === null || after === null) return null
  const changed = ITEMS.filter((item) => former.items[item]?.answer !== answers.items[item]?.answer)
  const items = changed.map((item) => {
    const alone = assessedOf({ ...former, items: { ...former.items, [item]: answers.items[item] } })
    return {
      item,
      from: STEP * (former.items[item]?.answer ?? 0),
      to: STEP * (answers.items[item]?.answer ?? 0),
      alone: (alone?.readiness ?? before.readiness) - before.readiness,
    }
  })
  return { before, after, items: items.toSorted((one, other) => Math.abs(other.alone) - Math.abs(one.alone)) }
}

function assessedOf(answers: Answers): Assessment | null {
  const input = inputOf(answers)
  return input && assessed(input)
}
