import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '#platform/db/database.ts'
import { addressKey } from './address-key.ts'

/** Who is counted: `person` is the member, or the address of a visitor. */
type By = 'person' | 'visitor' | 'member' | 'address' | 'account'

interface Rule {
  readonly by: By
  readonly points: number
  readonly seconds: number
  /** Holds over all processes and a restart: for what is bound to an account or is rare and dear. */
  readonly kept?: true
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const limits = {
  general: [
    { by: 'person', points: 50, seconds: 10 },
    { by: 'person', points: 300, seconds: MINUTE },
  ],
  'sign-in': [{ by: 'address', points: 10, seconds: MINUTE }],
  'sign-up-mail': [{ by: 'address', points: 20, seconds: HOUR, kept: true }],
  'sign-up': [{ by: 'address', points: 5, seconds: HOUR, kept: true }],
  'reset-mail': [
    { by: 'account', points: 3, seconds: HOUR, kept: true },
    { by: 'address', points: 6, seconds: HOUR, kept: true },
  ],
  'code-mail': [
    { by: 'account', points: 5, seconds: HOUR, kept: true },
    { by: 'address', points: 20, seconds: HOUR, kept: true },
  ],
  code: [{ by: 'address', points: 20, seconds: 10 * MINUTE }],
  'password-check': [{ by: 'member', points: 10, seconds: HOUR, kept: true }],
  'email-change': [{ by: 'member', points: 5, seconds: HOUR, kept: true }],
  setup: [{ by: 'address', points: 10, seconds: 10 * MINUTE }],
  search: [
    { by: 'visitor', points: 15, seconds: MINUTE },
    { by: 'member', points: 30, seconds: MINUTE },
  ],
  suggestions: [{ by: 'person', points: 60, seconds: MINUTE }],
  thanks: [{ by: 'member', points: 60, seconds: DAY, kept: true }],
  editing: [{ by: 'member', points: 30, seconds: DAY, kept: true }],
  /** Each keeps what stood there before. */
  rewriting: [{ by: 'member', points: 30, seconds: DAY, kept: true }],
  upload: [{ by: 'member', points: 30, seconds: 30 * MINUTE }],
  /** A text that is being written: saved every two seconds at most, checked and shown while typing. */
  writing: [{ by: 'person', points: 120, seconds: MINUTE }],
  'new-draft': [{ by: 'visitor', points: 30, seconds: HOUR }],
  feedback: [{ by: 'person', points: 20, seconds: MINUTE }],
  picture: [{ by: 'person', points: 30, seconds: MINUTE }],
  /** Tens of milliseconds of calculation for one page. */
  simulation: [{ by: 'person', points: 30, seconds: MINUTE }],
  /** Each makes an address that is kept for months. */
  'new-assessment': [{ by: 'address', points: 20, seconds: HOUR, kept: true }],
  assessment: [{ by: 'address', points: 60, seconds: MINUTE }],
  api: [{ by: 'person', points: 120, seconds: MINUTE }],
} as const satisfies Record<string, readonly Rule[]>

export type LimitName = keyof typeof limits

export interface Asker {
  readonly address: string
  readonly memberId?: string | null
  /** The API key in use: each has a limit of its own, whoever holds it. */
  readonly keyId?: string | null
  /** E-mail address or account that is tried, whoever tries it; only its hash is kept. */
  readonly account?: string
}

/** How it stands for the tightest rule; seconds are whole and at least 1. */
export interface Spent {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  readonly resetSeconds: number
}

export interface RateLimits {
  /** Counts one request. Not allowed means: answer 429 with Retry-After of `resetSeconds`. */
  spend(name: LimitName, asker: Asker): Promise<Spent>
  /** Counts one try of a password of this account: ten an hour freely, then ever slower, never locked. */
  tryAccount(account: string): Promise<Spent>
  /** The person got in: what others tried before counts no more. */
  forgiveAccount(account: string): Promise<void>
}

const free: Spent = {
  allowed: true,
  limit: Number.MAX_SAFE_INTEGER,
  remaining: Number.MAX_SAFE_INTEGER,
  resetSeconds: 1,
}

export const noLimits: RateLimits = {
  spend: async () => free,
  tryAccount: async () => free,
  forgiveAccount: async () => {},
}

export function createRateLimits(pool: Pool, on = true): RateLimits {
  if (!on) return noLimits
  const counters = new Map<LimitName, Counter[]>()
  for (const name of Object.keys(limits) as LimitName[]) counters.set(name, countersOf(pool, name))
  return { spend: (name, asker) => spendAll(counters.get(name) ?? [], asker), ...accountTries(pool) }
}

/** What no longer counts goes away; else a flood of made-up addresses would fill the table. */
export async function sweepRateLimits(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('rate_limits').where('expire', '<', String(now.getTime())).execute()
}

interface Counter {
  readonly rule: Rule
  readonly limiter: RateLimiterAbstract
}

function countersOf(pool: Pool, name: LimitName): Counter[] {
  const rules: readonly Rule[] = limits[name]
  return rules.map((rule, at) => ({ rule, limiter: limiterOf(pool, `${name}-${at}`, rule) }))
}

function limiterOf(pool: Pool, keyPrefix: string, { points, seconds, kept }: Omit<Rule, 'by'>): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix, points, duration: seconds })
  if (!kept) return memory
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    // One job sweeps for all of them: see sweepRateLimits.
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: seconds,
    // Without the database the page has other worries; guessing stays slow.
    insuranceLimiter: memory,
  })
}

