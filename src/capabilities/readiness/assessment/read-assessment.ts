import {
  type AssessmentInput,
  ENABLERS,
  type EnablerId,
  FOUNDATIONS,
  type FoundationId,
  ITEMS,
  type ItemId,
} from './assessment.ts'
import type { Problem } from './problem.ts'

/** More people than there are cannot be invited. */
export const MOST_CONTACTABLE = 8_000_000_000
export const MOST_FOUNDERS_NAMED = 1_000_000

const NAMES = ['foundations', 'enablers', 'confidence', 'legal', 'contactable', 'founders']

export type ReadAssessment = { readonly input: AssessmentInput } | { readonly problems: readonly Problem[] }

/**
 * The answers in a file, or everything that is wrong with them. Nothing is corrected on the way: scores are numbers from
 * 0 to 100, all nine are there; confidence is one number from 0 to 1, or one per item, and 1 where it is not given.
 */
export function readAssessment(json: unknown): ReadAssessment {
  const problems: Problem[] = []
  if (!isRecord(json)) return { problems: [{ field: '', code: 'not-an-object', values: { names: NAMES.join(', ') } }] }
  refuseUnknown(problems, '', json, NAMES)
  const input = {
    foundations: readScores<FoundationId>(problems, 'foundations', json.foundations, FOUNDATIONS),
    enablers: readScores<EnablerId>(problems, 'enablers', json.enablers, ENABLERS),
    confidence: readConfidence(problems, json.confidence),
    legal: readLegal(problems, json.legal),
    contactable: readCount(problems, 'contactable', json.contactable, MOST_CONTACTABLE),
    founders: readCount(problems, 'founders', json.founders, MOST_FOUNDERS_NAMED),
  }
  return problems.length > 0 ? { problems } : { input }
}

function readScores<Id extends string>(problems: Problem[], field: string, given: unknown, ids: readonly Id[]) {
  const record = given === undefined ? {} : given
  if (isRecord(record)) refuseUnknown(problems, field, record, ids)
  else problems.push({ field, code: 'not-an-object', values: { names: ids.join(', ') } })
  const scores = ids.map((id) => [id, isRecord(record) ? readNumber(problems, `${field}.${id}`, record[id], 100) : 0])
  return Object.fromEntries(scores) as Record<Id, number>
}

function readConfidence(problems: Problem[], given: unknown): Record<ItemId, number> {
  const each = isRecord(given) ? given : {}
  refuseUnknown(problems, 'confidence', each, ITEMS)
  const all = isRecord(given) || given === undefined ? 1 : readNumber(problems, 'confidence', given, 1)
  const confidence = ITEMS.map((id) => {
    const isGiven = Object.hasOwn(each, id)
    return [id, isGiven ? readNumber(problems, `confidence.${id}`, each[id], 1) : all]
  })
  return Object.fromEntries(confidence) as Record<ItemId, number>
}

function readLegal(problems: Problem[], given: unknown): boolean | null {
  if (given === undefined || given === null) return null
  if (typeof given === 'boolean') return given
  problems.push({ field: 'legal', code: 'not-true-or-false', values: {} })
  return null
}

function readCount(problems: Problem[], field: string, given: unknown, most: number): number | null {
  if (given === undefined || given === null) return null
  const count = readNumber(problems, field, given, most)
  if (!Number.isInteger(count)) problems.push({ field, code: 'not-whole', values: { least: 0, most } })
  return count
}

/** 0 where it did not read: the problem is told, and with a problem no number goes anywhere. */
function readNumber(problems: Problem[], field: string, given: unknown, most: number): number {
  const code = whatIsWrong(given, most)
  if (code === null) return given as number
  problems.push({ field, code, values: { least: 0, most } })
  return 0
}

function refuseUnknown(problems: Problem[], within: string, given: object, names: readonly string[]): void {
  const values = { names: names.join(', ') }
  for (const name of Object.keys(given)) {
    const field = within === '' ? shortened(name) : `${within}.${shortened(name)}`
    if (!names.includes(name)) problems.push({ field, code: 'unknown-name', values })
  }
}

function whatIsWrong(given: unknown, most: number): Problem['code'] | null {
  if (given === undefined) return 'missing'
  if (typeof given === 'string' && /^\s*-?[\d.\s]*,\d+\s*$/.test(given)) return 'decimal-comma'
  if (typeof given !== 'number') return 'not-a-number'
  if (!Number.isFinite(given)) return 'not-finite'
  return given < 0 || given > most ? 'out-of-range' : null
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

/** A name that nobody meant may be a megabyte long. */
function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
