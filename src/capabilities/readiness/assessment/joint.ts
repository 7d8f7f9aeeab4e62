import type { Answers, ItemAnswer } from './answers.ts'
import { ITEMS, type ItemId } from './assessment.ts'

/** One question that people answered differently. */
export interface Difference {
  readonly item: ItemId
  /** Who gave which answer, 0 to 4, the lowest first. */
  readonly given: readonly { readonly name: string; readonly answer: number }[]
  /** Between the lowest and the highest, 0 to 4. */
  readonly apart: number
}

/** Where they are furthest apart first; where all say the same is left out. */
export function differencesAmong(people: readonly { name: string; answers: Answers }[]): Difference[] {
  return ITEMS.map((item) => {
    const given = people
      .flatMap(({ name, answers }) => (answers.items[item] ? [{ name, answer: answers.items[item].answer }] : []))
      .toSorted((one, other) => one.answer - other.answer)
    return { item, given, apart: (given.at(-1)?.answer ?? 0) - (given[0]?.answer ?? 0) }
  })
    .filter(({ apart }) => apart > 0)
    .sort((one, other) => other.apart - one.apart)
}

/**
 * What several people say together: the mean of their answers, as sure as they are on average but never surer than they
 * agree. Of the counts the lowest holds; the law says yes only when nobody doubts it.
 */
export function jointAnswers(people: readonly Answers[]): Answers {
  const [only] = people
  if (people.length === 1 && only) return only
  const items = ITEMS.flatMap((item) => {
    const given = people.flatMap(({ items: own }) => own[item] ?? [])
    return given.length > 0 ? [[item, jointItem(given)]] : []
  })
  return {
    items: Object.fromEntries(items),
    legal: jointLegal(people),
    contactable: lowest(people.flatMap(({ contactable }) => contactable ?? [])),
    founders: lowest(people.flatMap(({ founders }) => founders ?? [])),
    sources: people.findLast(({ sources }) => Object.keys(sources).length > 0)?.sources ?? {},
    place: means(people.map(({ place }) => place)),
    signals: means(people.map(({ signals }) => signals)),
  }
}

function jointItem(given: readonly ItemAnswer[]): ItemAnswer {
  const answers = given.map(({ answer }) => answer)
  const halfRange = (Math.max(...answers) - Math.min(...answers)) / 2
  const halfBand = mean(given.map(({ confidence }) => 1 - confidence))
  // A band reaches (1 − confidence) steps to each side.
  const confidence = 1 - Math.min(1, Math.max(halfBand, halfRange))
  return { answer: mean(answers), confidence }
}

function jointLegal(people: readonly Answers[]): boolean | null {
  const said = people.map(({ legal }) => legal ?? null)
  return said.includes(false) ? false : said.includes(null) ? null : true
}

function means(several: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = new Set(several.flatMap((one) => Object.keys(one)))
  return Object.fromEntries([...names].map((name) => [name, mean(several.flatMap((one) => one[name] ?? []))]))
}

const lowest = (counts: readonly number[]): number | undefined => (counts.length > 0 ? Math.min(...counts) : undefined)

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
