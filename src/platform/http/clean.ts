/** Text of any length as it may be stored: whole characters, no invisible tricks, newlines as \n. Never throws. */
export function cleanText(input: unknown): string {
  return clean(input)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

/** The same for what stands on one line: titles, names, tags. */
export function cleanLine(input: unknown): string {
  return clean(input).replace(/\s+/g, ' ').trim()
}

/** Takes out what cannot be seen or turns the reading direction, also where an entity brought it back. */
export function withoutTricks(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(INVISIBLES, '')
    .replace(JOINERS, keepJoiner)
    .replace(VARIATION_SELECTORS, '')
    .replace(TAG_CHARACTERS, '')
}

const CONTROLS = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Cc}/gu

// Direction marks and overrides, zero-width and blank letters, annotation marks, private joiners.
const INVISIBLES =
  /\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u{1d173}|[\u{1d174}-\u{1d17a}\u{1bca0}-\u{1bca3}]/gu

const JOINERS = /[\u200c\u200d]/g
const JOINED = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u
// Persian, Hindi and their relatives cannot be written without joiners.
const JOINING_SCRIPT =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Mn}]$/u
const VARIATION_SELECTORS =
  /(?<![\p{Emoji}\p{Script=Han}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?<![\p{Emoji}])[\ufe0e\ufe0f]/gu
// Flags such as those of Wales and Scotland are a black flag followed by tag letters.
const TAG_CHARACTERS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,6})[\u{e0000}-\u{e007f}]/gu
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const MARKS_TOO_MANY = /(\p{M}{4})\p{M}+/gu

function clean(input: unknown): string {
  if (typeof input !== 'string') return ''
  const seen = withoutTricks(input.replace(LINE_ENDS, '\n')).replace(/\u2800/g, ' ')
  // Bounded before composing too: composing sorts marks, and a long row of them takes seconds.
  return withoutTricks(boundMarks(boundMarks(seen).normalize('NFC')))
}

function boundMarks(text: string): string {
  return text.replace(MARKS_TOO_MANY, '$1')
}

function keepJoiner(joiner: string, at: number, text: string): string {
  const before = characterBefore(text, at)
  if (JOINING_SCRIPT.test(before) && before !== '\ufe0f') return joiner
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0)
  return joiner === '\u200d' && JOINED.test(before) && JOINED.test(after) ? joiner : ''
}

function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at)
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1)
}
