import { expect, test } from 'vitest'
import { streamOf, toUnit } from './streams.ts'

const first = (count: number, seed: number, name: string) => {
  const stream = streamOf(seed, name)
  return Array.from({ length: count }, () => stream.next())
}

test('a name and a seed give the same numbers on every machine', () => {
  expect(first(4, 1, 'sessions')).toMatchInlineSnapshot(`
    [
      1232024432,
      3832401523,
      2108836554,
      1027808742,
    ]
  `)
  expect(first(4, 1, 'sessions')).toEqual(first(4, 1, 'sessions'))
})

test('another name or another seed gives other numbers, also when they differ by one', () => {
  const many = [first(1000, 1, 'sessions'), first(1000, 2, 'sessions'), first(1000, 1, 'session')]
  expect(new Set(many.flat()).size).toBeGreaterThan(2990)
})

test('numbers are spread evenly, and streams know nothing of each other', () => {
  const [a, b] = [first(100_000, 7, 'ask').map(toUnit), first(100_000, 7, 'intent').map(toUnit)] as const
  const bins = Array<number>(50).fill(0)
  for (const u of a) bins[Math.floor(u * 50)] = (bins[Math.floor(u * 50)] ?? 0) + 1
  const chiSquare = bins.reduce((sum, seen) => sum + (seen - 2000) ** 2 / 2000, 0)
  expect(chiSquare).toBeLessThan(86)
  const together = a.reduce((sum, u, at) => sum + (u - 0.5) * ((b[at] as number) - 0.5), 0) / 100_000
  expect(Math.abs(together * 12)).toBeLessThan(0.013)
})

test('neither 0 nor 1 ever comes', () => {
  expect(toUnit(0)).toBeGreaterThan(0)
  expect(toUnit(4_294_967_295)).toBeLessThan(1)
})