async function spendAll(counters: readonly Counter[], asker: Asker): Promise<Spent> {
  let tightest = free
  for (const { rule, limiter } of counters) {
    const key = keyFor(rule.by, asker)
    if (key === null) continue
    const spent = await spendOne(limiter, key, rule.points)
    if (!spent.allowed) return spent
    if (spent.remaining < tightest.remaining) tightest = spent
  }
  return tightest
}

async function spendOne(limiter: RateLimiterAbstract, key: string, limit: number, seconds?: number): Promise<Spent> {
  try {
    const result = await limiter.consume(key, 1, seconds ? { customDuration: seconds } : {})
    return spentOf(true, limit, result)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return spentOf(false, limit, refusal)
    throw refusal
  }
}

const spentOf = (allowed: boolean, limit: number, result: RateLimiterRes): Spent => ({
  allowed,
  limit,
  remaining: Math.max(0, result.remainingPoints),
  resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
})

function keyFor(by: By, { address, memberId, keyId, account }: Asker): string | null {
  if (by === 'person' && keyId) return `k${keyId}`
  if (by === 'account') return account ? accountKey(account) : null
  if (by === 'member') return memberId ? `m${memberId}` : null
  if (by === 'visitor') return memberId ? null : addressKey(address)
  return by === 'person' && memberId ? `m${memberId}` : addressKey(address)
}

const accountKey = (account: string) =>
  createHash('sha256').update(account.trim().toLowerCase()).digest('base64url').slice(0, 32)

const FREE_TRIES = 10
const LONGEST_DELAY = 5 * MINUTE

/** Seconds between two tries after `tries` of them within the hour: 2, 4, 8 … and never more than five minutes. */
export const delayAfter = (tries: number): number =>
  tries <= FREE_TRIES ? 0 : Math.min(LONGEST_DELAY, 2 ** Math.min(20, tries - FREE_TRIES))

function accountTries(pool: Pool): Pick<RateLimits, 'tryAccount' | 'forgiveAccount'> {
  const tries = limiterOf(pool, 'account-tries', { points: FREE_TRIES, seconds: HOUR, kept: true })
  const turns = limiterOf(pool, 'account-turn', { points: 1, seconds: LONGEST_DELAY, kept: true })
  return {
    tryAccount: async (account) => {
      const key = accountKey(account)
      const counted = await tries.penalty(key, 1)
      const delay = delayAfter(counted.consumedPoints)
      if (delay === 0) return spentOf(true, FREE_TRIES, counted)
      const turn = await spendOne(turns, key, 1, delay)
      // A try that had no turn does not make the next wait longer: else a stranger could keep the owner out.
      if (!turn.allowed) await tries.reward(key, 1)
      return turn
    },
    forgiveAccount: async (account) => {
      await Promise.all([tries.delete(accountKey(account)), turns.delete(accountKey(account))])
    },
  }
}
