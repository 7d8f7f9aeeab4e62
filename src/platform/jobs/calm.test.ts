import { performance } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { calm } from './calm.ts'

/** Serves somebody without a pause, until told to stop. */
function serve() {
  const state = { isServing: true }
  const work = () => {
    const until = performance.now() + 15
    while (performance.now() < until) {}
    if (state.isServing) setImmediate(work)
  }
  work()
  return () => {
    state.isServing = false
  }
}

it('a job lets people go first, and goes when they are gone', async () => {
  const stop = serve()
  let hasGone = false
  const job = calm(60_000).then(() => {
    hasGone = true
  })
  await calm(100)
  expect(hasGone).toBe(false)
  stop()
  await job
  expect(hasGone).toBe(true)
})

it('a job goes after a moment, however many people come', async () => {
  const stop = serve()
  await expect(calm(100)).resolves.toBeUndefined()
  stop()
})
