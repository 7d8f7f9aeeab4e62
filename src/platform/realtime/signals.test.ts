import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { payloadsOf, readPayload } from './payload.ts'
import { Signals, type SignalsOptions, type Touched } from './signals.ts'

const { pool } = await testDatabase()
const processes: Signals[] = []
afterAll(() => Promise.all(processes.map((process) => process.stop())))

async function aProcess(options: SignalsOptions = {}) {
  const signals = new Signals(pool, { netEvery: 60_000, ...options })
  const heard: Touched[] = []
  signals.subscribe((touched) => heard.push(touched))
  await signals.start()
  processes.push(signals)
  return { signals, heard, names: () => heard.flat() }
}

describe('a change', () => {
  it('is heard at once in its own process, once, and soon after in the others', async () => {
    const [here, there] = [await aProcess(), await aProcess()]
    here.signals.send(['question:1'])
    here.signals.send(['question:2', 'question:1'])
    expect(here.heard).toEqual([['question:1'], ['question:2', 'question:1']])
    await vi.waitFor(() => expect(there.heard).toEqual([['question:1', 'question:2']]), 20_000)
    await pause(60)
    expect(here.heard).toHaveLength(2)
  })

  it('of very many things still reaches the others, in several notifications', async () => {
    const [here, there] = [await aProcess(), await aProcess()]
    const tags = Array.from({ length: 2_000 }, (_, n) => `question:${n}`)
    here.signals.send(tags)
    await vi.waitFor(() => expect(there.names().sort()).toEqual([...tags].sort()), 20_000)
    expect(there.heard.length).toBeGreaterThan(2)
  })

  it('while the listening connection is lost is made good: everything is taken as changed', async () => {
    const [here, there] = [await aProcess(), await aProcess()]
    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'`)
    await vi.waitFor(() => expect(there.heard).toContain('everything'), 3_000)
    here.signals.send(['question:9'])
    await vi.waitFor(() => expect(there.names()).toContain('question:9'), 3_000)
  })
})

describe('a change of which no signal came', () => {
  it('is told as soon as the net finds it', async () => {
    const found = ['question:3']
    const there = await aProcess({ net: async (heard) => found.splice(0).filter((tag) => !heard(tag)), netEvery: 20 })
    await vi.waitFor(() => expect(there.names()).toEqual(['question:3']))
  })
})

describe('a notification', () => {
  it('stays below what PostgreSQL takes, and says who sent it', () => {
    const tags = Array.from({ length: 1_000 }, (_, n) => `question:${n}00000000`)
    const payloads = payloadsOf('me', tags)
    expect(payloads.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true)
    expect(payloads.flatMap((payload) => readPayload(payload)?.tags)).toEqual(tags)
    expect(readPayload('me')).toBeUndefined()
  })
})
