// Writes the JSON Schema of a business case from the table of its inputs: node scripts/case-schema.mjs
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseSchema } from '../src/capabilities/readiness/business-case/case-schema.ts'
import { translator } from '../src/platform/i18n/translate.ts'

const folder = join(import.meta.dirname, '../src/capabilities/readiness/business-case')
const schema = caseSchema((name) => translator('en')(`business-case.input.${name}.label`))
writeFileSync(join(folder, 'case-schema.json'), `${JSON.stringify(schema, null, 2)}\n`)
