import { type Colours, coloursOf, css, hex, type Neutral, type Theme } from './colours.ts'

export type Corner = 'sharp' | 'soft' | 'round'
export type HeadingFont = 'character' | 'plain' | 'serif'

/** What a brand chooses about its looks; everything else follows. */
export interface BrandLook {
  /** 0 to 359, as in OKLCH. */
  hue: number
  corner?: Corner
  neutral?: Neutral
  headings?: HeadingFont
}

const corners: Record<Corner, readonly [small: number, middle: number, large: number]> = {
  sharp: [2, 3, 4],
  soft: [9, 14, 20],
  round: [14, 20, 30],
}

const headings: Record<HeadingFont, string> = {
  character: 'var(--font-character)',
  plain: 'var(--font-reading)',
  serif: 'ui-serif, Georgia, "Times New Roman", serif',
}

/** A small file of its own beside the stylesheet: all colours in both themes, corners and the heading font. */
export function brandStylesheet(look: BrandLook): string {
  const light = coloursOf('light', look.hue, look.neutral)
  const dark = coloursOf('dark', look.hue, look.neutral)
  const [small, middle, large] = corners[look.corner ?? 'soft']
  const shapes = [
    `--corner-s:${small}px`,
    `--corner:${middle}px`,
    `--corner-l:${large}px`,
    `--font-heading:${headings[look.headings ?? 'character']}`,
  ].join(';')
  return `@layer brand{${[
    `:root{${rules(light)};${shapes}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${rules(dark)}}}`,
    `@media screen{:root[data-theme=dark]{${rules(dark)}}}`,
  ].join('')}}`
}

/** One colour as "#0a6b42", for mail, pictures and `theme-color`. */
export function brandColour(
  look: BrandLook,
  theme: Theme,
  name: 'paper' | 'ink' | 'brand' | 'on-brand' | 'sun',
): string {
  const colour = coloursOf(theme, look.hue, look.neutral)[name]
  if (!colour) throw new Error(`No colour "${name}"`)
  return hex(colour)
}

function rules(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${css(colour)}`)
    .join(';')
}
