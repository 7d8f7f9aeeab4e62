import { z } from 'zod'
import { choice, cursorId, line, optional, text } from '#platform/http/forms.ts'
import { REASON_LONGEST } from '../rules.ts'

export const peopleQuery = z.object({
  q: optional(line(254)),
  view: choice(['all', 'blocked']).default('all'),
  after: cursorId().optional(),
})

/** No decision without a reason: it goes to the person. */
export const blockForm = z.object({ act: choice(['block', 'unblock']), reason: text(REASON_LONGEST) })
