import { z } from 'zod'
import { patternRefusal } from '#community/text/customer-numbers.ts'
import { choice, line, optional, text, whole } from '#platform/http/forms.ts'
import { BRAND_NAME_LONGEST, isZone, PATTERN_LONGEST, SAMPLE_LONGEST } from '../rules.ts'

export const namingForm = z.object({
  name: line(BRAND_NAME_LONGEST),
  addressForm: choice(['je', 'u']),
  language: choice(['nl', 'en']),
  zone: line(60).refine(isZone, { params: { code: 'settings.problem.zone' } }),
  communityConfirmations: whole({ min: 1, max: 20 }),
})

export const hueForm = z.object({ hue: whole({ min: 0, max: 359 }) })

/** The hue in an address, to look at before it is kept. */
export const hueQuery = z.object({ hue: whole({ min: 0, max: 359 }).optional() })

const pattern = line(PATTERN_LONGEST)
  .refine((it) => patternRefusal(it) !== 'not-plain', { params: { code: 'settings.problem.pattern-not-plain' } })
  .refine((it) => patternRefusal(it) !== 'too-loose', { params: { code: 'settings.problem.pattern-too-loose' } })

/** Empty: this brand has no customer numbers to mask. */
export const patternForm = z.object({ pattern: optional(pattern), sample: optional(text(SAMPLE_LONGEST)) })

export const patternTrialForm = z.object({ pattern, sample: text(SAMPLE_LONGEST) })
