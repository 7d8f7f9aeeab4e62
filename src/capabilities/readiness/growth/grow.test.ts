import { describe, expect, test } from 'vitest'
import { streamOf, toUnit } from '../chance/streams.ts'
import { drawn } from './assumptions.ts'
import { grow } from './grow.ts'
import { exampleGrowth, figures, type GrowthInput, type MonthFigures } from './growth.ts'
import { type Drawn, runOnce } from './run.ts'

const everythingMost: GrowthInput = {
  contactable: 100_000_000,
  founders: 10_000,
  managerHours: 1_000,
  visitors: 100_000_000,
  t50: 8,
}
const nothing: GrowthInput = { contactable: 0, founders: 0, managerHours: 0, visitors: 0, t50: 24 }

describe('the reference community after two years', () => {
  const months = grow(exampleGrowth, { runs: 200 })
  const { figures: after } = months[23] as (typeof months)[number]

  test('is where members answer 90 per cent: for that, helpfulness is calibrated', () => {
    expect(Math.abs(after.answeredByMembers.mean - 0.9)).toBeLessThan(0.005)
  })

  test('meets what was published of communities', () => {
    expect(after.topTenth.p50).toBeGreaterThan(0.43)
    expect(after.topTenth.p50).toBeLessThan(0.69)
    expect(1 - after.unanswered.mean).toBeGreaterThanOrEqual(0.9)
    expect(after.superUsers.mean).toBeGreaterThan(0.001)
    expect(after.superUsers.mean).toBeLessThan(0.01)
    // Put in, not found out: who registers and ever writes is drawn between 20 and 30 per cent.
    expect(after.posters.mean / after.members.mean).toBeGreaterThan(0.2)
    expect(after.posters.mean / after.members.mean).toBeLessThan(0.3)
  })

  test('has had its hardest months before: fewer questions answered by members in the first', () => {
    expect(months[0]?.figures.answeredByMembers.mean).toBeLessThan(after.answeredByMembers.mean)
  })
})

describe('a director who plays with the numbers', () => {
  test('gets the same for the same, byte for byte', () => {
    expect(JSON.stringify(grow(exampleGrowth))).toBe(JSON.stringify(grow(exampleGrowth)))
  })

  test('gets the same on every machine', () => {
    const after = grow(exampleGrowth)[23]?.figures
    const found = [after?.posts.p50, after?.topTenth.p50, after?.answeredByMembers.mean]
    expect(found).toEqual([603, 0.5457472711269813, 0.9005856392581439])
  })

  test('sees nothing happen where nobody is invited and nobody comes', () => {
    for (const { figures: month } of grow(nothing)) {
      expect([month.members.p90, month.posts.p90, month.questions.p90, month.takenOff.mean]).toEqual([0, 0, 0, 0])
    }
  })

  test('sees founders carry the first months, and only with somebody who has time for them', () => {
    const firstMonth = (input: Partial<GrowthInput>) => grow({ ...exampleGrowth, ...input })[3]?.figures.posts.p50 ?? 0
    expect(firstMonth({ founders: 100 })).toBeGreaterThan(1.3 * firstMonth({ founders: 10 }))
    expect(firstMonth({ managerHours: 36 })).toBeGreaterThan(1.3 * firstMonth({ managerHours: 4 }))
  })

  test('sees employees answer what members leave, until their hours are used up', () => {
    const left = (input: Partial<GrowthInput>) => grow({ ...exampleGrowth, ...input })[23]?.figures.unanswered.mean ?? 0
    expect(left({ managerHours: 0 })).toBeGreaterThan(0.08)
    expect(left({ managerHours: 36 })).toBeLessThan(0.01)
    expect(left({ visitors: 3_000_000 })).toBeGreaterThan(0.05)
  })

  test('sees visitors who come sooner bring the line of 300 posts forward', () => {
    const takenOff = (t50: number) => grow({ ...exampleGrowth, t50 })[11]?.figures.takenOff.mean ?? 0
    expect(takenOff(8)).toBeGreaterThan(takenOff(20) + 0.3)
  })

  test('gets numbers that can be, whatever is asked', () => {
    const shares = ['answeredByMembers', 'unanswered', 'withinHour', 'topTenth', 'gini', 'superUsers', 'takenOff']
    for (const input of [nothing, everythingMost, { ...nothing, founders: 10_000 }, { ...nothing, visitors: 7 }]) {
      for (const month of grow(input)) {
        for (const figure of figures) {
          const { p10, p50, p90, mean } = month.figures[figure]
          expect(Number.isFinite(mean) && p10 <= p50 && p50 <= p90 && p10 >= 0, figure).toBe(true)
          if (shares.includes(figure)) expect(p90, figure).toBeLessThanOrEqual(1)
        }
      }
    }
  })
})

