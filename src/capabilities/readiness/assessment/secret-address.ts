import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A secret that nobody can guess: 256 bits, as it stands in the address. */
export const SECRET = /^[\w-]{43}$/

/**
 * The same form sent twice leads to the same address, without the secret being kept anywhere: it follows from the one-time
 * key of the form and from what was sent. Without such a key it is random.
 */
export function secretFor(siteSecret: string, once: unknown, content: unknown): string {
  if (typeof once !== 'string' || !/^[\w-]{8,64}$/.test(once)) return randomBytes(32).toString('base64url')
  return createHmac('sha256', siteSecret)
    .update(`${once}\n${JSON.stringify(content)}`)
    .digest('base64url')
}

/** What is stored of it. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
