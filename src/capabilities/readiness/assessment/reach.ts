/** Where potential members are. */
export const REACH_SOURCES = ['helpPages', 'callers', 'app', 'orderMail', 'forums', 'shops', 'employees'] as const
export type ReachSource = (typeof REACH_SOURCES)[number]

export interface ReachRow {
  readonly source: ReachSource
  /** People a year, from 0. */
  readonly size: number
  /** Share, 0 to 1, that is already in the rows above. */
  readonly overlap: number
  /** Share, 0 to 1, that may be invited. */
  readonly permission: number
  /** Share, 0 to 1, of the invited that is expected to come and look. */
  readonly conversion: number
}

/** Shares to begin with, until somebody knows better: assumptions. */
export const REACH_SHARES: Readonly<Record<ReachSource, Omit<ReachRow, 'source' | 'size'>>> = {
  helpPages: { overlap: 0, permission: 0.3, conversion: 0.05 },
  callers: { overlap: 0.5, permission: 0.4, conversion: 0.04 },
  app: { overlap: 0.4, permission: 0.6, conversion: 0.06 },
  orderMail: { overlap: 0.6, permission: 0.5, conversion: 0.03 },
  forums: { overlap: 0.2, permission: 0.1, conversion: 0.1 },
  shops: { overlap: 0.5, permission: 0.1, conversion: 0.02 },
  employees: { overlap: 0.1, permission: 0.9, conversion: 0.2 },
}

export interface Reach {
  readonly rows: readonly (ReachRow & {
    /** People who are in no row above. */
    readonly added: number
    /** Of those, who may be invited. */
    readonly contactable: number
    /** Of those, who are expected to come and look. */
    readonly visitors: number
  })[]
  /** L, rounded to whole people: what the assessment takes for `contactable`. */
  readonly contactable: number
  readonly visitors: number
  /** Visitors for each contactable person, null when there is nobody; the assessment assumes 0.01 to 0.12. */
  readonly conversion: number | null
}

/**
 * Adds up where people are, each counted once: row by row size × (1 − overlap with the rows above) × permission. Whoever
 * gave permission only in a later row than the first is left out, so this is rather too few than too many.
 */
export function reachFrom(given: readonly ReachRow[]): Reach {
  const rows = given.map((row) => {
    const added = row.size * (1 - row.overlap)
    const contactable = added * row.permission
    return { ...row, added, contactable, visitors: contactable * row.conversion }
  })
  const contactable = rows.reduce((sum, row) => sum + row.contactable, 0)
  const visitors = rows.reduce((sum, row) => sum + row.visitors, 0)
  return {
    rows,
    contactable: Math.round(contactable),
    visitors: Math.round(visitors),
    conversion: contactable > 0 ? visitors / contactable : null,
  }
}
