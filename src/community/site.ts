import type { Pool } from 'pg'
import type { Config } from '#platform/config/config.ts'
import type { Db } from '#platform/db/database.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import type { RateLimits } from '#platform/http/rate-limits.ts'
import type { Log } from '#platform/log/log.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Kept } from '#platform/realtime/kept.ts'
import type { Signals } from '#platform/realtime/signals.ts'
import type { Storage } from '#platform/storage/storage.ts'

/** Everything of this running installation that outlives one request. */
export interface Site {
  readonly config: Config
  readonly db: Db
  readonly pool: Pool
  readonly log: Log
  readonly storage: Storage
  readonly signals: Signals
  readonly pageCache: PageCache
  /** What was read from the database for many who see the same, under a key that says what they see. */
  readonly kept: Kept<object>
  readonly mailer: Mailer
  /** Floods are slowed by name. */
  readonly limits: RateLimits
  /** A secret of this installation by name, made once. */
  readonly secret: (name: string) => string
  readonly now: () => Date
}
