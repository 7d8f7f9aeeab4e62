/** Text as a reader sees it: entities, escapes, wide digits and hidden characters undone, each character still knowing
 *  where in the original it stood. */
export interface SeenText {
  text: string
  /** Begin and end in the original of each UTF-16 unit of `text`. */
  starts: number[]
  ends: number[]
}

export function seenText(original: string): SeenText {
  if (!SPECIAL.test(original)) return asItStands(original)
  const seen: SeenText = { text: '', starts: [], ends: [] }
  const parts: string[] = []
  for (const match of original.matchAll(PIECE)) {
    const shown = shownAs(match[0])
    for (let unit = 0; unit < shown.length; unit++) {
      seen.starts.push(match.index)
      seen.ends.push(match.index + match[0].length)
    }
    parts.push(shown)
  }
  seen.text = parts.join('')
  return seen
}

/** Most texts hold nothing that is shown as something else. */
const SPECIAL = /[^\t\n -~]|[&\\]/

function asItStands(text: string): SeenText {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < text.length; at++) {
    starts.push(at)
    ends.push(at + 1)
  }
  return { text, starts, ends }
}

// An entity, an escaped sign, or one character.
const PIECE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|\\[!-/:-@[-`{-~]|[\s\S]/giu

function shownAs(piece: string): string {
  if (piece.length === 1 && piece <= '~') return piece
  if (piece.startsWith('\\') && piece.length === 2) return piece.slice(1)
  if (piece.startsWith('&') && piece.length > 2) return entity(piece)
  if (HIDDEN.test(piece)) return ''
  if (/\p{Nd}/u.test(piece)) return digit(piece)
  if (/\p{Zs}/u.test(piece)) return ' '
  if (/\p{Pd}|\u2212|\u00ad/u.test(piece)) return '-'
  return /[\uff01-\uff5e]|[\u{1d400}-\u{1d7ff}]/u.test(piece) ? piece.normalize('NFKC') : piece
}

const HIDDEN = /^(?:\p{Cf}|\ufe0f|\u20e3|\u034f|\u115f|\u3164|[^\P{Cc}\t\n])$/u

function entity(piece: string): string {
  const named = NAMED[piece.slice(1, -1).toLowerCase()]
  if (named !== undefined) return named
  const code = /^&#x/i.test(piece) ? Number.parseInt(piece.slice(3), 16) : Number.parseInt(piece.slice(2), 10)
  return piece[1] === '#' && code <= 0x10ffff ? shownAs(String.fromCodePoint(code)) : piece
}

const NAMED: Record<string, string> = Object.assign(Object.create(null), {
  ...{ commat: '@', period: '.', plus: '+', lowbar: '_', hyphen: '-', dash: '-', colon: ':', num: '#', amp: '&' },
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '', lpar: '(', rpar: ')', sol: '/' },
})

/** Digits of every script stand in rows of ten that start with zero. */
function digit(char: string): string {
  const plain = char.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  let value = 0
  const code = char.codePointAt(0) ?? 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
