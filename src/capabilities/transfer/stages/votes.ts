import { inTransaction } from '#platform/db/database.ts'
import type { RowValues } from '../dump/rows.ts'
import { idIn, optionalDateIn, RowProblem } from '../dump/values.ts'
import { type Importing, refuseWhenStopped, rowsOf } from '../importing.ts'
import { addTallies, deleteTallies, type Tally } from '../queries.ts'

const ACCEPTED = '1'
const UP = '2'
const DOWN = '3'
const BATCH = 5_000

/** Adds up-votes per post before the posts come in. Counted anew at each run: a run that broke off leaves no halves. */
export async function importVotes(importing: Importing): Promise<void> {
  const { site, source, report } = importing
  await deleteTallies(site.db, source)
  const count = report.of('votes')
  let tallies = new Map<string, Tally>()
  for await (const row of rowsOf(importing, 'votes', 'Votes')) {
    if ('broken' in row) {
      report.skip('votes', { file: 'Votes', line: row.line, words: `the row is ${row.broken}` })
      continue
    }
    count.read += 1
    try {
      tally(importing, row.values, tallies)
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error
      report.skip('votes', { file: 'Votes', line: row.line, words: error.message })
    }
    if (tallies.size < BATCH) continue
    await add(tallies)
    tallies = new Map()
  }
  await add(tallies)

  async function add(batch: ReadonlyMap<string, Tally>) {
    refuseWhenStopped(importing)
    if (batch.size > 0) await inTransaction(site.db, (db) => addTallies(db, source, [...batch.values()]))
  }
}

function tally({ report, now }: Importing, values: RowValues, tallies: Map<string, Tally>): void {
  const key = idIn(values, 'PostId')
  const type = idIn(values, 'VoteTypeId')
  const before = tallies.get(key) ?? { key, up: 0, down: 0, acceptedAt: null }
  if (type === UP) {
    tallies.set(key, { ...before, up: before.up + 1 })
  } else if (type === ACCEPTED) tallies.set(key, { ...before, acceptedAt: optionalDateIn(values, 'CreationDate', now) })
  else report.leave(type === DOWN ? 'down-vote' : `vote of type ${type}`)
}
