// How long a business case takes: part of npm run bench, or by itself: node bench/business-case.ts
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { evaluateCase } from '#capabilities/readiness/business-case/evaluate.ts'
import { usualCase } from '#capabilities/readiness/business-case/inputs.ts'
import { build } from '../scripts/build.mjs'

export interface CaseTimes {
  /** Seconds for 100,000 runs of R1, the middle of five. */
  readonly withoutDrivers: number
  readonly withDrivers: number
  /** Seconds from typing to the last byte, with starting the program. */
  readonly command: number
}

const root = join(import.meta.dirname, '..')

export async function measureBusinessCase(): Promise<CaseTimes> {
  await build()
  const input = usualCase('mid')
  return {
    withoutDrivers: middleOf(() => evaluateCase(input, { drivers: false })),
    withDrivers: middleOf(() => evaluateCase(input)),
    command: secondsOf(() =>
      execFileSync(process.execPath, ['bin/onderling.mjs', 'business-case', exampleOf('r1')], { cwd: root }),
    ),
  }
}

const exampleOf = (name: string) => `src/capabilities/readiness/business-case/examples/${name}.json`

function middleOf(work: () => unknown): number {
  return Array.from({ length: 5 }, () => secondsOf(work)).sort((one, other) => one - other)[2] as number
}

function secondsOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1_000
}

if (process.argv[1] === import.meta.filename) console.log(await measureBusinessCase())
