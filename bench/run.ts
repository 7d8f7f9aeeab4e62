// How fast it is: npm run bench [-- --quick] [-- --only <name>] [-- --scale 10]. See docs/bench.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '#platform/db/embedded.ts'
import { build } from '../scripts/build.mjs'
import { measureAnswers } from './answers.ts'
import { measureBusinessCase } from './business-case.ts'
import { measureLive } from './live.ts'
import { type Load, type Measured, measure, measureByTurns } from './load.ts'
import { watchMemory } from './memory.ts'
import { measureAtPace } from './paced.ts'
import { listPages, type MeasuredPage } from './pages.ts'
import { preparePlace, withDatabase } from './place.ts'
import { type Product, startProduct } from './product.ts'
import { type Fact, factsOf, machine, type Row, tableOf } from './report.ts'
import { measureStarts } from './start.ts'
import { weighPage } from './weight.ts'
import { startBarePage, startLimit } from './yardsticks/yardsticks.ts'

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    scale: { type: 'string', default: '1' },
  },
})
const scale = Number(asked.scale)
const seconds = asked.quick ? 2 : 6
const warmUp = asked.quick ? 2 : 4
const PACE = 150
const ROUNDS = 3
const isAsked = (name: string) => !asked.only || name.includes(asked.only)
const say = (line: string) => console.log(line)

await build()
const dataDir = await preparePlace(scale, say)
const begun: { stop(): unknown }[] = []
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopAll().finally(() => process.exit(1)))
const database = started(await startServer(dataDir))
const rows: Row[] = []
const facts: Fact[] = []
try {
  await measureEverything(started(await startProduct(dataDir)))
} finally {
  await stopAll()
}
if (isAsked('business-case') && scale === 1) await measureCase()
if (isAsked('start') && scale === 1) await measureStarting()
const tables = `${tableOf(rows)}\n\n${factsOf(facts)}`
say(`\n${tables}`)
if (!asked.only && !asked.quick) keep(tables)

/** Stopped at the end, and when somebody breaks off. */
function started<Running extends { stop(): unknown }>(running: Running): Running {
  begun.push(running)
  return running
}

async function stopAll(): Promise<void> {
  for (const running of begun.splice(0).reverse()) await running.stop()
}

async function measureEverything(product: Product): Promise<void> {
  const pages = await withDatabase(database.connectionString, listPages)
  if (isAsked('weight')) await measureWeight(product, pages)
  // First, while nothing else has grown the process.
  if (isAsked('live')) await measureOpenPages(product)
  const memory = started(watchMemory(product.pid))
  for (const page of pages.filter(({ name }) => isAsked(name))) {
    for (const signedIn of page.signedIn) await measurePage(product, page, signedIn)
  }
  if (isAsked('answers')) await measureWriting(product)
  const most = memory.most()
  if (!asked.only) add('memory of the product under load', `${Math.round(most)} MB`, '≤ 250 MB', most <= 250)
}

async function measurePage(product: Product, page: MeasuredPage, signedIn: boolean): Promise<void> {
  const load: Load = { url: product.url, paths: page.paths, signedIn, seconds }
  await measure({ ...load, seconds: warmUp })
  if (!signedIn && page.isKept) return compareWithLimit(load, page.name)
  if (page.name === 'question') return compareWithBarePage(load)
  const row: Row = { ...(await measure(load)), name: page.name, who: whoOf(load) }
  put(page.name === 'search' ? { ...row, goal: goal('≥ 150/s', row.perSecond >= 150) } : row)
  if (page.name === 'search' || page.name === 'suggestions') await measurePaced(load)
}

/**
 * Sixteen that never pause wait for one another: how long somebody waits for a search is measured at the rate that must
 * be reached.
 */
async function measurePaced(load: Load): Promise<void> {
  const figures = await measureAtPace(load, PACE)
  const isMet = figures.perSecond >= 0.95 * PACE && figures.p95 <= 50
  put({ ...figures, name: `— at ${PACE}/s`, who: whoOf(load), goal: goal('p95 ≤ 50 ms', isMet) })
}

async function compareWithLimit(load: Load, name: string): Promise<void> {
  const limit = started(await startLimit(load.url, load.paths))
  const [ours, most] = await compare(load, { ...load, url: limit.url, paths: load.paths.map(withoutQuery) })
  limit.stop()
  const against = { name: 'the limit', perSecond: most.perSecond }
  put({ ...ours, name, who: 'visitor', against, goal: goal('≥ 60 %', ours.perSecond >= 0.6 * most.perSecond) })
  put({ ...most, name: '— limit', who: 'visitor' })
}

