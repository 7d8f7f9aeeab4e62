// Makes the fonts that pages carry smaller: only European letters, only the weights and sizes that are used.
// Run again after an update of the @fontsource-variable packages; the results are committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const target = join(import.meta.dirname, '../src/ui/fonts')
const folder = (name) => dirname(fileURLToPath(import.meta.resolve(`@fontsource-variable/${name}/package.json`)))

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('')
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}Œœıˆ˜–—‘’‚“”„•…‹›€™←↑→↓−×÷\u2002\u2003\u2009\u202f`
const more = `${range(0x100, 0x17f)}ȘșȚțẞ`

const fonts = [
  // Headings stand in one weight; the optical size gives large ones their character.
  ['bricolage-grotesque', 'latin-opsz-normal', 'bricolage-grotesque', latin, { wght: 660, opsz: { min: 14, max: 60 } }],
  ['figtree', 'latin-wght-normal', 'figtree', latin, { wght: { min: 400, max: 700 } }],
  ['figtree', 'latin-ext-wght-normal', 'figtree-more', more, { wght: { min: 400, max: 700 } }],
  ['figtree', 'latin-wght-italic', 'figtree-italic', latin, { wght: { min: 400, max: 700 } }],
]

for (const [name, file, result, letters, variationAxes] of fonts) {
  const source = readFileSync(join(folder(name), 'files', `${name}-${file}.woff2`))
  const smaller = await subsetFont(source, letters, { targetFormat: 'woff2', variationAxes })
  writeFileSync(join(target, `${result}.woff2`), smaller)
  writeFileSync(join(target, `${name}.LICENSE.txt`), readFileSync(join(folder(name), 'LICENSE')))
  console.log(`${result}: ${source.length} → ${smaller.length} bytes`)
}
