import { parentPort } from 'node:worker_threads'
import { type ChartTexts, calculate } from './calculated.ts'
import type { CaseInput } from './case.ts'

/** What runs beside the server, so that a simulation never holds up other people's pages. */
export interface Order {
  readonly id: number
  readonly input: CaseInput
  readonly texts: ChartTexts
}

parentPort?.on('message', ({ id, input, texts }: Order) => {
  parentPort?.postMessage({ id, calculated: calculate(input, texts) })
})
