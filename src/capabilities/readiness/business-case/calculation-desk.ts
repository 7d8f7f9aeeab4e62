import { Worker } from 'node:worker_threads'
import type { Calculated, ChartTexts } from './calculated.ts'
import type { CaseInput } from './case.ts'
import { evaluateCase } from './evaluate.ts'
import type { Order } from './thread.ts'

/** How many runs the server does for one request; a browser does as many as are asked for. */
export const SERVER_RUNS = 20_000

/** How it was calculated: whole, with fewer runs than asked for, or only at modes because too many asked at once. */
export type Extent = 'whole' | 'fewer-runs' | 'at-modes'

export interface Answered extends Calculated {
  readonly extent: Extent
}

/**
 * One thread calculates for everybody, in turn. Whoever finds the queue full gets the figures that take a millisecond,
 * and is told so: nobody can make others wait.
 */
export class CalculationDesk {
  readonly #waiting = new Map<number, (calculated: Calculated | null) => void>()
  #thread: Worker | undefined
  #clock: NodeJS.Timeout | undefined
  #last = 0

  async calculate(input: CaseInput, texts: ChartTexts): Promise<Answered> {
    if (input.mode === 'tei') return atModes(input)
    const bounded = { ...input, runs: Math.min(input.runs, SERVER_RUNS) }
    const calculated =
      this.#waiting.size < QUEUE ? await this.#order({ id: ++this.#last, input: bounded, texts }) : null
    if (calculated === null) return atModes(input)
    return { ...calculated, input, extent: bounded.runs < input.runs ? 'fewer-runs' : 'whole' }
  }

  #order(order: Order): Promise<Calculated | null> {
    const thread = this.#running()
    return new Promise((resolve) => {
      this.#waiting.set(order.id, resolve)
      thread.postMessage(order)
      this.#watch()
    })
  }

  #running(): Worker {
    if (this.#thread) return this.#thread
    const thread = new Worker(threadUrl(), { resourceLimits: { maxOldGenerationSizeMb: 256 } })
    thread.unref()
    thread.on('message', ({ id, calculated }: { id: number; calculated: Calculated }) => {
      this.#waiting.get(id)?.(calculated)
      this.#waiting.delete(id)
      this.#watch()
    })
    // A case that the thread cannot finish must not take the next one with it.
    thread.on('error', () => this.#giveUp(thread))
    this.#thread = thread
    return thread
  }

  /** Ends a thread that takes too long, and one that has had nothing to do for a while. */
  #watch(): void {
    clearTimeout(this.#clock)
    const thread = this.#thread
    if (!thread) return
    this.#clock = setTimeout(() => this.#giveUp(thread), this.#waiting.size > 0 ? LONGEST : IDLE)
    this.#clock.unref()
  }

  #giveUp(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined
    void thread.terminate()
    for (const resolve of this.#waiting.values()) resolve(null)
    this.#waiting.clear()
  }
}

const QUEUE = 6
const LONGEST = 20_000
const IDLE = 60_000

const atModes = (input: CaseInput): Answered => ({
  input,
  result: evaluateCase(input, { simulate: false }),
  drawings: {},
  extent: 'at-modes',
})

/** Beside the bundle, or beside this source. */
const threadUrl = () => new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './case-thread.mjs', import.meta.url)
