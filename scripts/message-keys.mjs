// Writes the union of all text keys, so that a mistyped key fails the type check.
// node scripts/message-keys.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/platform/i18n/keys.generated.ts')
const folder = join(root, 'locales/nl')

const keys = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const texts = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return Object.keys(texts).map((key) => `${file.slice(0, -5)}.${key}`)
  })
  .sort()

const source = `// Written by scripts/message-keys.mjs from /locales/nl. Do not edit.\nexport type MessageKey =\n${keys
  .map((key) => `  | '${key}'`)
  .join('\n')}\n`

if (process.argv.includes('--check')) {
  const stands = readFileSync(target, 'utf8')
  if (stands !== source) {
    console.error('The text keys are not up to date: run `node scripts/message-keys.mjs` and commit the result.')
    process.exit(1)
  }
} else {
  writeFileSync(target, source)
}
