import { z } from 'zod'
import { cleanLine } from '#platform/http/clean.ts'
import { choice, line, optional, type Reading, readForm, text } from '#platform/http/forms.ts'
import { type Answers, MOST_PEOPLE, NOTE_LONGEST, TITLE_LONGEST } from './answers.ts'
import { ENABLERS, FOUNDATIONS, type ItemId } from './assessment.ts'
import { PLACE_ANSWERS, PLACE_CRITERIA } from './elsewhere.ts'
import { ANSWERS, CONFIDENCES } from './items.ts'
import { SIGNALS } from './objectives.ts'
import { STEPS, type StepName } from './paths.ts'
import { REACH_SHARES, REACH_SOURCES } from './reach.ts'

export const NAME_LONGEST = 60
/** How sure somebody is who did not say. */
const UNSAID = 0.5

const ITEMS_OF: Partial<Record<StepName, readonly ItemId[]>> = { foundations: FOUNDATIONS, enablers: ENABLERS }

/** The answers after one step of the questionnaire, or the words as they were typed with a problem per field. */
export function readStep(step: StepName, body: unknown, before: Answers): Reading<Answers> {
  // Whoever goes on later may leave open what is not known yet.
  const mayBeOpen = (body as { go?: unknown } | null)?.go === 'later'
  const items = ITEMS_OF[step]
  if (items) return after(readForm(itemsForm(items, mayBeOpen), body), (value) => withItems(before, items, value))
  if (step === 'means') return after(readForm(meansForm, body), (value) => withMeans(before, value))
  if (step === 'place') {
    return after(readForm(placeForm, body), (value) => ({ ...before, place: numbersIn(value, 'place-') }))
  }
  return after(readForm(signalsForm, body), (value) => ({ ...before, signals: numbersIn(value, 'signal-') }))
}

export const keepForm = z.object({ title: line(TITLE_LONGEST), name: line(NAME_LONGEST) })

export const respondentForm = z.object({ name: line(NAME_LONGEST) })

export const stepQuery = z.object({ step: choice(STEPS).default('foundations') })

function after<T>(reading: Reading<T>, then: (value: T) => Answers): Reading<Answers> {
  return reading.ok ? { ok: true, value: then(reading.value) } : reading
}

type Values = Readonly<Record<string, unknown>>

function itemsForm(items: readonly ItemId[], mayBeOpen: boolean) {
  const answer = choice(['0', '1', '2', '3', '4'])
  const fields = items.flatMap((item) => [
    [item, mayBeOpen ? optional(answer) : answer],
    [`${item}-confidence`, optional(choice(CONFIDENCES.map(({ code }) => code)))],
    [`${item}-note`, optional(text(NOTE_LONGEST, { min: 0 }))],
  ])
  return z.object(Object.fromEntries(fields) as Record<string, z.ZodType>)
}

function withItems(before: Answers, items: readonly ItemId[], value: Values): Answers {
  const given = items.flatMap((item) => (value[item] === undefined ? [] : [[item, itemIn(item, value)]]))
  const others = Object.entries(before.items).filter(([item]) => !items.includes(item as ItemId))
  return { ...before, items: Object.fromEntries([...others, ...given]) }
}

function itemIn(item: ItemId, value: Values) {
  const sure = CONFIDENCES.find(({ code }) => code === value[`${item}-confidence`])?.value ?? UNSAID
  const note = value[`${item}-note`]
  return { answer: Number(value[item]), confidence: sure, ...(note ? { note: String(note) } : {}) }
}

/** A number of people in digits alone: "10.000" is ten to one and ten thousand to another, so it is asked again. */
const people = () =>
  optional(
    z
      .string()
      .transform(cleanLine)
      .refine((typed) => /^\d{1,10}$/.test(typed) && Number(typed) <= MOST_PEOPLE, {
        params: { code: 'assessment.problem.people', most: MOST_PEOPLE },
      })
      .transform(Number),
  )

/** Per cents as people type them, with a comma or a point, as a share of 0 to 1. */
const percent = () =>
  optional(
    z
      .string()
      .transform((typed) => cleanLine(typed).replace(/\s?%$/, '').replace(',', '.'))
      .refine((typed) => /^\d{1,3}(\.\d{1,3})?$/.test(typed) && Number(typed) <= 100, {
        params: { code: 'assessment.problem.percent' },
      })
      .transform((typed) => Number(typed) / 100),
  )

const SHARES = ['overlap', 'permission', 'conversion'] as const

const meansForm = z.object({
  legal: optional(choice(['yes', 'no', 'unknown'])),
  contactable: people(),
  founders: people(),
  ...(Object.fromEntries(
    REACH_SOURCES.flatMap((source) => [
      [`${source}-size`, people()],
      ...SHARES.map((part) => [`${source}-${part}`, percent()]),
    ]),
  ) as Record<string, z.ZodType>),
})

const legalSaid = { yes: true, no: false, unknown: null } as const

function withMeans(before: Answers, value: Values): Answers {
  const { contactable, founders } = value as { contactable?: number; founders?: number }
  const legal = legalSaid[value.legal as keyof typeof legalSaid] ?? null
  return { ...before, legal, contactable, founders, sources: sourcesIn(value) }
}

/** Rows of the table with a number of people; a share that was left out is as we assume. */
function sourcesIn(value: Values): Answers['sources'] {
  const rows = REACH_SOURCES.flatMap((source) => {
    const size = value[`${source}-size`] as number | undefined
    if (size === undefined) return []
    const shares = SHARES.map((part) => [part, value[`${source}-${part}`] ?? REACH_SHARES[source][part]])
    return [[source, { size, ...Object.fromEntries(shares) }]]
  })
  return Object.fromEntries(rows)
}

/** What the assessment tells already is not asked again. */
export const ASKED_CRITERIA = PLACE_CRITERIA.filter(({ id }) => id !== 'smallTeam' && id !== 'smallField')
export const ASKED_SIGNALS = SIGNALS.filter((signal) => signal !== 'contacts' && signal !== 'praise')

const placeForm = degreesForm(
  ASKED_CRITERIA.map(({ id }) => `place-${id}`),
  PLACE_ANSWERS.map(String),
)

const signalsForm = degreesForm(
  ASKED_SIGNALS.map((signal) => `signal-${signal}`),
  ANSWERS.map(String),
)

function degreesForm(names: readonly string[], degrees: readonly string[]) {
  return z.object(
    Object.fromEntries(names.map((name) => [name, optional(choice(degrees))])) as Record<string, z.ZodType>,
  )
}

function numbersIn(value: Values, prefix: string): Record<string, number> {
  const given = Object.entries(value).filter(([, degree]) => degree !== undefined)
  return Object.fromEntries(given.map(([name, degree]) => [name.slice(prefix.length), Number(degree)]))
}
