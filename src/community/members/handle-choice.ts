import { sql } from 'kysely'
import { type HandleRefusal, handleRefusal, handleShape, handleWithSuffix } from '#community/text/handles.ts'
import type { Db } from '#platform/db/database.ts'

/** The same steps as handleShape, on the column; an index stands on this expression. */
const shape = sql<string>`translate(replace(replace(replace(replace(handle::text, '-', ''), 'rn', 'm'), 'vv', 'w'), 'cl', 'd'), '1i05', 'llos')`

/** Why nobody can get this handle: its form, or somebody has it or one that looks the same. */
export async function refusalOfHandle(
  db: Db,
  handle: string,
  exceptMemberId?: string,
): Promise<HandleRefusal | 'taken' | null> {
  const form = handleRefusal(handle)
  if (form) return form
  const others = db.selectFrom('members').select('id').where(shape, '=', handleShape(handle)).limit(1)
  const other = await (exceptMemberId ? others.where('id', '<>', exceptMemberId) : others).executeTakeFirst()
  return other ? 'taken' : null
}

/** The first free one of mira, mira-2, mira-3 … */
export async function freeHandle(db: Db, wish: string): Promise<string> {
  for (let nth = 1; nth <= 20; nth += 1) {
    const handle = nth === 1 ? wish : handleWithSuffix(wish, nth)
    if ((await refusalOfHandle(db, handle)) === null) return handle
  }
  return handleWithSuffix(wish, Math.floor(1e6 + Math.random() * 9e6))
}
