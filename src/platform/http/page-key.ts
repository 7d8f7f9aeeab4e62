/**
 * What makes a page for visitors another page: its path, the query names its route knows, and the language. Nothing else
 * of the request reaches the cache. Null when the request is not one to keep: a name given twice, one of `unless`, or far
 * too long.
 */
export function pageKey(
  url: string,
  known: readonly string[],
  language: string,
  unless: readonly string[] = [],
): string | null {
  if (url.length > 500) return null
  const mark = url.indexOf('?')
  if (mark === -1) return `${language} ${url}`
  const kept = knownQuery(url.slice(mark + 1), known, unless)
  return kept === null ? null : `${language} ${url.slice(0, mark)}${kept === '' ? '' : `?${kept}`}`
}

/** The address in a key: the path with the query names that count. */
export const urlOf = (key: string): string => key.slice(key.indexOf(' ') + 1)

function knownQuery(query: string, known: readonly string[], unless: readonly string[]): string | null {
  const given = new URLSearchParams(query)
  if (unless.some((name) => given.has(name))) return null
  const kept = new URLSearchParams()
  for (const name of known) {
    const values = given.getAll(name)
    if (values.length > 1) return null
    if (values[0] !== undefined) kept.set(name, values[0])
  }
  return kept.toString()
}
