import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import type { Db } from '#platform/db/database.ts'
import { databaseHere } from './on-database.ts'
import { hashOfToken } from './secrets-at-rest.ts'

// biome-ignore lint/suspicious/noExplicitAny: the library's own type of a row
type Row = Record<string, any>

/**
 * The library's own adapter with two changes: it works on the database of `onDatabase`, and a session's token is
 * kept only as a hash. The library sees clear tokens when it writes one and when it asks for one, never in a list.
 */
export function hashingAdapter(options: BetterAuthOptions): DBAdapter {
  const here = () => adapterOn(databaseHere(), options)
  const adapter: DBAdapter = {
    id: 'onderling',
    create: async <T extends Row, R = T>(query: { model: string; data: Omit<T, 'id'>; forceAllowId?: boolean }) => {
      const data: Row = query.data
      const row = await (await here()).create<Row>({ ...query, data: withHashedToken(query.model, data) })
      return (isSession(query.model) ? { ...row, token: data.token } : row) as R
    },
    findOne: async (query) => (await here()).findOne(hashedWhere(query)),
    findMany: async (query) => (await here()).findMany(hashedWhere(query)),
    count: async (query) => (await here()).count(hashedWhere(query)),
    update: async (query) => (await here()).update(hashedUpdate(query)),
    updateMany: async (query) => (await here()).updateMany(hashedUpdate(query)),
    delete: async (query) => (await here()).delete(hashedWhere(query)),
    deleteMany: async (query) => (await here()).deleteMany(hashedWhere(query)),
    consumeOne: async (query) => (await here()).consumeOne(hashedWhere(query)),
    incrementOne: async (query) => (await here()).incrementOne(hashedWhere(query)),
    // The deed around it is the transaction.
    transaction: async (work) => work(adapter),
  }
  return adapter
}

function adapterOn(db: Db | undefined, options: BetterAuthOptions): Promise<DBAdapter> {
  if (!db) throw new Error('The sign-in library was called outside onDatabase(db, …)')
  return getAdapter({ ...options, database: { db, type: 'postgres', transaction: false } })
}

const isSession = (model: string) => model === 'session'

function withHashedToken<T extends Record<string, unknown>>(model: string, data: T): T {
  if (!isSession(model) || typeof data.token !== 'string') return data
  return { ...data, token: hashOfToken(data.token) }
}

function hashedWhere<Q extends { model: string; where?: Where[] }>(query: Q): Q {
  if (!isSession(query.model) || !query.where) return query
  return { ...query, where: query.where.map(hashedCondition) }
}

function hashedCondition(condition: Where): Where {
  if (condition.field !== 'token') return condition
  const { value } = condition
  if (Array.isArray(value)) return { ...condition, value: value.map((token) => hashOfToken(String(token))) }
  return { ...condition, value: hashOfToken(String(value)) }
}

function hashedUpdate<Q extends { model: string; where: Where[]; update: Record<string, unknown> }>(query: Q): Q {
  return { ...hashedWhere(query), update: withHashedToken(query.model, query.update) }
}