async function compareWithBarePage(load: Load): Promise<void> {
  const page = started(await startBarePage(database.connectionString))
  const [ours, bare] = await compare(load, { ...load, url: page.url })
  page.stop()
  const isMet = ours.perSecond >= 800 && ours.perSecond >= 0.7 * bare.perSecond && ours.p99 <= 40
  const against = { name: 'the bare page', perSecond: bare.perSecond }
  put({ ...ours, name: 'question', who: 'member', against, goal: goal('≥ 70 %, ≥ 800/s, p99 ≤ 40 ms', isMet) })
  put({ ...bare, name: '— bare page', who: 'member' })
}

async function compare(load: Load, yardstick: Load): Promise<[Measured, Measured]> {
  await measure({ ...yardstick, seconds: warmUp })
  return measureByTurns(load, yardstick, ROUNDS)
}

async function measureWriting(product: Product): Promise<void> {
  await withDatabase(database.connectionString, async (db) => {
    await measureAnswers(product.url, dataDir, db, 300)
    const written = await measureAnswers(product.url, dataDir, db, asked.quick ? 1_000 : 3_000)
    const isMet = written.perSecond >= 400 && written.lost === 0
    put({ ...written, name: 'writing answers', who: 'member', goal: goal('≥ 400/s, none lost', isMet) })
    add('answers acknowledged and lost', String(written.lost), '0', written.lost === 0)
  })
}

async function measureOpenPages(product: Product): Promise<void> {
  const live = await withDatabase(database.connectionString, (db) => measureLive(product.url, product.pid, dataDir, db))
  add('memory of 1,000 open pages', `${Math.round(live.megabytes)} MB`, '≤ 100 MB', live.megabytes <= 100)
  const words = `${live.reached} of ${live.open} in ${Math.round(live.milliseconds)} ms`
  add('a new answer reaches them', words, 'all in ≤ 3 s', live.reached === live.open && live.milliseconds <= 3_000)
}

async function measureWeight(product: Product, pages: readonly MeasuredPage[]): Promise<void> {
  const path = pages.find(({ name }) => name === 'question')?.paths[0] ?? '/'
  const { script, style } = await weighPage(product.url, path)
  add('scripts of a reading page', `${script.toFixed(1)} KB`, '≤ 45 KB', script <= 45)
  add('styles of a reading page', `${style.toFixed(1)} KB`, '≤ 20 KB', style <= 20)
}

async function measureCase(): Promise<void> {
  const { withoutDrivers, withDrivers, command } = await measureBusinessCase()
  const second = (seconds: number) => `${seconds.toFixed(2)} s`
  add('100,000 runs of a business case', second(withoutDrivers), '≤ 1.5 s', withoutDrivers <= 1.5)
  add('the same with what it hangs on', second(withDrivers), '≤ 3 s', withDrivers <= 3)
  add('business-case on the command line', second(command), '≤ 5 s', command <= 5)
}

async function measureStarting(): Promise<void> {
  const { first, second } = await measureStarts()
  add('demo from nothing, with the build', `${first.toFixed(1)} s`, '≤ 15 s', first <= 15)
  add('demo once more', `${second.toFixed(1)} s`, '≤ 4 s', second <= 4)
}

function put(row: Row): void {
  rows.push(row)
  say(`${row.name} ${row.who}: ${Math.round(row.perSecond)}/s, p99 ${row.p99} ms`)
}

function add(name: string, value: string, goalWords: string, isMet: boolean): void {
  facts.push({ name, value, goal: goalWords, isMet })
  say(`${name}: ${value}`)
}

function goal(words: string, isMet: boolean) {
  return { words, isMet }
}

function whoOf({ signedIn }: Load) {
  return signedIn ? 'member' : 'visitor'
}

function withoutQuery(path: string): string {
  return path.split('?')[0] as string
}

/** Between two marks in docs/bench.md, one pair for each size of the data. */
function keep(table: string): void {
  const file = join(import.meta.dirname, '../docs/bench.md')
  const [begin, end] = [`<!-- measured ×${scale} -->`, `<!-- end ×${scale} -->`]
  const now = readFileSync(file, 'utf8')
  const [before = now, rest = ''] = now.split(begin)
  const after = rest.split(end)[1] ?? ''
  const date = new Date().toISOString().slice(0, 10)
  writeFileSync(file, `${before}${begin}\n\n${date}, ${machine()}\n\n${table}\n\n${end}${after}`)
}
