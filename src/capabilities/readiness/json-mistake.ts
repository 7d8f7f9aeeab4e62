/** Where a text stops being JSON: the line, and the name that stands last before it. `message` is what the parser said. */
export function mistakeIn(text: string, message: string): { line: number; field?: string } {
  const before = text.slice(0, placeOfMistake(text, message))
  const field = [...before.matchAll(/"((?:[^"\\\n]|\\.)*)"\s*:/g)].at(-1)?.[1]
  return { line: before.split('\n').length, ...(field !== undefined && { field }) }
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
