export type PatternRefusal = 'too-long' | 'not-plain' | 'too-loose'

/** Why a brand's pattern for customer numbers is not taken. Only letters, digits, spaces and hyphens, `\d`, `[A-Z]`
 *  classes and fixed or narrow counts (`{8}`, `{6,8}`, `?`) are, so that no pattern can be slow or hide a whole text. */
export function patternRefusal(pattern: string): PatternRefusal | undefined {
  if (pattern.length > 60) return 'too-long'
  const atoms = atomsOf(pattern)
  if (!atoms) return 'not-plain'
  const shortest = atoms.reduce((sum, atom) => sum + atom.least, 0)
  const digits = atoms.reduce((sum, atom) => sum + (atom.mayBeDigit ? atom.least : 0), 0)
  const ways = atoms.reduce((product, atom) => product * (atom.most - atom.least + 1), 1)
  return shortest < 5 || digits < 3 || ways > 64 ? 'too-loose' : undefined
}

/** Finds customer numbers in small or capital letters, also with a space, dot or hyphen between their characters. */
export function customerNumberFinder(pattern: string): RegExp | undefined {
  if (!pattern || patternRefusal(pattern)) return undefined
  const body = atomsOf(pattern)?.flatMap(({ one, least, most }) => [
    ...Array.from({ length: least }, () => one),
    ...Array.from({ length: most - least }, () => `(?:${one})?`),
  ])
  return new RegExp(`(?<![\\p{L}\\p{N}])${body?.join('[ .-]?')}(?![\\p{L}\\p{N}])`, 'giu')
}

interface Atom {
  one: string
  least: number
  most: number
  mayBeDigit: boolean
}

const ATOM = /(\\d|\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9])+\]|[A-Za-z0-9 -])(?:\{(\d{1,2})(?:,(\d{1,2}))?\}|(\?))?/y

function atomsOf(pattern: string): Atom[] | undefined {
  const atoms: Atom[] = []
  const reader = new RegExp(ATOM)
  while (reader.lastIndex < pattern.length) {
    const atom = atomFrom(reader.exec(pattern))
    if (!atom) return undefined
    atoms.push(atom)
  }
  return atoms
}

function atomFrom(match: RegExpExecArray | null): Atom | undefined {
  const one = match?.[1]
  if (!match || !one || !isClass(one)) return undefined
  const least = match[4] ? 0 : Number(match[2] ?? 1)
  const most = match[4] ? 1 : Number(match[3] ?? least)
  if (most < least || most > 20) return undefined
  return { one, least, most, mayBeDigit: one === '\\d' || /\d/.test(one) }
}

function isClass(one: string): boolean {
  try {
    return Boolean(new RegExp(one, 'u'))
  } catch {
    return false
  }
}
