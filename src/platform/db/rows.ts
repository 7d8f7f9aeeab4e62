import { type Insertable, sql } from 'kysely'
import type { Db } from './database.ts'
import type { DB } from './types.generated.ts'

/**
 * Adds many rows in one statement whose text does not depend on their number. All rows name the same columns as the
 * first; ids may be given. Answers how many were added: with `skipKnown`, rows that are there already are left alone.
 */
export async function insertRows<T extends keyof DB & string>(
  db: Db,
  table: T,
  rows: readonly Insertable<DB[T]>[],
  options: { skipKnown?: boolean } = {},
): Promise<number> {
  if (rows.length === 0) return 0
  const columns = sql.join(Object.keys(rows[0] as object).map((name) => sql.ref(name)))
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    ${options.skipKnown ? sql`on conflict do nothing` : sql``}`.execute(db)
  return Number(numAffectedRows)
}

/** Ids for rows that are going to be added, so that what hangs on them can be made at the same time. */
export async function reserveIds(db: Db, table: keyof DB & string, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select nextval(pg_get_serial_sequence(${table}, 'id'))::text as id from generate_series(1, ${count}::int)`.execute(
    db,
  )
  return rows.map((row) => row.id)
}
