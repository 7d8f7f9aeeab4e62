/**
 * What a number rests on, the firmest first. Published: as printed by the source. Derived: calculated from published
 * numbers. Assumption: replace it by your own.
 */
export const provenances = ['published', 'derived', 'assumption'] as const
export type Provenance = (typeof provenances)[number]
