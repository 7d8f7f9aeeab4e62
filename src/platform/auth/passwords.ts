import { hash, verify } from '@node-rs/argon2'
import { isGuessedFirst } from './guessed-first.ts'

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-common'

const MIN_CHARACTERS = 10
// Hashing costs time and memory per byte: what is longer is refused before it, never cut.
const MAX_BYTES = 256

/** Why this cannot be a password; `known` holds words that everybody could guess for this person. */
export function passwordProblem(password: string, known: readonly string[] = []): PasswordProblem | null {
  if (Buffer.byteLength(password) > MAX_BYTES) return 'password-too-long'
  if ([...password].length < MIN_CHARACTERS) return 'password-too-short'
  return isGuessedFirst(password, known) ? 'password-common' : null
}

/** Argon2id with the package's defaults: 19 MiB, two passes, as OWASP advises. */
export const hashPassword = (password: string): Promise<string> => hash(password)

export async function verifyPassword(kept: string, password: string): Promise<boolean> {
  if (Buffer.byteLength(password) > MAX_BYTES) return (await verifyNothing()) && false
  return verify(kept, password)
}

let nothing: Promise<string> | undefined

/** Takes as long as a real check, for addresses without a password. */
export async function verifyNothing(password = ''): Promise<false> {
  nothing ??= hashPassword('nobody has this one')
  await verify(await nothing, password.slice(0, MAX_BYTES))
  return false
}
