import type { Writable } from 'node:stream'
import type pg from 'pg'

type Query = (...words: unknown[]) => Promise<unknown>

/**
 * Keeps `begin` back until the first statement of its transaction, and sends the two together: a deed has one way less
 * to go, and one that says nothing has none. The connection must take a second statement before the first is answered.
 */
export function beginLater(client: pg.PoolClient): void {
  const send = client.query.bind(client) as Query
  const together = inOneGo(client)
  const status = client.getTransactionStatus.bind(client)
  let isBeginning = false
  const query: Query = (...words) => {
    if (isPlain(words, 'begin') && !isBeginning && status() === 'I') {
      isBeginning = true
      return Promise.resolve(NOTHING)
    }
    if (!isBeginning) return send(...words)
    try {
      if (isPlain(words, 'commit') || isPlain(words, 'rollback')) return Promise.resolve(NOTHING)
      return together(() => {
        // Where it fails, so does what follows it on the same connection, and is told there.
        send('begin').catch(() => {})
        return send(...words)
      })
    } finally {
      isBeginning = false
    }
  }
  client.getTransactionStatus = () => (isBeginning ? 'T' : status())
  client.query = query as typeof client.query
}

/** Each write wakes the server once more. */
function inOneGo(client: pg.PoolClient) {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  return <Result>(work: () => Result): Result => {
    stream.cork()
    try {
      return work()
    } finally {
      stream.uncork()
    }
  }
}

const NOTHING = { command: '', rowCount: null, oid: 0, rows: [], fields: [] }

/** As Kysely says it; whoever hands a callback along is not kept waiting. */
const isPlain = (words: readonly unknown[], text: string) => words[0] === text && typeof words.at(-1) !== 'function'
