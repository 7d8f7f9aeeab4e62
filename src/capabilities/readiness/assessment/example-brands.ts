import type { Answers } from './answers.ts'
import { ITEMS, type ItemId } from './assessment.ts'

export const EXAMPLE_BRANDS = ['energy', 'giffgaff', 'detergent'] as const
export type ExampleBrand = (typeof EXAMPLE_BRANDS)[number]

/** Three brands that end differently, as an outsider would fill it in: illustrations, not measurements. */
export const exampleAnswers: Readonly<Record<ExampleBrand, Answers>> = {
  energy: {
    items: itemsOf([1, 1, 2], [2, 2, 1, 3, 1, 2]),
    legal: null,
    contactable: 180_000,
    founders: 20,
    sources: {},
    place: { home: 1, account: 2, longTail: 2, deflection: 2, control: 1, habit: 0, ownership: 1 },
    signals: {
      recommended: 1,
      novelties: 1,
      studies: 2,
      partners: 3,
      workforce: 2,
      incidents: 3,
      searchers: 4,
      makers: 2,
    },
  },
  giffgaff: {
    items: itemsOf([3, 4, 3], [4, 2, 4, 3, 3, 3]),
    legal: true,
    contactable: 400_000,
    founders: 100,
    sources: {},
    place: { home: -2, account: 2, longTail: 2, deflection: 2, control: 2, habit: -1, ownership: 2 },
    signals: {
      recommended: 4,
      novelties: 3,
      studies: 2,
      partners: 0,
      workforce: 0,
      incidents: 1,
      searchers: 3,
      makers: 3,
    },
  },
  detergent: {
    items: itemsOf([0, 0, 1], [1, 1, 1, 3, 1, 1]),
    legal: true,
    contactable: 120_000,
    founders: 5,
    sources: {},
    place: { home: 2, account: -2, longTail: 0, deflection: -1, control: 0, habit: 2, ownership: 0 },
    signals: {
      recommended: 0,
      novelties: 2,
      studies: 4,
      partners: 0,
      workforce: 2,
      incidents: 2,
      searchers: 1,
      makers: 0,
    },
  },
}

function itemsOf(foundations: readonly number[], enablers: readonly number[]): Answers['items'] {
  const answers = [...foundations, ...enablers]
  const pairs = ITEMS.map((item, at): [ItemId, Answers['items'][ItemId]] => [
    item,
    { answer: answers[at] ?? 0, confidence: 0.8 },
  ])
  return Object.fromEntries(pairs)
}
