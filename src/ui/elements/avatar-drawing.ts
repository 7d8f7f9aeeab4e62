import { clampChroma, formatHex } from 'culori'

export interface AvatarDrawing {
  ground: string
  shapes: { colour: string; path: string }[]
  initials: string
}

// White letters stay readable on all of these. Hues that turn to mud when they are this deep are left out.
const lightness = { ground: 0.505, far: 0.55, near: 0.445 }
export const avatarHues = [5, 20, 38, 55, 142, 158, 174, 190, 212, 236, 254, 270, 286, 302, 320, 342]

const drawn = new Map<string, AvatarDrawing>()
const MOST_DRAWN = 4_000

/** The same person always gets the same little landscape: a ground, a far and a near hill, and their initials. */
export function drawAvatar(name: string, seed: string): AvatarDrawing {
  const known = drawn.get(`${seed} ${name}`)
  if (known) return known
  const drawing = drawAnew(name, seed)
  // Mixing colours takes longer than all the rest of a line with a person.
  if (drawn.size >= MOST_DRAWN) drawn.clear()
  drawn.set(`${seed} ${name}`, drawing)
  return drawing
}

function drawAnew(name: string, seed: string): AvatarDrawing {
  const dice = diceOf(seed)
  const hue = avatarHues[Math.floor(dice() * avatarHues.length)] ?? 0
  const turn = dice() < 0.5 ? 26 : -26
  const [a, b, c] = [dice(), dice(), dice()]
  return {
    ground: colour(lightness.ground, 0.125, hue),
    shapes: [
      { colour: colour(lightness.far, 0.13, hue + turn), path: disc(6 + a * 28, 4 + b * 9, 11 + c * 5) },
      { colour: colour(lightness.near, 0.115, hue - turn / 2), path: hill(24 + b * 7, a * 40, c < 0.5 ? 7 : -7) },
    ],
    initials: initialsOf(name),
  }
}

export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean)
  const [first = '?', last] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toLocaleUpperCase('nl')
}

function disc(x: number, y: number, r: number): string {
  return `M${f(x - r)} ${f(y)}a${f(r)} ${f(r)} 0 1 0 ${f(2 * r)} 0a${f(r)} ${f(r)} 0 1 0 ${f(-2 * r)} 0`
}

function hill(y: number, bend: number, tilt: number): string {
  return `M0 ${f(y + tilt)}Q${f(bend)} ${f(y - 10)} 40 ${f(y - tilt)}V40H0Z`
}

function colour(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h: (h + 360) % 360 }, 'oklch'))
}

function f(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '')
}

// FNV-1a into mulberry32: spread evenly also for handles that differ in one letter.
function diceOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
