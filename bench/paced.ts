import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { CONNECTIONS, headersFor, type Load, type Measured } from './load.ts'

interface Answered {
  readonly milliseconds: number
  readonly bytes: number
  readonly isWell: boolean
}

/**
 * So many requests a second at even intervals, whether the ones before were answered or not: people do not wait for one
 * another. Each time counts from when the request was due.
 */
export async function measureAtPace({ url, paths, signedIn, seconds }: Load, perSecond: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const began = performance.now()
  const under = await Promise.all(
    Array.from({ length: perSecond * seconds }, async (_, nth) => {
      const due = began + (nth * 1_000) / perSecond
      await pause(Math.max(0, due - performance.now()))
      return ask(agent, url + paths[nth % paths.length], signedIn ? nth % CONNECTIONS : null, due)
    }),
  )
  const took = performance.now() - began
  agent.destroy()
  return figuresOf(under, took)
}

function ask(agent: Agent, url: string, member: number | null, due: number): Promise<Answered> {
  return new Promise((resolve) => {
    const answered = (bytes: number, isWell: boolean) =>
      resolve({ milliseconds: performance.now() - due, bytes, isWell })
    get(url, { agent, headers: headersFor(member) }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => answered(bytes, response.statusCode === 200))
    }).on('error', () => answered(0, false))
  })
}

function figuresOf(all: readonly Answered[], took: number): Measured {
  const sorted = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return {
    perSecond: all.length / (took / 1_000),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) / all.length,
    failures: all.filter(({ isWell }) => !isWell).length,
  }
}
