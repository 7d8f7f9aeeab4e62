import { type CronMatcher, parseCronItem, type TimestampDigest } from 'graphile-worker'

const HOUR = 3_600_000

/**
 * Reads a cron pattern in the community's zone instead of UTC. In the hour that the clock passes twice in autumn, work
 * for a fixed hour runs once; choose no hour between 2 and 3, which spring skips.
 */
export function inZone(pattern: string, zone: string, year = () => new Date().getUTCFullYear()): CronMatcher {
  const matches = parseCronItem({ task: 'any', match: pattern }).match
  const isEveryHour = pattern.split(/\s+/)[1] === '*'
  return (utc) => {
    const then = new Date(Date.UTC(year(), utc.month - 1, utc.date, utc.hour, utc.min))
    const local = digestIn(zone, then)
    if (!matches(local)) return false
    return isEveryHour || !isSame(local, digestIn(zone, new Date(then.getTime() - HOUR)))
  }
}

function digestIn(zone: string, then: Date): TimestampDigest {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(then)
      .map(({ type, value }) => [type, value]),
  )
  return {
    min: Number(parts.minute),
    hour: Number(parts.hour),
    date: Number(parts.day),
    month: Number(parts.month),
    dow: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(parts.weekday ?? ''),
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const numeric = { minute: 'numeric', hour: 'numeric', day: 'numeric', month: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en-US', { ...numeric, weekday: 'short', hourCycle: 'h23', timeZone })
  formats.set(timeZone, format)
  return format
}

function isSame(a: TimestampDigest, b: TimestampDigest): boolean {
  return a.min === b.min && a.hour === b.hour && a.date === b.date
}
