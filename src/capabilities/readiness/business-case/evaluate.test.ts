import { expect, test } from 'vitest'
import { streamOf, toUnit } from '../chance/streams.ts'
import type { CaseResult } from './case.ts'
import { evaluateCase } from './evaluate.ts'
import { type InputName, inputNames, rowOf } from './inputs.ts'
import { readCase } from './read-case.ts'

/** A case at the edges of what is allowed: ends, zeros, enormous and tiny numbers, wide and narrow ranges. */
function wildCase(seed: number): unknown {
  const stream = streamOf(seed, 'wild')
  const random = () => toUnit(stream.next())
  const numberFor = (name: InputName) => {
    const { min, max } = rowOf(name)
    const among = [min, max, min + (max - min) * random(), Math.min(max, Math.max(min, 10 ** (14 * random() - 4)))]
    return among[Math.floor(4 * random())] as number
  }
  const valueFor = (name: InputName) => {
    const [low, mode, high] = [numberFor(name), numberFor(name), numberFor(name)].sort((one, other) => one - other)
    if (random() < 0.3) return numberFor(name)
    if (rowOf(name).unit === 'share' && random() < 0.3) return { beta: [0.01 + 3 * random(), 0.01 + 200 * random()] }
    return { pert: [low, mode, high] }
  }
  const names = inputNames.filter((name) => !name.startsWith('incident'))
  const horizonMonths = 12 + Math.floor(49 * random())
  return { horizonMonths, seed, runs: 100, inputs: Object.fromEntries(names.map((name) => [name, valueFor(name)])) }
}

/** Where in a result a number is no number. */
function brokenIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => brokenIn(one, `${path}.${key}`))
}

test('whatever can be read gives figures, however wild', () => {
  const results = Array.from({ length: 15 }, (_, seed) => {
    const read = readCase(wildCase(seed))
    return 'input' in read ? evaluateCase(read.input) : read.problems
  })
  expect(results.flatMap((result) => brokenIn(result))).toEqual([])
  expect(results.filter((result) => (result as CaseResult).simulation)).toHaveLength(15)
})

test('who only wants a first answer does not wait for chance, and who wants no drivers does not wait for them', () => {
  const read = readCase(wildCase(7))
  const input = 'input' in read ? read.input : undefined
  if (!input) throw new Error('The wild case should be readable')
  expect(evaluateCase(input, { simulate: false })).not.toHaveProperty('simulation')
  expect(evaluateCase(input, { drivers: false }).simulation?.drivers).toEqual([])
  expect(evaluateCase(input).simulation?.mean).toBe(evaluateCase(input, { drivers: false }).simulation?.mean)
})
