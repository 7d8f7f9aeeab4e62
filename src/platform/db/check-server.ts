import pg from 'pg'

/** Refuses a PostgreSQL server that is too old, or that could lose what people were told is saved. */
export async function checkServer(connectionString: string, mayLoseData = false): Promise<void> {
  const settings = await readSettings(connectionString)
  if (Number(settings.server_version_num) < 180_000) {
    throw new Error(`DATABASE_URL leads to PostgreSQL ${settings.server_version}; Onderling needs version 18 or newer.`)
  }
  const off = DURABLE.filter((name) => settings[name] === 'off')
  if (off.length === 0 || mayLoseData) return
  throw new Error(
    `DATABASE_URL leads to a server with ${off.join(', ')} off: what people write could be lost. ` +
      'Turn that on, or set DATABASE_MAY_LOSE_DATA=on if losing it is no harm.',
  )
}

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit']

async function readSettings(connectionString: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const names = [...DURABLE, 'server_version_num', 'server_version']
    const { rows } = await client.query('select name, setting from pg_settings where name = any($1)', [names])
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]))
  } catch (error) {
    throw new Error(`DATABASE_URL leads to a database that cannot be reached: ${(error as Error).message}`)
  } finally {
    await client.end().catch(() => {})
  }
}
