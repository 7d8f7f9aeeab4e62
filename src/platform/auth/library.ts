import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from '#platform/db/database.ts'
import { onDatabase } from './on-database.ts'

export const SESSION_DAYS = 30

const gate = new AsyncLocalStorage<true>()

/** Only inside this may a session come to be, whichever part of the library makes it. */
export const throughGate = <T>(work: () => Promise<T>): Promise<T> => gate.run(true, work)

export const isThroughGate = (): boolean => gate.getStore() === true

type Library = Awaited<typeof import('./sign-in-library.ts')['signInLibrary']['$context']>

/** The sign-in library at work on this database. It is large, so it is loaded when somebody enters for the first time. */
export async function withLibrary<T>(db: Db, work: (it: Library['internalAdapter']) => Promise<T>): Promise<T> {
  const { signInLibrary } = await import('./sign-in-library.ts')
  return onDatabase(db, async () => work((await signInLibrary.$context).internalAdapter))
}
