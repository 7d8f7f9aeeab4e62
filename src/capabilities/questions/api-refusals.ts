import { type ApiExchange, fieldProblem, type ProblemStatus, problem } from '#community/api.ts'
import type { Actor } from '#community/members/actor.ts'
import { missing, type Reply } from '#platform/http/reply.ts'
import { refusalWords } from './handling.ts'
import type { Refusal } from './rules.ts'

const statuses: Record<Exclude<Refusal, 'removed' | 'no-board'>, ProblemStatus> = {
  blocked: 403,
  closed: 409,
  'not-yours': 403,
  'own-answer': 403,
  'own-question': 403,
  'own-post': 403,
  'only-staff': 403,
  'only-asker': 403,
  'has-answers': 409,
  'same-question': 409,
  'already-merged': 409,
  'already-duplicate': 409,
  'known-duplicate': 409,
  'no-such-question': 409,
  'already-proposed': 409,
  'rejected-before': 409,
  'already-settled': 409,
  'too-many-proposals': 429,
  'too-fast': 429,
  'too-many-today': 429,
  'same-text': 409,
  'too-long': 422,
}

/** "No, because…" of a rule, as the API says it. What was taken away is as missing here as what never was. */
export function refuse(
  x: ApiExchange<unknown, unknown, Actor>,
  reason: Refusal,
  deed: 'question' | 'post' = 'post',
): Reply {
  if (reason === 'removed') return missing
  if (reason === 'no-board') return fieldProblem(x.t, 'board', 'no-board', 'questions.refusal.no-board')
  const status = statuses[reason]
  const retryAfter = status === 429 ? secondsToWait(reason, x.viewer, deed, x.now) : undefined
  return problem(x.t, { status, code: reason, detail: refusalWords(x, reason), retryAfter })
}

const DAY = 24 * 60 * 60 * 1_000

/** The whole pause of the rule: longer than needed, never too short. */
function secondsToWait(reason: Refusal, actor: Actor, deed: 'question' | 'post', now: Date): number {
  if (reason === 'too-many-today') return 3_600
  const isNew = +now - +actor.joinedAt < DAY
  if (deed === 'question') return isNew ? 120 : 15
  return isNew ? 30 : 5
}
