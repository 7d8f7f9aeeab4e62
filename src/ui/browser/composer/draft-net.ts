import type { Fields } from './draft-fields.ts'

interface Kept {
  readonly fields: Fields
  readonly savedAt: string
}

const DAYS = 30

// Of whom it is stands in the key: another member in this browser never meets it.
const keyOf = (place: string) => `draft:${document.body.dataset.member ?? 'visitor'}:${place}`

export function keep(place: string, kept: Kept) {
  quietly(() => localStorage.setItem(keyOf(place), JSON.stringify(kept)))
}

export function recall(place: string): Kept | null {
  const kept = quietly(() => JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null') as Kept | null) ?? null
  if (!kept || typeof kept.fields !== 'object') return null
  if (Date.now() - Date.parse(kept.savedAt) < DAYS * 86_400_000) return kept
  forget(place)
  return null
}

export function forget(place: string) {
  quietly(() => localStorage.removeItem(keyOf(place)))
}

/** Storage may be switched off or full: the server's copy is then the only one. */
function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
