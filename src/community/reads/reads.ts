import type { FastifyRequest } from 'fastify'
import type { Exchange } from '#community/exchange.ts'
import type { Site } from '#community/site.ts'
import { addReads, type Counts, openReadingDay, type Read, type ReadingDay } from './queries.ts'
import { cameBySearching, isPerson, type Reader, readerHash, readerOf } from './readers.ts'

/** Reads are gathered here and written together; what a crash loses are a few seconds of counting, nothing else. */
interface Tally {
  reads: (Reader & { questionId: string })[]
  counts: Record<keyof Counts, number>
  timer: NodeJS.Timeout | null
  writing: Promise<void>
}

const WRITE_EVERY_MS = 4_000
const MOST_GATHERED = 5_000

const tallies = new WeakMap<Site, Tally>()

/** Somebody opened a question. Robots, prefetches and live refreshes are no reading; who it was is not kept. */
export function countRead(x: Exchange, questionId: string): void {
  countReadBy(x.site, x.request, questionId)
}

/** The same for a page that was served as kept, where no handler runs. */
export function countReadBy(site: Site, request: FastifyRequest, questionId: string): void {
  if (!/^[1-9]\d{0,17}$/.test(questionId) || !isPerson(request)) return
  const tally = tallyOf(site)
  if (tally.reads.length < MOST_GATHERED) tally.reads.push({ ...readerOf(request), questionId })
  if (cameBySearching(request.query)) countOpened(site)
}

/** So many suggestions or results were shown. */
export const countShown = (site: Site, hits: number): void => add(site, 'shown', hits)
/** One of them was opened. */
export const countOpened = (site: Site): void => add(site, 'opened', 1)
export const countHelped = (site: Site): void => add(site, 'helped', 1)
export const countNotHelped = (site: Site): void => add(site, 'notHelped', 1)

function add(site: Site, name: keyof Counts, by: number): void {
  tallyOf(site).counts[name] += by
}

function tallyOf(site: Site): Tally {
  const tally = tallies.get(site) ?? { reads: [], counts: noCounts(), timer: null, writing: Promise.resolve() }
  tallies.set(site, tally)
  tally.timer ??= setTimeout(() => {
    tally.timer = null
    void writeReads(site)
  }, WRITE_EVERY_MS).unref()
  return tally
}

const noCounts = () => ({ shown: 0, opened: 0, helped: 0, notHelped: 0 })

/** Writes what was gathered; also called when the process stops. Counting never disturbs anybody: failures are logged. */
export function writeReads(site: Site): Promise<void> {
  const tally = tallies.get(site)
  if (!tally) return Promise.resolve()
  tally.writing = tally.writing
    .then(() => write(site, tally))
    .catch((error) => {
      site.log.warn({ err: error }, 'reads were not counted')
    })
  return tally.writing
}

async function write(site: Site, tally: Tally): Promise<void> {
  const { reads, counts } = tally
  if (reads.length === 0 && Object.values(counts).every((count) => count === 0)) return
  tally.reads = []
  tally.counts = noCounts()
  const today = await readingDay(site)
  await addReads(
    site.db,
    today.day,
    reads.map((read) => hashed(today, read)),
    counts,
  )
}

const hashed = ({ salt }: ReadingDay, read: Tally['reads'][0]): Read => ({
  readerHash: readerHash(salt, read),
  questionId: read.questionId,
})

const DAY_KNOWN_MS = 60_000
const days = new WeakMap<Site, { day: ReadingDay; since: number }>()

async function readingDay(site: Site): Promise<ReadingDay> {
  const known = days.get(site)
  if (known && Date.now() - known.since < DAY_KNOWN_MS) return known.day
  const day = await openReadingDay(site.db)
  days.set(site, { day, since: Date.now() })
  return day
}
