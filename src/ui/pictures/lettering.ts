import { letters } from './letters.generated.ts'

export interface Setting {
  readonly x: number
  /** Of the first baseline. */
  readonly y: number
  readonly size: number
  readonly colour: string
  readonly lineHeight?: number
}

/** Tighter than the font's own setting, as headings on pages are. */
const TIGHTER = -18

/** Lines of text as paths: no font is needed to show them. */
export function lettering(lines: readonly string[], { x, y, size, colour, lineHeight = 1.12 }: Setting): string {
  const scale = size / 1000
  return lines
    .map((line, index) => {
      const at = `translate(${x} ${round(y + index * size * lineHeight)}) scale(${scale})`
      return `<g fill="${colour}" transform="${at}">${glyphs(line)}</g>`
    })
    .join('')
}

/** How wide a line becomes at this size. */
export const widthOf = (line: string, size: number): number =>
  ([...line].reduce((sum, letter) => sum + advance(letter), 0) * size) / 1000

/** Breaks between words so that every line fits; null where that takes too many lines or a word is too long. */
export function breakLines(text: string, size: number, width: number, most: number): string[] | null {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else if (widthOf(word, size) > width) return null
    else lines.push(word)
  }
  return lines.length <= most ? lines : null
}

/** What can be drawn of a text: without little pictures; null where letters of another script would go missing. */
export function drawable(text: string): string | null {
  const plain = text
    .normalize('NFC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain !== '' && [...plain].every((letter) => letters[letter]) ? plain : null
}

const advance = (letter: string): number => (letters[letter]?.[0] ?? 0) + TIGHTER

function glyphs(line: string): string {
  let x = 0
  return [...line]
    .map((letter) => {
      const drawn = `<path transform="translate(${x})" d="${letters[letter]?.[1] ?? ''}"/>`
      x += advance(letter)
      return drawn
    })
    .join('')
}

const round = (value: number): number => Math.round(value * 10) / 10
