import { createHash } from 'node:crypto'

/** A number from 0 up to 1 that is always the same for the same words: the demo is the same wherever it starts. */
export function chance(...words: readonly (string | number)[]): number {
  return createHash('sha1').update(words.join('\0')).digest().readUInt32BE(0) / 2 ** 32
}

/** A moment between two others, nearer to the first; `from` itself where there is nothing between. */
export function momentBetween(from: Date, until: Date, ...words: readonly string[]): Date {
  const length = Math.max(0, +until - +from)
  return new Date(+from + length * chance(...words) ** 3)
}
