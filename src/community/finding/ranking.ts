import type { QuestionState } from '#community/states/states.ts'

// Every number of the ranking stands here; docs/finding.md explains them.

/** What a word counts by the place where it stands: title, tags and product, beginning, best answer. */
export const places = { title: 1, topic: 0.75, beginning: 0.45, best: 0.35 }

/** As ts_rank wants them: from D to A. */
export const placeWeights = [places.best, places.beginning, places.topic, places.title]

/** Parts of the score: how well the words fit, how many are there, how much of the title they are, how near together. */
export const parts = { fit: 0.6, cover: 0.2, fill: 0.12, near: 0.08 }

const standings: Readonly<Record<QuestionState, number>> = {
  confirmed: 1.15,
  'brand-verified': 1.15,
  'community-confirmed': 1.12,
  answered: 1.04,
  new: 1,
  'not-solved': 1,
  escalated: 1,
  outdated: 0.8,
  duplicate: 0.8,
}

/** How much the state of a question counts, as a factor. */
export const standingOf = (state: QuestionState): number => standings[state]

/** A question of today counts 10 % more than an old one; half of that is gone after half a year. */
export const recency = { most: 0.1, halfLifeDays: 180 }

/** Order in which candidates are taken when more fit than are looked at. Does not age: all lose at the same rate. */
export function worthOf(state: QuestionState, createdAt: Date): number {
  const days = createdAt.getTime() / 86_400_000
  return Math.log2(standingOf(state)) * 4 + (days - 20_000) / recency.halfLifeDays
}

export const TIERS_PER_WORTH = 12

/** Questions of about the same worth (about fifteen days of it) form a tier: in the index a word that no text holds. */
export const tierOf = (worth: number): string => `~${Math.floor(worth * TIERS_PER_WORTH)}`

/** The looser searches are made only when the stricter ones found fewer than this. */
export const enough = { full: 10, most: 6 }

/** How many candidates are ranked at most, from the best kind of match to the weakest. */
export interface Candidates {
  readonly inTitle: number
  readonly everywhere: number
  readonly most: number
  readonly some: number
  /** How near together the words stand is only looked at in this many, the best so far. */
  readonly near: number
}
export const candidates: Candidates = { inTitle: 30, everywhere: 60, most: 40, some: 40, near: 16 }

/** Somebody who types sees five of them, and asks again with the next letter. */
export const candidatesWhileTyping: Candidates = { inTitle: 30, everywhere: 30, most: 20, some: 20, near: 12 }

/** Of a word that many questions hold, this many times the candidates are expected in the tiers that are looked at. */
export const TIER_MARGIN = 2.5

/** About which part of the questions that hold some words hold them in their title. */
export const IN_TITLE = 0.25

/** Rare words say more than common ones. */
export function rarity(documents: number): number {
  return 1 / Math.log2(4 + documents)
}

/** How much a word counts that is not exactly what was asked. */
export const likeness = { joined: 0.95, split: 0.9, head: 0.8, modifier: 0.6, part: 0.5, strong: 0.75 }

/** What a near match counts beside an exact one. */
export const nearness = { strong: 0.85, weak: 0.55 }

/** A word this rare may be a slip of the writer too: then similar words are looked at. */
export const RARE = 2

/** A similar word replaces a rare one only when it is this many times as common. */
export const MORE_COMMON = 4

/**
 * Questions that look alike: how many are kept; how many words of the title tell, the rarest; how many candidates each
 * search takes, and of how many at most; what the same board counts, where sharing all those words counts 1.
 */
export const alike = { kept: 6, words: 5, candidates: 24, read: 2_000, sameBoard: 0.15 }
