import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK = 20
/** Of the time, spent on work that is not waiting: above it, people who wait for a page notice every job. */
const BUSY = 0.6
const PATIENCE = 250

/**
 * Waits while the process is busy with what people wait for, and never longer than a moment, so that the queue moves
 * under any load. Meanwhile all jobs look at the same time, so that they do not take one another for people.
 */
export async function calm(patience = PATIENCE): Promise<void> {
  const until = performance.now() + patience
  while ((await utilization()) > BUSY && performance.now() < until) {}
}

let looking: Promise<number> | undefined

function utilization(): Promise<number> {
  looking ??= look().finally(() => {
    looking = undefined
  })
  return looking
}

async function look(): Promise<number> {
  const before = performance.eventLoopUtilization()
  await pause(LOOK)
  return performance.eventLoopUtilization(before).utilization
}
