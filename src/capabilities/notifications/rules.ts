/** After a mail about a question, what follows on it is gathered for ten minutes into the next one. */
export const BUNDLE_MINUTES = 10

/** Older than this is no news: nobody is told when a backlog is worked off. */
export const NEWS_DAYS = 3

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export const isNews = (occurredAt: Date, now: Date): boolean => now.getTime() - occurredAt.getTime() < NEWS_DAYS * DAY

/** When the mail about a question may leave: at once, or when the pause after the last one is over. */
export function mailTimeFor(lastMailedAt: Date | null, now: Date): Date {
  if (lastMailedAt === null) return now
  return new Date(Math.max(now.getTime(), lastMailedAt.getTime() + BUNDLE_MINUTES * MINUTE))
}

/** A preference of one's own goes before what the kind proposes. */
export const wantsMail = (chosen: string | undefined, byDefault: boolean): boolean =>
  chosen === undefined ? byDefault : chosen === 'on'
