import { z } from 'zod'
import { id, line, list, optional, text } from '#platform/http/forms.ts'
import { BODY_LENGTH } from '../asking/forms.ts'

export const answerForm = z.object({ body: text(BODY_LENGTH), keep: list(line(200), 20) })

export const commentForm = z.object({
  body: text(4_000),
  answerId: optional(id()),
  keep: list(line(200), 20),
})
