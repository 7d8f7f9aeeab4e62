import { clampChroma, formatHex, type Oklch, wcagContrast } from 'culori'
import { palette } from './palette.ts'

export type Theme = 'light' | 'dark'
export type Neutral = 'warm' | 'cool' | 'brand'
export type Colours = Readonly<Record<string, Oklch>>

const neutralHues = { warm: 85, cool: 250 }

// Every page asks; there are no more than a few hundred hues.
const known = new Map<string, Colours>()

/** Every colour of one theme, moved lighter or darker until its text is readable wherever it may stand. */
export function coloursOf(theme: Theme, hue: number, neutral: Neutral = 'warm'): Colours {
  const name = `${theme} ${hue} ${neutral}`
  const colours = known.get(name) ?? workedOut(theme, hue, neutral)
  known.set(name, colours)
  return colours
}

function workedOut(theme: Theme, hue: number, neutral: Neutral): Colours {
  const hues = { brand: hue, neutral: neutral === 'brand' ? hue : neutralHues[neutral] }
  const colours: Record<string, Oklch> = {}
  for (const [name, tone] of Object.entries(palette)) {
    const [l, c, h] = tone[theme]
    const start: Oklch = { mode: 'oklch', l, c, h: typeof h === 'number' ? h : hues[h] }
    const grounds = (tone.on ?? []).map((ground) => colours[ground]).filter((ground) => ground !== undefined)
    colours[name] = readable(start, grounds, tone.contrast ?? 4.5)
  }
  return colours
}

export function contrast(a: Oklch, b: Oklch): number {
  return wcagContrast(hex(a), hex(b))
}

/** For mail, pictures and `theme-color`, which do not read tokens. */
export function hex(colour: Oklch): string {
  return formatHex(colour)
}

export function css({ l, c, h = 0 }: Oklch): string {
  return `oklch(${round(l)} ${round(c)} ${round(h)})`
}

function readable(start: Oklch, grounds: Oklch[], least: number): Oklch {
  const lighter = grounds.some((ground) => ground.l < 0.5)
  const step = grounds.every((ground) => ground.l < 0.6) || lighter ? 0.005 : -0.005
  let colour = inGamut(start)
  // A little above the limit, because browsers round colours in their own way.
  while (grounds.some((ground) => contrast(colour, ground) < least + 0.05) && colour.l > 0.005 && colour.l < 0.995) {
    colour = inGamut({ ...colour, l: colour.l + step, c: start.c })
  }
  return colour
}

function inGamut(colour: Oklch): Oklch {
  const { l, c, h = 0 } = clampChroma(colour, 'oklch') as Oklch
  return { mode: 'oklch', l: Number(round(l)), c: Number(round(c)), h: Number(round(h)) }
}

function round(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}
