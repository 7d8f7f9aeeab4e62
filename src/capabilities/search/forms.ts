import { z } from 'zod'
import { choice, line, optional, whole } from '#platform/http/forms.ts'

export const LONGEST_SEARCH = 200
const slug = () => optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/))
const words = () =>
  z
    .string()
    .transform((value) => value.slice(0, LONGEST_SEARCH))
    .pipe(line(LONGEST_SEARCH, { min: 0 }))

export const searchQuery = z.object({
  q: words().default(''),
  board: slug(),
  product: slug(),
  state: optional(choice(['solved', 'open', 'unanswered'])),
  age: optional(whole({ min: 1, max: 3650 })),
  cursor: optional(line(40)),
})

export const suggestionQuery = z.object({ q: z.string().max(LONGEST_SEARCH).default('') })

export const otherwises = ['call', 'chat', 'mail', 'nothing'] as const
export type Otherwise = (typeof otherwises)[number]

/** Made by chance for one visit; tells two taps of one visit together and nobody from anybody. */
const journey = () => z.string().regex(/^[A-Za-z0-9_-]{16,32}$/)

export const helpfulnessForm = z.object({
  solved: choice(['yes', 'no']),
  journey: optional(journey()),
  otherwise: optional(choice(otherwises)),
  words: optional(line(LONGEST_SEARCH)),
})

export const helpfulnessQuery = z.object({
  solved: choice(['yes', 'no']).default('yes'),
  journey: optional(journey()),
  told: optional(choice(['1'])),
  words: optional(line(LONGEST_SEARCH)),
})
