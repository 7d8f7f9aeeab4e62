import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Exchange } from '#community/exchange.ts'
import { readForm } from '#platform/http/forms.ts'
import { page, pageWithProblems, type Reply } from '#platform/http/reply.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { LastAsked } from '../last-asked.ts'
import { growthFields, growthQuery } from './forms.ts'
import { grow } from './grow.ts'
import { type Drawings, exampleGrowth, type GrowthInput, type GrowthMonth } from './growth.ts'
import { amountsIn } from './pages/amounts.ts'
import { GrowthPage } from './pages/growth-page.tsx'
import { GrowthProblems } from './pages/growth-problems.tsx'

/** GET /readiness/growth */
export async function showGrowth(x: Exchange): Promise<Reply> {
  const read = readForm(growthQuery, x.query)
  const given = (x.query ?? {}) as Record<string, unknown>
  if (!read.ok) return pageWithProblems(<GrowthProblems x={x} words={wordsOf(read.words)} problems={read.problems} />)
  const months = monthsFor(read.value)
  const drawings = await drawingsFor(months, x.language)
  const isExample = growthFields.every((field) => given[field] === undefined)
  return page(<GrowthPage x={x} input={read.value} months={months} drawings={drawings} isExample={isExample} />)
}

/** What was not typed stands as in the example. */
const wordsOf = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(growthFields.map((field) => [field, typed[field] ?? String(exampleGrowth[field])]))

const lastAsked = new LastAsked<GrowthMonth[]>(30)

function monthsFor(input: GrowthInput): GrowthMonth[] {
  const name = growthFields.map((field) => input[field]).join(' ')
  return lastAsked.get(name) ?? lastAsked.keep(name, grow(input))
}

const drawn = new WeakMap<readonly GrowthMonth[], Map<Language, Drawings>>()

/** Kept as long as the months are. Loaded when somebody first comes here: the rest of the house does without. */
async function drawingsFor(months: readonly GrowthMonth[], language: Language): Promise<Drawings> {
  const known = drawn.get(months)?.get(language)
  if (known) return known
  // Others may be served between the simulation and the drawing.
  const [{ drawGrowth }] = await Promise.all([import('./charts.ts'), nextTurn()])
  const drawings = drawGrowth(months, { month: String, amount: amountsIn(language) })
  drawn.set(months, (drawn.get(months) ?? new Map()).set(language, drawings))
  return drawings
}
