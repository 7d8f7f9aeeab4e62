import { createHmac, timingSafeEqual } from 'node:crypto'

/** Shows that a member's form came from a page of ours in the same session. */
export const formTokenFor = (secret: string, sessionId: string): string =>
  createHmac('sha256', secret).update(`form\n${sessionId}`).digest('base64url')

/** `given` is whatever the request carried. */
export function isFormToken(given: unknown, secret: string, sessionId: string): boolean {
  if (typeof given !== 'string') return false
  const [left, right] = [Buffer.from(given), Buffer.from(formTokenFor(secret, sessionId))]
  return left.length === right.length && timingSafeEqual(left, right)
}
