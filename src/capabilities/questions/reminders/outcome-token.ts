import { createHmac, timingSafeEqual } from 'node:crypto'

/** What one button of a reminder does, for one asker and one question. */
export interface OutcomeAct {
  readonly questionId: string
  readonly askerId: string
  readonly act: 'solved' | 'not-solved'
  /** The answer that solved it; null for "not solved" and for "solved in another way". */
  readonly answerId: string | null
}

const VALID_FOR = 30 * 24 * 60 * 60 * 1_000

/** Signs an act for 30 days. It opens no session and can do nothing else. */
export function writeOutcomeToken(secret: string, act: OutcomeAct, now: Date): string {
  const parts = [act.questionId, act.askerId, act.act, act.answerId ?? '', (+now + VALID_FOR).toString(36)]
  const payload = parts.join('.')
  return `${payload}.${signatureOf(secret, payload)}`
}

/** The act, or null when the token is not ours or its time has passed. */
export function readOutcomeToken(secret: string, token: string, now: Date): OutcomeAct | null {
  const at = token.lastIndexOf('.')
  if (at < 0 || token.length > 300) return null
  const payload = token.slice(0, at)
  if (!isSame(token.slice(at + 1), signatureOf(secret, payload))) return null
  const [questionId = '', askerId = '', act, answerId = '', until = ''] = payload.split('.')
  if (Number.parseInt(until, 36) < +now) return null
  if (act !== 'solved' && act !== 'not-solved') return null
  return { questionId, askerId, act, answerId: answerId || null }
}

const signatureOf = (secret: string, payload: string) =>
  createHmac('sha256', secret).update(`outcome\n${payload}`).digest('base64url')

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
