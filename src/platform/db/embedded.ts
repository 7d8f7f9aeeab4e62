import { createHash } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isRunning, readHolder, self, startOf, takeLock } from '#platform/config/process-lock.ts'
import { secret } from '#platform/config/secrets.ts'
import {
  clusterFolder,
  createCluster,
  makePrivateFolder,
  PASSWORD,
  type Postmaster,
  postmasterFile,
  readPostmaster,
  SUPERUSER,
  spawnPostgres,
  stopPostgres,
} from './cluster.ts'
import { freePort } from './free-port.ts'

export type EmbeddedServer = {
  connectionString: string
  /** It was running already: of another process, or left behind by one that was killed. */
  adopted: boolean
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

export type ServerOptions = {
  /** Overrules a setting of the server, such as `fsync` in tests. */
  settings?: Record<string, string>
}

const DATABASE = 'onderling'
const START_LIMIT_MS = 60_000

export async function startServer(
  folder: string,
  log: (line: string) => void = () => {},
  options: ServerOptions = {},
): Promise<EmbeddedServer> {
  makePrivateFolder(folder)
  const dataDir = realpathSync(folder)
  return alone(dataDir, async () => {
    createCluster(dataDir)
    const found = await findRunning(dataDir)
    if (found) log(`The database was running already (process ${found.pid}): it is used as it is.`)
    const postmaster = found ?? (await start(dataDir, options.settings ?? {}))
    await createDatabaseOnce(dataDir, postmaster)
    const leave = enter(dataDir)
    return {
      connectionString: addressOf(dataDir, postmaster, DATABASE),
      adopted: found !== undefined,
      stop: () => alone(dataDir, () => stop(dataDir, leave)),
    }
  })
}

/** One process at a time starts or stops the server of a data folder. */
async function alone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(join(dataDir, 'postgres.lock'), async (holder, waitedMs) => {
    if (waitedMs > START_LIMIT_MS)
      throw new Error(`Process ${holder.pid} is still starting the database of ${dataDir}.`)
  })
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** The server of this data folder that an earlier process left running. */
async function findRunning(dataDir: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(dataDir)
    if (!postmaster) return undefined
    if (await answers(dataDir, postmaster)) return postmaster
    if (!isPostgresOf(dataDir, postmaster.pid)) {
      rmSync(postmasterFile(dataDir), { force: true })
      return undefined
    }
    await sleep(100)
  }
  throw new Error(`A PostgreSQL server runs in ${clusterFolder(dataDir)} but does not answer. Stop it and start again.`)
}

/** Proof that this is our server: it knows our password, our folder and the number in its own file. */
async function answers(dataDir: string, postmaster: Postmaster): Promise<boolean> {
  const client = new pg.Client({
    connectionString: addressOf(dataDir, postmaster, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('select current_setting($1) as folder', ['data_directory'])
    return rows[0]?.folder === clusterFolder(dataDir)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function isPostgresOf(dataDir: string, pid: number): boolean {
  if (startOf(pid) === undefined) return false
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(clusterFolder(dataDir))
  } catch {
    return false
  }
}

async function start(dataDir: string, overrules: Record<string, string>): Promise<Postmaster> {
  const child = spawnPostgres(dataDir, { ...SETTINGS, ...(await listening(dataDir)), ...overrules })
  const failure = new Promise<Error>((resolve) => {
    child.once('error', resolve)
    child.once('exit', (code) => resolve(new Error(`PostgreSQL ended with code ${code}`)))
  })
  const result = await Promise.race([ready(dataDir), failure])
  if (result instanceof Error) {
    throw new Error(`The database did not start: ${result.message}. See ${join(dataDir, 'postgres.log')}.`)
  }
  return result
}

async function ready(dataDir: string): Promise<Postmaster | Error> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(dataDir)
    if (postmaster?.isReady && (await answers(dataDir, postmaster))) return postmaster
    await sleep(20)
  }
  return new Error(`it was not ready within ${START_LIMIT_MS / 1000} seconds`)
}

// What is acknowledged is on disk; the rest suits a small machine that runs the application too.
const SETTINGS = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '60',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  random_page_cost: '1.1',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What people wrote does not belong in a log: neither statements nor the values that broke a rule.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
}

async function listening(dataDir: string): Promise<Record<string, string>> {
  if (process.platform === 'win32') {
    return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(await freePort()) }
  }
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder(dataDir),
    unix_socket_permissions: '0700',
    port: '5432',
  }
}

/** Short, because the path of a socket may hold no more than about a hundred characters. */
function socketFolder(dataDir: string): string {
  const uid = process.getuid?.()
  const name = createHash('sha256').update(`${uid}:${dataDir}`).digest('hex').slice(0, 12)
  const base = tmpdir().length <= 60 ? tmpdir() : '/tmp'
  const folder = join(base, `onderling-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== uid) throw new Error(`${folder} belongs to somebody else. Remove it.`)
  chmodSync(folder, 0o700)
  return folder
}

function addressOf(dataDir: string, postmaster: Postmaster, database: string): string {
  const address = new URL(`postgresql://${SUPERUSER}@127.0.0.1:${postmaster.port}/${database}`)
  address.password = secret(dataDir, PASSWORD)
  if (postmaster.socketFolder) address.searchParams.set('host', postmaster.socketFolder)
  return address.href
}

async function createDatabaseOnce(dataDir: string, postmaster: Postmaster) {
  const client = new pg.Client({ connectionString: addressOf(dataDir, postmaster, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Notes that this process uses the server. Returns how to take the note away. */
function enter(dataDir: string): () => void {
  const file = join(usersFolder(dataDir), String(process.pid))
  makePrivateFolder(usersFolder(dataDir))
  writeFileSync(file, JSON.stringify(self()))
  return () => rmSync(file, { force: true })
}

async function stop(dataDir: string, leave: () => void) {
  leave()
  if (isUsed(dataDir) || !readPostmaster(dataDir)) return
  await stopPostgres(dataDir)
  if (process.platform !== 'win32') rmSync(socketFolder(dataDir), { recursive: true, force: true })
}

function isUsed(dataDir: string): boolean {
  const holders = readdirSync(usersFolder(dataDir)).map((name) => readHolder(join(usersFolder(dataDir), name)))
  return holders.some((holder) => holder && isRunning(holder))
}

function usersFolder(dataDir: string) {
  return join(dataDir, 'postgres-users')
}
