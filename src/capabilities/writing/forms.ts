import { z } from 'zod'
import { id, line, list } from '#platform/http/forms.ts'

/** Longer than any text may be: what is too long is still shown and saved, so that it can be made shorter. */
const LONGEST = 65_536

export const textForm = z.object({ text: z.string().max(LONGEST), keep: list(line(200), 50) })

/** The button under a text field, where there are no scripts: which field to show. */
export const previewButton = z.object({ of: z.string().regex(/^[a-z][\w-]{0,40}$/) })

export const suggestionQuery = z.object({ q: line(200, { min: 0 }).default('') })

export const altForm = z.object({ alt: line(400, { min: 0 }) })

export const attachmentId = id()

const place = z.string().regex(/^[a-z][a-z0-9:-]{0,79}$/)
const fieldName = z.string().regex(/^[a-z][\w-]{0,40}$/i)
const fieldValue = z.union([z.string().max(LONGEST), z.array(z.string().max(400)).max(20)])
const BYTES = 250_000

export const draftPlace = z.object({ place })

export const draftForm = z.object({
  place,
  fields: z
    .record(fieldName, fieldValue)
    .refine((fields) => Object.keys(fields).length <= 20 && Buffer.byteLength(JSON.stringify(fields)) <= BYTES),
})
