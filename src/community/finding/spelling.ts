/** How far two words are apart as people hear and type them: letters put in, left out, changed or swapped. */
export function distance(asked: string, known: string): number {
  return Math.min(editDistance(asked, known), editDistance(sound(asked), sound(known)) + 0.5)
}

/** Whether somebody who typed the one may well have meant the other: one slip, two in a long word. */
export function mayBeMeant(asked: string, known: string): boolean {
  const allowed = asked.length >= 8 ? 2 : 1
  return Math.abs(asked.length - known.length) <= allowed + 1 && distance(asked, known) <= allowed + 0.5
}

/** 1 for the same word, less for every slip, relative to its length. */
export function closeness(asked: string, known: string): number {
  return Math.max(0, 1 - distance(asked, known) / Math.max(asked.length, known.length, 4))
}

/** Spellings that sound alike in Dutch become one: ei and ij, au and ou, c and k, doubled letters. */
function sound(word: string): string {
  return word
    .replaceAll('ij', 'y')
    .replaceAll('ei', 'y')
    .replaceAll('au', 'ou')
    .replaceAll('sch', 'sg')
    .replaceAll('ch', 'g')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replace(/dt\b/, 't')
    .replace(/d\b/, 't')
    .replace(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('v', 'f')
    .replace(/(.)\1+/g, '$1')
}

function editDistance(a: string, b: string): number {
  let older: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, at(older, j - 2) + 1)
      row.push(cost)
    }
    older = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY
