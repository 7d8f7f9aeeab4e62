/**
 * What is drawn carries a class instead of a colour, so that it follows the theme and the brand and needs no inline
 * style. echarts only knows colours: each ink has one that stands for it, and `draw` puts the class in its place.
 */
export const inks = {
  text: '#010101',
  quiet: '#020202',
  line: '#030303',
  axis: '#040404',
  good: '#050505',
  bad: '#060606',
  band: '#070707',
  mark: '#080808',
  paper: '#090909',
  hard: '#0a0a0a',
  soft: '#0b0b0b',
  series1: '#100101',
  series2: '#100202',
  series3: '#100303',
  series4: '#100404',
  series5: '#100505',
  series6: '#100606',
} as const

export type Ink = keyof typeof inks

const byColour = new Map<string, Ink>(Object.entries(inks).map(([ink, colour]) => [colour, ink as Ink]))

/** The ink that a colour stands for; undefined for any other colour. */
export const inkOf = (colour: string): Ink | undefined => byColour.get(asHex(colour))

/** echarts writes a colour with opacity as rgb(…). */
function asHex(colour: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour)
  if (!parts) return colour.toLowerCase()
  const hex = (part: string | undefined) => Number(part).toString(16).padStart(2, '0')
  return `#${hex(parts[1])}${hex(parts[2])}${hex(parts[3])}`
}
