// Draws the letters of the heading font as paths, so that a picture made on a server without fonts still shows them.
// Run again after an update of the font package; the result is committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const target = join(import.meta.dirname, '../src/ui/pictures/letters.generated.ts')
const name = '@fontsource-variable/bricolage-grotesque'
const folder = join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), 'files')
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('')
const sets = [
  ['bricolage-grotesque-latin-opsz-normal.woff2', `${range(0x20, 0x7e)}${range(0xa1, 0xff)}Œœ–—‘’‚“”„•…€™`],
  ['bricolage-grotesque-latin-ext-opsz-normal.woff2', `${range(0x100, 0x17f)}ȘșȚțẞ`],
]

const letters = {}
for (const [file, wanted] of sets) {
  const variationAxes = { wght: 660, opsz: 48 }
  const font = await subsetFont(readFileSync(join(folder, file)), wanted, { targetFormat: 'truetype', variationAxes })
  Object.assign(letters, drawn(font, wanted))
}
const lines = Object.entries(letters).map(
  ([letter, drawing]) => `  ${JSON.stringify(letter)}: ${JSON.stringify(drawing)},`,
)
writeFileSync(
  target,
  `// Written by scripts/letters.mjs from Bricolage Grotesque (SIL Open Font License 1.1). Do not edit.
/** By letter: how far the next one stands, and the path, 1000 units to the em, the baseline at 0. */
export const letters: Readonly<Record<string, readonly [width: number, path: string]>> = {
${lines.join('\n')}
}
`,
)
console.log(`${Object.keys(letters).length} letters`)

/** Every letter that the font holds, as [width, path]. */
function drawn(font, wanted) {
  const tables = tablesOf(font)
  const scale = 1000 / font.readUInt16BE(tables.head + 18)
  const metrics = font.readUInt16BE(tables.hhea + 34)
  const found = {}
  for (const letter of wanted) {
    const glyph = glyphOf(font, tables.cmap, letter.codePointAt(0))
    if (glyph === 0) continue
    const width = font.readUInt16BE(tables.hmtx + 4 * Math.min(glyph, metrics - 1))
    const path = outlines(font, tables, glyph).map((points) => pathOf(points, scale))
    found[letter] = [Math.round(width * scale), path.join('')]
  }
  return found
}

function tablesOf(font) {
  const at = (place) => [font.toString('latin1', place, place + 4), font.readUInt32BE(place + 8)]
  return Object.fromEntries(Array.from({ length: font.readUInt16BE(4) }, (_, index) => at(12 + 16 * index)))
}

// Format 4 holds every letter that is asked for here.
function glyphOf(font, cmap, code) {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    if (font.readUInt16BE(table) !== 4) continue
    const doubled = font.readUInt16BE(table + 6)
    for (let at = 0; at < doubled; at += 2) {
      const end = font.readUInt16BE(table + 14 + at)
      const start = font.readUInt16BE(table + 16 + doubled + at)
      if (code > end || code < start) continue
      const delta = font.readUInt16BE(table + 16 + 2 * doubled + at)
      const place = table + 16 + 3 * doubled + at
      const offset = font.readUInt16BE(place)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = font.readUInt16BE(place + offset + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
  }
  return 0
}

/** The contours of a glyph: lists of points with whether they lie on the curve. */
function outlines(font, tables, glyph) {
  const long = font.readInt16BE(tables.head + 50) === 1
  const where = (index) =>
    tables.glyf + (long ? font.readUInt32BE(tables.loca + 4 * index) : 2 * font.readUInt16BE(tables.loca + 2 * index))
  const start = where(glyph)
  if (start === where(glyph + 1)) return []
  const count = font.readInt16BE(start)
  return count < 0 ? composed(font, tables, start + 10) : simple(font, start + 10, count)
}

function simple(font, start, count) {
  const ends = Array.from({ length: count }, (_, index) => font.readUInt16BE(start + 2 * index))
  const total = (ends.at(-1) ?? -1) + 1
  let at = start + 2 * count
  at += 2 + font.readUInt16BE(at)
  const flags = []
  while (flags.length < total) {
    const flag = font[at++]
    const times = flag & 8 ? font[at++] + 1 : 1
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  const [xs, afterX] = places(font, at, flags, 2, 16)
  const [ys] = places(font, afterX, flags, 4, 32)
  const points = flags.map((flag, index) => ({ x: xs[index], y: ys[index], on: (flag & 1) === 1 }))
  return ends.map((end, index) => points.slice(index === 0 ? 0 : ends[index - 1] + 1, end + 1))
}

function places(font, start, flags, short, same) {
  let at = start
  let value = 0
  const found = flags.map((flag) => {
    if (flag & short) value += flag & same ? font[at++] : -font[at++]
    else if (!(flag & same)) {
      value += font.readInt16BE(at)
      at += 2
    }
    return value
  })
  return [found, at]
}

// A letter with its accent; the font only moves its parts.
function composed(font, tables, start) {
  const found = []
  let at = start
  for (let flags = 0x20; flags & 0x20; ) {
    flags = font.readUInt16BE(at)
    const wide = flags & 1
    const dx = wide ? font.readInt16BE(at + 4) : font.readInt8(at + 4)
    const dy = wide ? font.readInt16BE(at + 6) : font.readInt8(at + 5)
    const part = outlines(font, tables, font.readUInt16BE(at + 2))
    at += wide ? 8 : 6
    const turn = { a: 1, b: 0, c: 0, d: 1 }
    if (flags & 0x8) turn.a = turn.d = font.readInt16BE(at) / 16384
    if (flags & 0x40) [turn.a, turn.d] = [font.readInt16BE(at) / 16384, font.readInt16BE(at + 2) / 16384]
    if (flags & 0x80) [turn.a, turn.b, turn.c, turn.d] = [0, 2, 4, 6].map((step) => font.readInt16BE(at + step) / 16384)
    at += flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    const moved = ({ x, y, on }) => ({ x: turn.a * x + turn.c * y + dx, y: turn.b * x + turn.d * y + dy, on })
    for (const points of part) found.push(points.map(moved))
  }
  return found
}

// Quadratic curves; between two points off the curve lies one on it.
function pathOf(points, scale) {
  const between = (one, other) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true })
  const full = points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length]
    return point.on || next.on ? [point] : [point, between(point, next)]
  })
  const first = full.findIndex(({ on }) => on)
  const ring = [...full.slice(first), ...full.slice(0, first), full[first]]
  const write = ({ x, y }) => `${Math.round(x * scale)} ${Math.round(-y * scale)}`
  let path = `M${write(ring[0])}`
  for (let index = 1; index < ring.length; index++) {
    if (ring[index].on) path += `L${write(ring[index])}`
    else path += `Q${write(ring[index])} ${write(ring[++index])}`
  }
  return `${path}Z`
}
