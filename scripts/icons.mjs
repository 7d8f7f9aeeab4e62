// Copies the drawings named in src/ui/elements/icon-names.json out of lucide-static, so that only those are shipped.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const elements = join(import.meta.dirname, '../src/ui/elements')
const icons = join(dirname(fileURLToPath(import.meta.resolve('lucide-static/package.json'))), 'icons')
const names = JSON.parse(readFileSync(join(elements, 'icon-names.json'), 'utf8')).sort()

const lines = names.map((name) => {
  const svg = readFileSync(join(icons, `${name}.svg`), 'utf8')
  const drawing = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.indexOf('</svg>'))
  return `  '${name}': '${drawing.replace(/\s+/g, ' ').replaceAll(' />', '/>').replaceAll('> <', '><').trim()}',`
})
const head = '// Written by scripts/icons.mjs from lucide-static (ISC licence). Do not edit.'
writeFileSync(join(elements, 'icons.generated.ts'), `${head}\nexport const icons = {\n${lines.join('\n')}\n}\n`)
