// How good the answers of the search are: node bench/relevance.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '#platform/db/database.ts'
import { startServer } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { writeDemoQuestions } from './judged/community.ts'
import { measureRelevance, type Relevance } from './judged/measure.ts'

const folder = mkdtempSync(join(tmpdir(), 'onderling-relevance-'))
const server = await startServer(folder, () => {}, { settings: { fsync: 'off' } })
try {
  await migrate(server.connectionString)
  const pool = createPool(server.connectionString, { max: 2 })
  const db = createDatabase(pool)
  print(await measureRelevance(db, await writeDemoQuestions(db)))
  await db.destroy()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function print({ judgements, mrr, recallAt5 }: Relevance) {
  for (const { kind, words, rank, first } of judgements.filter((one) => one.rank !== 1)) {
    console.log(`${String(rank ?? '–').padStart(2)}  ${kind.padEnd(8)}  ${words.padEnd(46)}  ${first.join(', ')}`)
  }
  const kinds = [...new Set(judgements.map((one) => one.kind))]
  for (const kind of kinds) {
    const of = judgements.filter((one) => one.kind === kind)
    const sum = of.reduce((total, { rank }) => total + (rank ? 1 / rank : 0), 0)
    console.log(`${kind.padEnd(10)} ${of.length} queries, mean reciprocal rank ${(sum / of.length).toFixed(3)}`)
  }
  console.log(
    `all        ${judgements.length} queries, mean reciprocal rank ${mrr.toFixed(3)}, recall@5 ${recallAt5.toFixed(3)}`,
  )
}
