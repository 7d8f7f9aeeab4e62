import { z } from 'zod'
import { line, optional, text } from '#platform/http/forms.ts'

/** Words to look for, or the number or address of the question; and what was chosen and written before. */
export const lookingQuery = z.object({
  q: line(400, { min: 0 }).default(''),
  other: optional(line(400)),
  reason: optional(text(1_000)),
})

export const proposalForm = z.object({
  /** The other question, as its number or the address of its page. */
  other: line(400),
  reason: optional(text(1_000)),
  q: line(400, { min: 0 }).default(''),
})
