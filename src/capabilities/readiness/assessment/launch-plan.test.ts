import { describe, expect, it } from 'vitest'
import { massProbability } from './critical-mass.ts'
import energySupplier from './examples/energy-supplier.json' with { type: 'json' }
import giffgaff from './examples/giffgaff.json' with { type: 'json' }
import type { LaunchPlan } from './launch-plan.ts'
import { launchPlanFor } from './launch-plan.ts'
import { readAssessment } from './read-assessment.ts'

function read(json: unknown) {
  const answered = readAssessment(json)
  if ('problems' in answered) throw new Error(JSON.stringify(answered.problems))
  return answered.input
}
const plan = (...asked: Parameters<typeof launchPlanFor>) => launchPlanFor(...asked) as LaunchPlan

describe('the plan to begin', () => {
  it('there is none after a no', () => {
    expect(launchPlanFor(read(giffgaff), 'no')).toBeNull()
  })

  it('after "now" it is a launch, after "pilot" a pilot, after "not yet" the pilot for later', () => {
    expect(plan(read(giffgaff), 'now')).toMatchObject({ kind: 'launch', isAfterRepairs: false })
    expect(plan(read(giffgaff), 'pilot')).toMatchObject({ kind: 'pilot', isAfterRepairs: false })
    expect(plan(read(giffgaff), 'not-yet')).toMatchObject({ kind: 'pilot', isAfterRepairs: true })
  })

  it('whoever reaches 250,000 people needs 50 founders, and with 100 promised invites no more', () => {
    expect(plan(read(giffgaff), 'now').founders).toEqual({ wanted: 50, promised: 100, invite: 0, acceptance: 0.4 })
  })

  it('wants as few founders as give even odds, and never more than 100', () => {
    const { wanted, invite } = plan(read({ ...energySupplier, contactable: 115_000 }), 'pilot').founders
    expect(massProbability(115_000, wanted)).toBeGreaterThanOrEqual(0.5)
    expect(massProbability(115_000, wanted - 10)).toBeLessThan(0.5)
    expect(invite).toBe(Math.ceil((wanted - 25) / 0.4))
    expect(plan(read({ ...energySupplier, contactable: 500 }), 'pilot').founders.wanted).toBe(100)
    const { founders: _, contactable: __, ...unknown } = energySupplier
    expect(plan(read(unknown), 'pilot').founders).toMatchObject({ wanted: 100, promised: 0, invite: 250 })
  })

  it('reaches 300 posts, 100 people and 10 registrations a day in month 3, and stays there until it may stop', () => {
    const { months, stop } = plan(read(giffgaff), 'now')
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(months[0]).toEqual({ month: 1, posts: 100, active: 33, registrationsPerDay: 3 })
    for (const later of months.slice(2))
      expect(later).toMatchObject({ posts: 300, active: 100, registrationsPerDay: 10 })
    expect(stop).toMatchObject({ posts: 300, active: 100, registrationsPerDay: 10, firstLook: 6, stopBy: 9 })
  })

  it('has themes first and product second, more so when a cause or a need carries', () => {
    const leads = [
      [{ fans: 90, cause: 10, need: 10 }, 'fans', 20],
      [{ fans: 10, cause: 90, need: 10 }, 'cause', 30],
      [{ fans: 10, cause: 10, need: 90 }, 'need', 28],
    ] as const
    for (const [foundations, leading, themes] of leads) {
      const { content } = plan(read({ ...giffgaff, foundations }), 'now')
      expect(content).toMatchObject({ leading, themes, product: 40 - themes })
      const countOf = (about: string) =>
        content.pieces.filter((piece) => piece.about === about).reduce((sum, { count }) => sum + count, 0)
      expect([countOf('theme'), countOf('product')]).toEqual([themes, 40 - themes])
      expect(content.pieces[0]?.about).toBe('theme')
    }
  })

  it('takes two and a half jobs for a launch, half of that for a pilot', () => {
    expect(plan(read(giffgaff), 'now').jobs).toBe(2.5)
    expect(plan(read(giffgaff), 'pilot').jobs).toBe(1.25)
    expect(plan(read(giffgaff), 'now', 'small').jobs).toBeCloseTo(1, 1)
  })

  it('costs what the business case begins with, in euros', () => {
    const { budget } = plan(read(giffgaff), 'now')
    expect(budget.months).toBe(12)
    expect(budget.lines[0]).toEqual({ line: 'team', least: 100_000, likely: 162_500, most: 340_000 })
    expect(budget.total.likely).toBe(162_500 + 18_000 + 15_000 + 20_000 + 60_000)
    const pilot = plan(read(giffgaff), 'pilot').budget
    expect(pilot.total.likely).toBe(0.75 * (81_250 + 18_000 + 15_000 + 10_000) + 15_000)
    for (const { least, likely, most } of [...budget.lines, ...pilot.lines]) {
      expect(least).toBeLessThanOrEqual(likely)
      expect(likely).toBeLessThanOrEqual(most)
    }
  })
})
