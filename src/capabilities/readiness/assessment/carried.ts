import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Answers, parseAnswers } from './answers.ts'

/** Browsers and proxies carry more, but not much more. */
export const CARRIED_LONGEST = 7_000
const LARGEST = 64 * 1024

/** Answers as a piece of an address: nothing is kept here, and the page can be read again, printed and sent on. */
export const carry = (answers: Answers): string =>
  deflateRawSync(JSON.stringify(sparse(answers)), { level: 9 }).toString('base64url')

/** What an address carries, or null when it is not what we made. */
export function readCarried(carried: unknown): Answers | null {
  if (typeof carried !== 'string' || !/^[\w-]+$/.test(carried) || carried.length > CARRIED_LONGEST) return null
  try {
    const json = inflateRawSync(Buffer.from(carried, 'base64url'), { maxOutputLength: LARGEST })
    return parseAnswers(JSON.parse(json.toString('utf8')))
  } catch {
    return null
  }
}

/** Without the parts that hold nothing: an address is no place for empty lists. */
const sparse = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).filter(([, part]) => typeof part !== 'object' || part === null || Object.keys(part).length),
  )
