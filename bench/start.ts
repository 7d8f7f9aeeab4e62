import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../scripts/build.mjs'
import { startProduct } from './product.ts'

export interface Starts {
  /** Seconds: building, making a database, filling it with the demo, and answering. */
  readonly first: number
  readonly second: number
}

/** The demo from nothing, as after `npm ci`, and once more on what is there by then. */
export async function measureStarts(): Promise<Starts> {
  const folder = mkdtempSync(join(tmpdir(), 'onderling-bench-start-'))
  try {
    const began = performance.now()
    await build({ force: true })
    const built = performance.now() - began
    const first = await startDemo(folder)
    return { first: (built + first) / 1_000, second: (await startDemo(folder)) / 1_000 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startDemo(folder: string): Promise<number> {
  const product = await startProduct(folder, { command: 'demo' })
  await product.stop()
  return product.startedInMs
}
