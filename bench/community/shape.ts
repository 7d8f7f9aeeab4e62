import type { Chance } from './chance.ts'

export interface Size {
  readonly members: number
  readonly questions: number
  readonly answers: number
  readonly comments: number
}

export const sizeFor = (scale: number): Size => ({
  members: 2_000 * scale,
  questions: 10_000 * scale,
  answers: 75_000 * scale,
  comments: 25_000 * scale,
})

export const LONGEST = 1_000
const MOST_ELSEWHERE = 400

/**
 * How many answers each question has, in random order: one has a thousand, some have hundreds, most a few, and one in
 * ten has none. They add up to `answers`.
 */
export function answerCounts({ questions, answers }: Size, chance: Chance): number[] {
  const answered = Math.floor(questions * 0.9)
  const weights = Array.from({ length: answered - 1 }, (_, rank) => (rank + 2) ** -0.8)
  const left = answers - LONGEST
  const share = left / weights.reduce((sum, weight) => sum + weight, 0)
  const counts = weights.map((weight) => Math.min(MOST_ELSEWHERE, Math.max(1, Math.round(weight * share))))
  even(counts, left)
  return chance.shuffled([LONGEST, ...counts, ...Array<number>(questions - answered).fill(0)])
}

/** Brings the sum right by one more or one less here and there, away from the few longest. */
function even(counts: number[], wanted: number): void {
  let missing = wanted - counts.reduce((sum, count) => sum + count, 0)
  for (let at = Math.min(100, counts.length - 1); missing !== 0; at = at + 1 < counts.length ? at + 1 : 0) {
    const step = Math.sign(missing)
    if ((counts[at] as number) + step < 1) continue
    counts[at] = (counts[at] as number) + step
    missing -= step
  }
}
