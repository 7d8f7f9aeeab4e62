// Writes what follows from the migrations: schema.sql (to read) and src/platform/db/types.generated.ts (to compile
// against). With --check it writes nothing and fails when one of them is out of date.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { startServer } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { describeSchema } from './database/catalogue.mjs'

const root = join(import.meta.dirname, '..')
// Calendar days stay text and large numbers stay strings: see src/platform/db/pool.ts.
const OPTIONS = [
  ...['--dialect', 'postgres', '--date-parser', 'string', '--numeric-parser', 'string'],
  ...['--default-schema', 'public', '--include-pattern', 'public.*', '--exclude-pattern', 'public.migrations'],
  ...['--type-mapping', '{"xid8":"string"}', '--log-level', 'error', '--print'],
]

const written = await fromFreshDatabase(async (connectionString) => ({
  'schema.sql': await readSchema(connectionString),
  'src/platform/db/types.generated.ts': generateTypes(connectionString),
}))

if (process.argv.includes('--check')) check(written)
else for (const [file, text] of Object.entries(written)) writeFileSync(join(root, file), text)

async function fromFreshDatabase(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'onderling-types-'))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const server = await startServer(dataDir, undefined, { settings })
  try {
    await migrate(server.connectionString)
    return await work(server.connectionString)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function readSchema(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await describeSchema(client)
  } finally {
    await client.end()
  }
}

function generateTypes(connectionString) {
  const require = createRequire(import.meta.url)
  const program = join(dirname(require.resolve('kysely-codegen/package.json')), 'dist/cli/bin.js')
  const args = [program, ...OPTIONS, '--url', connectionString]
  return execFileSync(process.execPath, args, { encoding: 'utf8', cwd: tmpdir() })
}

function check(files) {
  const stale = Object.keys(files).filter((file) => current(file) !== files[file])
  if (stale.length === 0) return
  console.error(`Out of date with the migrations: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`)
  process.exit(1)
}

function current(file) {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return undefined
  }
}
