import { diffWordsWithSpace } from 'diff'

/** A piece of a text between two versions; `skipped` stands for words that stayed and are too many to repeat. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed' | 'skipped'
  readonly text: string
}

/** Null when the texts are too large, or too different, to be told apart in time. */
export type Compare = (before: string, after: string) => Stretch[] | null

/** Characters of both texts together. */
const LONGEST = 60_000
/** Words that came or went. Beyond this nobody reads a difference, and the work grows with the square of it. */
const MOST_CHANGES = 400
/** Unchanged words beside a change, in characters; only a longer piece than both sides is shortened. */
const BESIDE = 200

/**
 * Compares word by word. All comparisons of one page share its milliseconds, because nobody else is served meanwhile;
 * one that goes badly leaves most of them to the others.
 */
export function comparer(milliseconds = 100): Compare {
  let left = milliseconds
  return (before, after) => {
    if (before.length + after.length > LONGEST || left <= 0) return null
    const started = performance.now()
    const bounds = { timeout: Math.min(left, milliseconds / 4), maxEditLength: MOST_CHANGES }
    const changes = diffWordsWithSpace(sameEnds(before), sameEnds(after), bounds)
    left -= performance.now() - started
    return changes ? shortened(inPhrases(changes)) : null
  }
}

/** Browsers send lines that end in CR LF, programs do not. */
const sameEnds = (text: string) => text.replaceAll('\r\n', '\n')

interface Change {
  readonly value: string
  readonly added: boolean
  readonly removed: boolean
}

/** Changed words with only a space between them are read as one change. */
function inPhrases(changes: readonly Change[]): Stretch[] {
  const stretches: Stretch[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) stretches.push({ kind: 'removed', text: removed })
    if (added) stretches.push({ kind: 'added', text: added })
    removed = added = ''
  }
  changes.forEach((change, at) => {
    const isBetween = /^[^\S\n]+$/.test(change.value) && removed + added !== '' && at < changes.length - 1
    if (change.removed || (!change.added && isBetween)) removed += change.value
    if (change.added || (!change.removed && isBetween)) added += change.value
    if (change.added || change.removed || isBetween) return
    flush()
    stretches.push({ kind: 'same', text: change.value })
  })
  flush()
  return stretches
}

function shortened(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((stretch, at) => {
    if (stretch.kind !== 'same' || stretch.text.length <= 3 * BESIDE) return stretch
    // Cut between words, so that no letter of two units is halved.
    const start = at === 0 ? '' : stretch.text.slice(0, BESIDE).replace(/\S*$/, '')
    const end = at === stretches.length - 1 ? '' : stretch.text.slice(-BESIDE).replace(/^\S*/, '')
    const ends: Stretch[] = [
      { kind: 'same', text: start },
      { kind: 'skipped', text: stretch.text.slice(start.length, stretch.text.length - end.length) },
      { kind: 'same', text: end },
    ]
    return ends.filter(({ text }) => text !== '')
  })
}
