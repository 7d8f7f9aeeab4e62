import { type Provenance, provenances } from '../provenance.ts'
import { type Anchor, ITEM_LIST } from './items.ts'

/** A figure of the method that is no answer of somebody: what it rests on, and where that can be read. */
export interface Footing {
  readonly figure: (typeof FIGURES)[number]
  readonly provenance: Provenance
  /** An id of SOURCES. */
  readonly source: string | null
}

const FIGURES = [
  ...(['weights', 'bars', 'gates', 'rule', 'founders', 'post', 'visit', 'active'] as const),
  ...(['survival', 'stall', 'place', 'objectives', 'plan', 'budget'] as const),
]

export const FOOTINGS: readonly Footing[] = [
  { figure: 'weights', provenance: 'assumption', source: null },
  { figure: 'bars', provenance: 'assumption', source: null },
  { figure: 'gates', provenance: 'assumption', source: null },
  { figure: 'rule', provenance: 'published', source: 'feverbee-life-cycle' },
  { figure: 'founders', provenance: 'published', source: 'feverbee-founders' },
  { figure: 'post', provenance: 'published', source: 'msdn-plan' },
  { figure: 'visit', provenance: 'assumption', source: null },
  { figure: 'active', provenance: 'assumption', source: null },
  { figure: 'survival', provenance: 'assumption', source: null },
  { figure: 'stall', provenance: 'published', source: 'deloitte-2008' },
  { figure: 'place', provenance: 'assumption', source: null },
  { figure: 'objectives', provenance: 'assumption', source: null },
  { figure: 'plan', provenance: 'assumption', source: null },
  { figure: 'budget', provenance: 'assumption', source: null },
]

export const ITEM_FOOTINGS = ITEM_LIST.map(({ id, anchors, source }) => ({
  item: id,
  provenances: provenancesOf(anchors),
  source,
}))

/** What its five anchors rest on, each kind once, the firmest first. */
function provenancesOf(anchors: readonly Anchor[]): Provenance[] {
  return provenances.filter((kind) => anchors.some(({ provenance }) => provenance === kind))
}
