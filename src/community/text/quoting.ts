/** What somebody said in a post, to be put into another with their name and a link to where they said it. */
export interface Quoted {
  readonly name: string
  /** The lasting address of the post. */
  readonly path: string
  /** Plain words, a line per paragraph or item. */
  readonly words: string
}

/** Markdown that reads as well as it looks. Nothing in name or words does more than stand there. */
export function quoteOf({ name, path, words }: Quoted): string {
  const lines = cutAt(tidied(words), LONGEST).split('\n').map(literal)
  const said = `[${literal(name.replace(/\s+/g, ' ').trim())}](${path}):`
  return [said, ...(lines.join('') === '' ? [] : ['', ...lines])].map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** The beginning of a long post: whole sentences where they are not too far apart, else whole words. */
export function beginningOf(words: string): string {
  const text = tidied(words)
  if (text.length <= BEGINNING) return text
  const cut = cutAt(text, BEGINNING)
  const sentence = [...cut.matchAll(/[.!?…](?=\s)/g)].at(-1)?.index ?? 0
  if (sentence > BEGINNING / 2) return `${cut.slice(0, sentence + 1)} …`
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'))
  return `${(space > BEGINNING / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/, '')}…`
}

/** Where the link of a quote leads: to a post of ours. */
export const POST_ADDRESS = /^\/questions\/[1-9]\d*(?:\/(?:answers|comments)\/[1-9]\d*)?$/

/** As much as somebody may select; an answer has room for several. */
const LONGEST = 4_000
const BEGINNING = 400

// Never through the middle of a character.
const cutAt = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

const tidied = (words: string): string =>
  words
    .split(/\r\n?|[\n\u2028\u2029\u0085]/)
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Signs that mean something in Markdown mean themselves; addresses stay whole. */
function literal(line: string): string {
  return line
    .replace(/[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replace(/^(?=[#>+=|:-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
}
