import { closeSync, openSync, readSync, statSync } from 'node:fs'
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
  const before = text.slice(0, placeOfMistake(text, message))
  const line = before.split('\n').length
  const field = [...before.matchAll(/"((?:[^"\\\n]|\\.)*)"\s*:/g)].at(-1)?.[1]
  return (
    `line ${line}${field === undefined ? '' : `, field ${field}`}: this is not JSON. Allowed are numbers such as ` +
    '1234.5 (a point before decimals, nothing between thousands, no NaN or Infinity), true, false, null, "text", ' +
    'and a comma between fields, not after the last.'
  )
}

const TOKEN = /\s+|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y

/** Where the parser says it stopped; it does not say so for words such as NaN, so those are looked for. */
function placeOfMistake(text: string, message: string): number {
  const told = /at position (\d+)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  TOKEN.lastIndex = 0
  let end = 0
  while (TOKEN.test(text)) end = TOKEN.lastIndex
  return end
}
