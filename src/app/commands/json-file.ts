import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { mistakeIn } from '#capabilities/readiness/json-mistake.ts'
import { repeatedNames } from '#capabilities/readiness/repeated-names.ts'

/** A case or an assessment of a few thousand characters; a megabyte is a mistake. */
const MOST_BYTES = 1_000_000

/** What a file holds, or a sentence that says why it cannot be read, with the field where reading ended. */
export function readJsonFile(path: string): { json: unknown } | { problem: string } {
  const read = readText(path)
  if ('problem' in read) return read
  const text = read.text.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { problem: `${path}: the file is empty; a JSON object is allowed` }
  try {
    const json: unknown = JSON.parse(text)
    const repeated = repeatedNames(text)
    return repeated.length === 0 ? { json } : { problem: repeated.map(onceOnly).join('\n') }
  } catch (error) {
    return { problem: `${path}: ${notJson(text, (error as Error).message)}` }
  }
}

function readText(path: string): { text: string } | { problem: string } {
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES) return tooLarge(path, `${(size / 1e6).toFixed(1)} MB`)
    const bytes = readAtMost(path, MOST_BYTES + 1)
    return bytes.length > MOST_BYTES ? tooLarge(path, 'larger than 1 MB') : { text: bytes.toString('utf8') }
  } catch (error) {
    return { problem: `${path}: cannot be read (${(error as NodeJS.ErrnoException).code})` }
  }
}

const tooLarge = (path: string, size: string) => ({ problem: `${path}: the file is ${size}; at most 1 MB is allowed` })

const onceOnly = (field: string) => `${field}: this name stands more than once; each name is allowed once`

/** A pipe or a device does not tell its size, and may never end. */
function readAtMost(path: string, most: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    let length = 0
    for (let read = -1; read !== 0 && length < most; length += read) {
      read = readSync(file, bytes, length, most - length, null)
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function notJson(text: string, message: string): string {
  const { line, field } = mistakeIn(text, message)
  return (
    `line ${line}${field === undefined ? '' : `, field ${field}`}: this is not JSON. Allowed are numbers such as ` +
    '1234.5 (a point before decimals, nothing between thousands, no NaN or Infinity), true, false, null, "text", ' +
    'and a comma between fields, not after the last.'
  )
}
