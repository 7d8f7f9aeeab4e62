import type { Exchange } from '#community/exchange.ts'
import { readOnce } from '#community/read-once.ts'
import { duration } from '#platform/i18n/times.ts'
import { type WeekFigures, weekFigures } from './queries.ts'

/** Fewer cases say nothing, so then nothing is said. */
export const FEWEST_CASES = 5

export const readWeek = ({ site }: Exchange): Promise<WeekFigures> =>
  readOnce(site, 'week', ['questions', 'sight', 'boards', 'brand'], () => weekFigures(site.db))

/** How long a first answer takes here, in words: the median of the last seven days. Null while too few tell. */
export async function usualWait(x: Exchange): Promise<string | null> {
  const { answered, medianSeconds } = await readWeek(x)
  return answered < FEWEST_CASES || medianSeconds === null ? null : duration(medianSeconds * 1_000, x.language)
}
