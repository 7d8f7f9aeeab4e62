import { z } from 'zod'
import { roles } from '#community/members/actor.ts'
import { choice, line, list, optional } from '#platform/http/forms.ts'
import { EXPERT_REASON_LONGEST, TITLE_LONGEST } from '../rules.ts'

export const rolesForm = z.object({
  role: list(choice(roles), roles.length),
  /** What stood ticked when the page was made: only differences count, so that two savings do not undo each other. */
  had: list(choice(roles), roles.length),
  staffTitle: optional(line(TITLE_LONGEST)),
  expertTitle: optional(line(TITLE_LONGEST)),
  expertReason: optional(line(EXPERT_REASON_LONGEST)),
})

export const handleQuery = z.object({ handle: optional(line(31)) })
