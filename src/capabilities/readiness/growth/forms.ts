import { z } from 'zod'
import { exampleGrowth, type GrowthInput } from './growth.ts'

/** What each field allows; the same numbers stand in its hint and in what is said when it does not read. */
export const allowed: Readonly<Record<keyof GrowthInput, { readonly min: number; readonly max: number }>> = {
  contactable: { min: 0, max: 100_000_000 },
  founders: { min: 0, max: 10_000 },
  managerHours: { min: 0, max: 1_000 },
  visitors: { min: 0, max: 100_000_000 },
  t50: { min: 8, max: 24 },
}

export const growthFields = Object.keys(allowed) as (keyof GrowthInput)[]

/** Of the address: what is not in it is as in the example, what is in it must read. */
export const growthQuery = z.object({
  contactable: field('contactable'),
  founders: field('founders'),
  managerHours: field('managerHours'),
  visitors: field('visitors'),
  t50: field('t50'),
})

// A dot in 50.000 may mean thousands or a fraction: nobody guesses.
function field(name: keyof GrowthInput) {
  const { min, max } = allowed[name]
  const reads = (value: string) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max
  return z
    .string()
    .trim()
    .refine(reads, { params: { code: 'growth.problem.whole', min, max } })
    .transform(Number)
    .default(exampleGrowth[name])
}
