import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from '#platform/db/database.ts'

const current = new AsyncLocalStorage<Db>()

/** Lets the sign-in library work on this database: mostly the transaction of a deed. */
export const onDatabase = <T>(db: Db, work: () => Promise<T>): Promise<T> => current.run(db, work)

export const databaseHere = (): Db | undefined => current.getStore()
