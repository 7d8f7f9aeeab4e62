// Writes the JSON Schema of a business case, and the tables in docs/business-case.md, from the table of its inputs:
// node scripts/case-schema.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseSchema } from '../src/capabilities/readiness/business-case/case-schema.ts'
import { inputTables } from '../src/capabilities/readiness/business-case/input-tables.ts'
import { translator } from '../src/platform/i18n/translate.ts'

const root = join(import.meta.dirname, '..')
const labelOf = (name) => translator('en')(`business-case.input.${name}.label`)

const schema = `${JSON.stringify(caseSchema(labelOf), null, 2)}\n`
writeFileSync(join(root, 'src/capabilities/readiness/business-case/case-schema.json'), schema)

const guide = join(root, 'docs/business-case.md')
const [before, rest] = readFileSync(guide, 'utf8').split('<!-- inputs -->')
const after = rest.split('<!-- end of inputs -->')[1]
writeFileSync(guide, `${before}<!-- inputs -->\n\n${inputTables(labelOf)}\n\n<!-- end of inputs -->${after}`)
