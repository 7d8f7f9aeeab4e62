import { createHash } from 'node:crypto'
import pg from 'pg'
import { beginLater } from './late-begin.ts'

export type PoolOptions = {
  max?: number
  applicationName?: string
  onError?: (error: Error) => void
}

/** Runs every statement with values as a named prepared statement, so that PostgreSQL plans hot pages once. */
export function createPool(connectionString: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'onderling',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    // One transaction left open anywhere holds back the delivery of activity everywhere.
    options: '-c transaction_timeout=60s',
    types: { getTypeParser },
    pipeline: true,
  })
  pool.on('connect', nameStatements)
  pool.on('connect', beginLater)
  // A connection lost in the middle of a transaction fails its query; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', options.onError ?? ((error) => console.error(`A database connection was lost: ${error.message}`)))
  return pool
}

const DATE = 1082

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  // A calendar day has no time zone: as a Date it would move to the day before.
  if (oid === DATE) return (value: string) => value
  return pg.types.getTypeParser(oid, format as 'text')
}

type Statement = { text: string; name?: string; values?: unknown[] }
type Callback = (error: Error | null, result?: unknown) => void
type Query = (...args: unknown[]) => Promise<unknown>

function nameStatements(client: pg.PoolClient) {
  const query = client.query.bind(client) as Query
  const names = new StatementNames()
  const named = (first: unknown, second?: unknown, third?: unknown) => {
    const statement = preparable(first, second)
    if (!statement) return query(first, second, third)
    const idle = client.getTransactionStatus() === 'I'
    const result = runNamed(query, names, statement, idle)
    const callback = [second, third].find((argument) => typeof argument === 'function') as Callback | undefined
    if (!callback) return result
    return void result.then((rows) => callback(null, rows), callback)
  }
  client.query = named as typeof client.query
}

async function runNamed(query: Query, names: StatementNames, statement: Statement, idle: boolean) {
  try {
    return await query({ ...statement, name: names.nameOf(statement.text) })
  } catch (error) {
    if (!isStalePlan(error)) throw error
    // A migration changed the columns: the statement must be planned anew. Inside a transaction all is lost already.
    names.renew(statement.text)
    if (!idle) throw error
    return query({ ...statement, name: names.nameOf(statement.text) })
  }
}

export function isStalePlan(error: unknown) {
  return (error as { code?: string }).code === '0A000'
}

function preparable(first: unknown, second: unknown): Statement | undefined {
  if (typeof first === 'string') return Array.isArray(second) ? ifSingle({ text: first, values: second }) : undefined
  const config = first as Statement & { submit?: unknown }
  if (!config || typeof config.text !== 'string' || config.name || config.submit) return undefined
  const values = Array.isArray(second) ? second : config.values
  return values ? ifSingle({ ...config, values }) : undefined
}

const PREPARABLE = /^\s*(select|insert|update|delete|with|merge|values)\b/i

function ifSingle(statement: Statement) {
  // Several statements in one text cannot be prepared.
  return PREPARABLE.test(statement.text) && !statement.text.includes(';') ? statement : undefined
}

const MAX_NAMES = 500

/** The names one connection has given out: a name per text, and no more than PostgreSQL should remember. */
class StatementNames {
  readonly #names = new Map<string, string>()
  #given = 0

  nameOf(text: string): string | undefined {
    return this.#names.get(text) ?? this.#give(text, hashOf(text))
  }

  renew(text: string) {
    this.#names.delete(text)
    this.#give(text, `${hashOf(text)}-${this.#given}`)
  }

  #give(text: string, name: string) {
    if (this.#given >= MAX_NAMES) return undefined
    this.#given += 1
    this.#names.set(text, name)
    return name
  }
}

const hashes = new Map<string, string>()

function hashOf(text: string): string {
  const known = hashes.get(text)
  if (known) return known
  const hash = createHash('sha1').update(text).digest('base64url')
  if (hashes.size < 5_000) hashes.set(text, hash)
  return hash
}
