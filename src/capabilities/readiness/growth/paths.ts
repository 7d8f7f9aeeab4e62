import { growthPath } from '../paths.ts'
import type { GrowthInput } from './growth.ts'

/** The page with what is known already; what is left out is as in the example. */
export function growthPathFor(known: Partial<GrowthInput>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(known)) if (value !== undefined) query.set(name, String(value))
  return query.size === 0 ? growthPath : `${growthPath}?${query}`
}
