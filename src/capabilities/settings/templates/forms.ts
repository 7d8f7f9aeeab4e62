import { z } from 'zod'
import { checkbox, choice, line, optional } from '#platform/http/forms.ts'
import { GUIDANCE_LONGEST, PROMPT_HINT_LONGEST, PROMPT_LABEL_LONGEST } from '../rules.ts'

export const guidanceForm = z.object({
  guidance: optional(line(GUIDANCE_LONGEST)),
  guidanceEn: optional(line(GUIDANCE_LONGEST)),
})

export const promptForm = z.object({
  label: line(PROMPT_LABEL_LONGEST),
  labelEn: optional(line(PROMPT_LABEL_LONGEST)),
  hint: optional(line(PROMPT_HINT_LONGEST)),
  hintEn: optional(line(PROMPT_HINT_LONGEST)),
  kind: choice(['line', 'text']),
  isRequired: checkbox(),
})
