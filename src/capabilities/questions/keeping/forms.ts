import { z } from 'zod'
import { checkbox, choice, id, line, optional, text } from '#platform/http/forms.ts'

/** No decision without a reason: it goes to the author. */
export const reasonForm = z.object({ reason: text(2_000) })

/** Lifting a restriction needs no reason. */
export const plainForm = z.object({})

export const moveForm = reasonForm.extend({ board: line(60) })

/** The other question, as a number or as the address of its page. */
export const otherQuestionForm = reasonForm.extend({ other: line(400) })

export const verificationForm = z.object({
  verdict: choice(['verified', 'outdated', 'none']),
  product: optional(line(120)),
  note: optional(text(2_000)),
})

export const escalationForm = z.object({ on: checkbox(), note: optional(text(2_000)) })

/** For what is on or off, with the answer it is about. */
export const switchForm = z.object({ on: choice(['true', 'false']).default('true') })

export const acceptanceForm = switchForm.extend({ answerId: optional(id()) })

/** The id in a number or an address such as /questions/12/waarom. */
export function questionIdIn(other: string): string | null {
  return /^\d{1,18}$/.exec(other.trim())?.[0] ?? /\/questions\/(\d{1,18})(?:[/?#]|$)/.exec(other)?.[1] ?? null
}