describe('written down a second time, by shares instead of people', () => {
  const atModes = Object.fromEntries(Object.entries(drawn).map(([name, [, mode]]) => [name, mode])) as Drawn

  test.each([
    { contactable: 0, founders: 0, managerHours: 0, visitors: 3_000_000, t50: 14 },
    { contactable: 20_000_000, founders: 0, managerHours: 150, visitors: 3_000_000, t50: 10 },
  ])('the same comes out with $managerHours hours a week', (input) => {
    const people = streamOf(7, 'people')
    const draw = () => toUnit(people.next())
    const life = runOnce(input, atModes, draw, { months: 36, mostPeople: 1e6, helpfulness: 2.6 })
    const again = straightLine(input)
    for (const month of [12, 18, 24, 30, 36]) {
      const one = life[month - 1] as MonthFigures
      for (const [figure, expected] of Object.entries(again[month - 1] as object)) {
        const found = one[figure as keyof MonthFigures]
        expect(Math.abs(found - expected) / expected, `${figure} in month ${month}`).toBeLessThan(0.03)
      }
    }
  })
})

/** The whole simulation once more as expected shares, from the published numbers and without any of the code above. */
function straightLine({ contactable, managerHours, visitors, t50 }: GrowthInput) {
  const kernels = [1.589, 2.295].map((b) => {
    const share: number[] = [0]
    let left = 1
    for (let n = 1; n <= 2000; n++) {
      const stop = n === 2000 ? 1 : 1.45 / (n + b)
      share.push(left * stop)
      left *= 1 - stop
    }
    const until = (n: number, age: number) => Math.min(n, 1 + Math.ceil(Math.max(3, n / 24) * age))
    return Array.from({ length: 37 }, (_, age) => {
      let writing = 0
      let posts = 0
      for (let n = 2; n <= 2000 && age > 0; n++) {
        if (until(n, age - 1) < n) writing += share[n] as number
        posts += (share[n] as number) * (until(n, age) - until(n, age - 1))
      }
      return { writing, posts }
    })
  })
  const cohorts: { month: number; people: number; answered: number }[] = []
  const months = []
  let members = 0
  let posters = 0
  let waiting = 0
  for (let month = 1; month <= 36; month++) {
    const newcomers =
      (visitors * 0.005) / (1 + Math.exp(-0.25 * (month - t50))) + (month <= 3 ? (contactable * 0.05 * 0.01) / 3 : 0)
    let helpers = 0
    let later = 0
    for (const cohort of cohorts) {
      const [unreplied, replied] = kernels.map((kernel) => kernel[month - cohort.month]) as [
        { writing: number; posts: number },
        { writing: number; posts: number },
      ]
      helpers += cohort.people * (cohort.answered * replied.writing + (1 - cohort.answered) * unreplied.writing)
      later += cohort.people * (cohort.answered * replied.posts + (1 - cohort.answered) * unreplied.posts)
    }
    const questions = newcomers * 0.7 + later * 0.15
    const open = questions + waiting
    const answeredByMembers = 1 - Math.exp((-2.6 * helpers) / open)
    const byStaff = Math.min((managerHours * 52 * 0.25 * 60) / 12 / 8, open * (1 - answeredByMembers))
    const unanswered = 1 - answeredByMembers - byStaff / open
    waiting = questions * unanswered
    cohorts.push({ month, people: newcomers, answered: 1 - unanswered })
    members += newcomers / 0.25
    posters += newcomers
    months.push({
      members,
      posters,
      active: helpers + newcomers,
      posts: later + newcomers,
      questions,
      answeredByMembers,
    })
  }
  return months
}
