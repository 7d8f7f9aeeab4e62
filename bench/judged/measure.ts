import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { findQuestions } from '#community/finding/find.ts'
import { projectFolder } from '#platform/config/project-folder.ts'
import type { Db } from '#platform/db/database.ts'

interface Judged {
  kind: string
  words: string
  right: string[]
}

export interface Judgement extends Judged {
  /** Place of the first right question, from 1; null when none of the first ten is right. */
  rank: number | null
  /** Share of the right ones (at most five) among the first five. */
  recall: number
  first: string[]
}

export interface Relevance {
  readonly judgements: readonly Judgement[]
  /** Mean reciprocal rank: 1 when a right question always comes first. */
  readonly mrr: number
  readonly recallAt5: number
}

/** Asks the judged questions as a visitor and sees at which place a right one comes. */
export async function measureRelevance(db: Db, ids: ReadonlyMap<string, string>): Promise<Relevance> {
  const keys = new Map([...ids].map(([key, id]) => [id, key]))
  const judgements: Judgement[] = []
  for (const judged of readJudged()) judgements.push(await judge(db, judged, keys))
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  return {
    judgements,
    mrr: mean(judgements.map(({ rank }) => (rank === null ? 0 : 1 / rank))),
    recallAt5: mean(judgements.map(({ recall }) => recall)),
  }
}

export const readJudged = (): Judged[] =>
  (parse(readFileSync(projectFolder('bench/judged/queries.yaml'), 'utf8')) as Judged[]).map((one) => ({
    ...one,
    words: String(one.words),
  }))

async function judge(db: Db, judged: Judged, keys: ReadonlyMap<string, string>): Promise<Judgement> {
  const { hits } = await findQuestions(db, null, { words: judged.words, limit: 10 })
  const found = hits.map((hit) => keys.get(hit.id) ?? '?')
  const place = found.findIndex((key) => judged.right.includes(key))
  const inFive = found.slice(0, 5).filter((key) => judged.right.includes(key)).length
  return {
    ...judged,
    rank: place < 0 ? null : place + 1,
    recall: inFive / Math.min(5, judged.right.length),
    first: found.slice(0, 3),
  }
}
