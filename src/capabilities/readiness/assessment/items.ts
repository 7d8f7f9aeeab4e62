import type { Provenance } from '../provenance.ts'
import { ENABLERS, type EnablerId, FOUNDATIONS, type ItemId } from './assessment.ts'

/** Raised whenever a question, an anchor, a weight or a threshold changes; kept with every answer. */
export const INSTRUMENT_VERSION = 1

/** The answers that can be given, 0 to 4. The words are `readiness.item.<id>.anchor.<answer>`. */
export const ANSWERS = [0, 1, 2, 3, 4] as const
export type Answer = (typeof ANSWERS)[number]

/** How sure somebody can be: a guess, from experience, measured. Words: `readiness.item.confidence.<code>`. */
export const CONFIDENCES = [
  { code: 'guess', value: 0.5 },
  { code: 'experience', value: 0.8 },
  { code: 'measured', value: 1 },
] as const

export interface Anchor {
  readonly answer: Answer
  readonly provenance: Provenance
  /** An id of SOURCES, or null for what is assumed. */
  readonly source: string | null
}

export interface Item {
  readonly id: ItemId
  readonly group: 'foundation' | 'enabler'
  /** Share in the enablers, together 1; null for foundations, where the two best count. */
  readonly weight: number | null
  readonly anchors: readonly Anchor[]
  /** Why it is asked: an id of SOURCES. */
  readonly source: string | null
}

/** Weights are expert judgement: no source gives validated ones. */
export const WEIGHTS: Readonly<Record<EnablerId, number>> = {
  collaboration: 0.2,
  content: 0.15,
  patience: 0.2,
  reach: 0.2,
  capacity: 0.15,
  measurement: 0.1,
}

export const STEP = 25

/** The score of an anchored answer, 0 to 100. */
export function scoreOf(answer: Answer): number {
  return STEP * answer
}

const published = (answer: Answer, source: string): Anchor => ({ answer, provenance: 'published', source })
const derived = (answer: Answer, source: string): Anchor => ({ answer, provenance: 'derived', source })
const assumed = (answer: Answer): Anchor => ({ answer, provenance: 'assumption', source: null })
const allAssumed = ANSWERS.map(assumed)

// Life cycle and audience are published; how they are cut into steps is ours, hence "derived".
const ANCHORS: Partial<Record<ItemId, readonly Anchor[]>> = {
  patience: [
    ...[assumed(0), derived(1, 'feverbee-life-cycle'), derived(2, 'feverbee-life-cycle')],
    ...[derived(3, 'feverbee-life-cycle'), published(4, 'feverbee-life-cycle')],
  ],
  reach: [derived(0, 'feverbee-benchmark'), derived(1, 'feverbee-benchmark'), assumed(2), assumed(3), assumed(4)],
}

const SOURCE_OF: Partial<Record<ItemId, string>> = {
  collaboration: 'leader-networks',
  patience: 'feverbee-life-cycle',
  reach: 'feverbee-benchmark',
  capacity: 'cmx-2021',
  measurement: 'algesheimer-2010',
}

export const ITEM_LIST: readonly Item[] = [
  ...FOUNDATIONS.map((id) => itemOf(id, 'foundation', null)),
  ...ENABLERS.map((id) => itemOf(id, 'enabler', WEIGHTS[id])),
]

function itemOf(id: ItemId, group: Item['group'], weight: number | null): Item {
  return { id, group, weight, anchors: ANCHORS[id] ?? allAssumed, source: SOURCE_OF[id] ?? null }
}
