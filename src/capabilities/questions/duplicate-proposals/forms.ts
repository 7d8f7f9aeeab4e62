import { z } from 'zod'
import { line, optional, text } from '#platform/http/forms.ts'

/** Words to look for, or the number or address of the question. */
export const lookingQuery = z.object({ q: line(400, { min: 0 }).default('') })

export const proposalForm = z.object({
  /** The other question, as its number or the address of its page. */
  other: line(400),
  reason: optional(text(1_000)),
  q: line(400, { min: 0 }).default(''),
})
