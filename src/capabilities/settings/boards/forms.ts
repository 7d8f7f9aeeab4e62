import { z } from 'zod'
import { choice, line, optional, text } from '#platform/http/forms.ts'
import { BOARD_NAME_LONGEST, DESCRIPTION_LONGEST, isSlug, SLUG_LONGEST } from '../rules.ts'

const slug = line(SLUG_LONGEST).refine(isSlug, { params: { code: 'settings.refusal.slug-form' } })

export const boardForm = z.object({
  name: line(BOARD_NAME_LONGEST),
  nameEn: optional(line(BOARD_NAME_LONGEST)),
  description: text(DESCRIPTION_LONGEST, { min: 0 }),
  descriptionEn: optional(text(DESCRIPTION_LONGEST)),
  /** Left empty, it is made of the name. */
  slug: optional(slug),
  access: choice(['everyone', 'members', 'listed']),
})

export const listedForm = z.object({ handle: line(31) })
