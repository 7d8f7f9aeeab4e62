const PARTS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g
const MOST_TOLD = 50
const LONGEST = 60

/**
 * Where a name stands more than once in the same object, such as `inputs.ask`: a parser keeps the last of them, and
 * which one was meant nobody knows. The text must be JSON already.
 */
export function repeatedNames(text: string): readonly string[] {
  const repeated = new Set<string>()
  const within: Place[] = []
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    if (part === '{' || part === '[') within.push({ names: part === '{' ? new Set() : null, at: part === '{' ? '' : 0 })
    else if (part === '}' || part === ']') within.pop()
    else if (part === ',') toNextItem(within.at(-1))
    else if (isName(text, index + part.length)) readName(JSON.parse(part), within, repeated)
    if (repeated.size >= MOST_TOLD) break
  }
  return [...repeated]
}

/** An object with the names so far, or a list; and where in it reading is. */
interface Place {
  names: Set<string> | null
  at: string | number
}

function readName(name: string, within: readonly Place[], repeated: Set<string>): void {
  const place = within.at(-1)
  if (!place?.names) return
  place.at = name
  if (place.names.has(name)) repeated.add(pathOf(within))
  place.names.add(name)
}

function toNextItem(place: Place | undefined): void {
  if (typeof place?.at === 'number') place.at += 1
}

const isName = (text: string, after: number): boolean => /^\s*:/.test(text.slice(after, after + 100))

const pathOf = (within: readonly Place[]): string =>
  within
    .map(({ at }) => (typeof at === 'number' ? `[${at}]` : `.${at}`))
    .join('')
    .slice(1, LONGEST + 1)
