import { z } from 'zod'
import { choice, line, optional } from '#platform/http/forms.ts'
import { TAG_LONGEST } from '../rules.ts'

export const tagForm = z.object({ name: line(TAG_LONGEST) })

export const mergeForm = z.object({ into: line(TAG_LONGEST) })

export const tagsQuery = z.object({
  q: optional(line(TAG_LONGEST)),
  view: choice(['all', 'unused']).default('all'),
  after: optional(line(TAG_LONGEST)),
})
