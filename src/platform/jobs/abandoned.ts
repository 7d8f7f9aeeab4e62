import pg from 'pg'

/** A number of our own in front, so that other users of advisory locks are not met. */
const WORKERS = 7_203_001
const EVERY = 10_000

/**
 * A worker that was killed leaves its jobs locked for hours. Each worker therefore holds a lock of its database session
 * as a sign of life, which ends with the process, and gives back the jobs of those that show none.
 */
export class Abandoned {
  readonly #pool: pg.Pool
  readonly #workerId: string
  readonly #onTrouble: (error: Error) => void
  #presence: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #ended = false

  constructor(pool: pg.Pool, workerId: string, onTrouble: (error: Error) => void) {
    this.#pool = pool
    this.#workerId = workerId
    this.#onTrouble = onTrouble
  }

  async start(every = EVERY): Promise<void> {
    if (this.#ended) return
    await this.#round().catch((error) => this.#onTrouble(error as Error))
    if (!this.#ended) this.#timer = setTimeout(() => void this.start(every), every)
  }

  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    await this.#presence?.end().catch(() => {})
  }

  async #round() {
    const presence = this.#presence ?? (await this.#showLife())
    const { rows } = await presence.query<{ worker: string }>(
      `select distinct worker from (
         select locked_by as worker, locked_at from graphile_worker._private_jobs
         union all select locked_by, locked_at from graphile_worker._private_job_queues) locks
       where worker is not null and worker <> $1 and locked_at < now() - interval '3 seconds'`,
      [this.#workerId],
    )
    for (const { worker } of rows) await this.#freeIfDead(presence, worker)
  }

  async #showLife(): Promise<pg.Client> {
    const presence = new pg.Client({ ...this.#pool.options, keepAlive: true })
    presence.on('error', () => this.#forget(presence))
    presence.on('end', () => this.#forget(presence))
    await presence.connect()
    await presence.query('select pg_advisory_lock($1, hashtext($2))', [WORKERS, this.#workerId])
    this.#presence = presence
    return presence
  }

  #forget(presence: pg.Client) {
    if (this.#presence === presence) this.#presence = undefined
  }

  async #freeIfDead(presence: pg.Client, worker: string) {
    const { rows } = await presence.query<{ isDead: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as "isDead"',
      [WORKERS, worker],
    )
    if (!rows[0]?.isDead) return
    await presence.query('select graphile_worker.force_unlock_workers(array[$1])', [worker])
    await presence.query('select pg_advisory_unlock($1, hashtext($2))', [WORKERS, worker])
  }
}
