import autocannon from 'autocannon'
import { tokenOf } from './community/people.ts'

export interface Load {
  readonly url: string
  /** Asked for in turn; each connection begins elsewhere in the row. */
  readonly paths: readonly string[]
  readonly signedIn: boolean
  readonly seconds: number
}

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Of one answer on the wire, with its headers. */
  readonly bytes: number
  readonly failures: number
}

export const CONNECTIONS = 16
/** As a browser says it on a plain loopback connection too, so that both sides of a comparison compress. */
const ENCODINGS = 'gzip, deflate, br'

export const headersFor = (member: number | null): Record<string, string> => ({
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': ENCODINGS,
  'accept-language': 'nl-NL,nl;q=0.9',
  'user-agent': 'Mozilla/5.0 (X11; Linux x64) Firefox/140.0',
  ...(member === null ? {} : { cookie: `onderling-session=${tokenOf(member)}` }),
})

/** Sixteen connections, each another member when they are signed in. */
export async function measure({ url, paths, signedIn, seconds }: Load): Promise<Measured> {
  let started = 0
  const result = await run({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      const nth = started++
      client.setHeaders(headersFor(signedIn ? nth : null))
      const from = Math.floor((nth * paths.length) / CONNECTIONS)
      const row = [...paths.slice(from), ...paths.slice(0, from)]
      client.setRequests(row.map((path) => ({ method: 'GET', path })))
    },
  })
  return figuresOf(result)
}

/**
 * Both by turns, so that a slow minute of the machine meets both alike. Answers of each its middle run, by requests per
 * second; the number of rounds is odd.
 */
export async function measureByTurns(one: Load, other: Load, rounds: number): Promise<[Measured, Measured]> {
  const runs: [Measured[], Measured[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    runs[0].push(await measure(one))
    runs[1].push(await measure(other))
  }
  return [middleOf(runs[0]), middleOf(runs[1])]
}

function middleOf(runs: readonly Measured[]): Measured {
  const ordered = runs.toSorted((a, b) => a.perSecond - b.perSecond)
  return ordered[(ordered.length - 1) / 2] as Measured
}

export function run(options: autocannon.Options): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result)))
  })
}

export function figuresOf(result: autocannon.Result): Measured {
  const { requests, latency, throughput } = result
  return {
    perSecond: requests.total / result.duration,
    p50: latency.p50,
    // Autocannon knows no 95th: the next finer one is a little stricter.
    p95: latency.p97_5,
    p99: latency.p99,
    bytes: requests.total > 0 ? throughput.total / requests.total : 0,
    failures: result.errors + result.timeouts + result.non2xx,
  }
}
