import { z } from 'zod'
import { cleanLine, cleanText } from '#platform/http/clean.ts'
import { type AssessmentInput, ENABLERS, FOUNDATIONS, ITEMS, type ItemId } from './assessment.ts'
import { PLACE_CRITERIA, type PlaceAdvice, placeAnswersFrom, placeFor } from './elsewhere.ts'
import { STEP } from './items.ts'
import { type RankedObjective, rankObjectives, SIGNALS, signalsFrom } from './objectives.ts'
import { REACH_SOURCES, type Reach, reachFrom } from './reach.ts'

export const NOTE_LONGEST = 500
export const TITLE_LONGEST = 120
/** More customers than there are people is a typing error. */
export const MOST_PEOPLE = 100_000_000

const people = z.int().min(0).max(MOST_PEOPLE)
const share = z.number().min(0).max(1)
const degree = (least: number, most: number) => z.number().min(least).max(most)
const name = z.string().regex(/^[a-zA-Z-]{1,40}$/)

const itemAnswer = z.object({
  /** 0 to 4; between two anchors when several people answered. */
  answer: z.number().min(0).max(4),
  confidence: share,
  note: z.string().transform(cleanText).pipe(z.string().max(NOTE_LONGEST)).optional(),
})

const shape = z.object({
  title: z.string().transform(cleanLine).pipe(z.string().max(TITLE_LONGEST)).optional(),
  items: z.partialRecord(z.enum(ITEMS), itemAnswer).default({}),
  legal: z.boolean().nullable().optional(),
  contactable: people.optional(),
  founders: people.optional(),
  sources: z.record(name, z.object({ size: people, overlap: share, permission: share, conversion: share })).default({}),
  place: z.record(name, degree(-2, 2)).default({}),
  signals: z.record(name, degree(0, 4)).default({}),
})

/** What one person answered. All of it may still be missing. It travels in the address, or is kept. */
export type Answers = z.output<typeof shape>
export type ItemAnswer = z.output<typeof itemAnswer>

export const noAnswers: Answers = { items: {}, sources: {}, place: {}, signals: {} }

/** Null for what is not the answers of this questionnaire. */
export function parseAnswers(input: unknown): Answers | null {
  const parsed = shape.safeParse(input)
  return parsed.success ? parsed.data : null
}

/** What was kept was checked before; a later questionnaire may ask otherwise, and then it is asked anew. */
export const readAnswers = (kept: unknown): Answers => parseAnswers(kept) ?? noAnswers

/** The questions that must be answered before there is anything to say. */
export const unanswered = ({ items }: Answers): ItemId[] => ITEMS.filter((item) => items[item] === undefined)

/** What the calculation takes, or null while a question is open. */
export function inputOf(answers: Answers): AssessmentInput | null {
  if (unanswered(answers).length > 0) return null
  const { legal = null, founders = null } = answers
  const scores = <Id extends ItemId>(ids: readonly Id[]) =>
    Object.fromEntries(ids.map((id) => [id, STEP * (answers.items[id]?.answer ?? 0)])) as Record<Id, number>
  const confidence = Object.fromEntries(ITEMS.map((id) => [id, answers.items[id]?.confidence ?? 1]))
  return {
    foundations: scores(FOUNDATIONS),
    enablers: scores(ENABLERS),
    confidence: confidence as Record<ItemId, number>,
    legal,
    contactable: answers.contactable ?? reachOf(answers)?.contactable ?? null,
    founders,
  }
}

/** Evidence is long, and an address is short. */
export function withoutNotes(answers: Answers): Answers {
  const items = Object.entries(answers.items).map(([item, { answer, confidence }]) => [item, { answer, confidence }])
  return { ...answers, items: Object.fromEntries(items) }
}

/** Who can be reached according to the table of places; null while nothing stands in it. */
export function reachOf({ sources }: Answers): Reach | null {
  const rows = REACH_SOURCES.flatMap((source) => {
    const row = sources[source]
    return row ? [{ source, ...row }] : []
  })
  return rows.length > 0 ? reachFrom(rows) : null
}

/** Own address or elsewhere: what was answered, and what the assessment tells already. */
export function placeOf(answers: Answers, input: AssessmentInput): PlaceAdvice {
  const given = PLACE_CRITERIA.flatMap(({ id }) => (answers.place[id] === undefined ? [] : [[id, answers.place[id]]]))
  return placeFor({ ...placeAnswersFrom(input), ...Object.fromEntries(given) })
}

export function objectivesOf(answers: Answers, input: AssessmentInput): RankedObjective[] {
  const given = SIGNALS.flatMap((id) => (answers.signals[id] === undefined ? [] : [[id, answers.signals[id]]]))
  return rankObjectives({ ...signalsFrom(input), ...Object.fromEntries(given) })
}
