import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits, safe in a cookie and in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to recognise it, of no use to whoever reads the table. */
export const hashOfToken = (token: string): string => hash('sha256', token, 'base64url')

/** Six digits, the same chance for each. */
export const newCode = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0')

/** A code has only a million values: without the installation's secret its hash would be read back in a second. */
export const hashOfCode = (secret: string, ticket: string, code: string): string =>
  createHmac('sha256', secret).update(`${ticket}\n${code}`).digest('base64url')

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
