/*
 * The reference cases once more, written straight from the appendix of the evidence: another way to draw, another order
 * of adding, Math.exp, and nothing of the code beside it except what is compared.
 */
import { describe, expect, test } from 'vitest'
import { evaluateCase } from './evaluate.ts'
import { usualCase } from './inputs.ts'

type Range = [number, number, number]

const R1 = {
  sessions: [150e3, 500e3, 1.5e6] as Range,
  ask: [0.004, 0.01, 0.02] as Range,
  intent: [0.43, 0.6, 0.85] as Range,
  found: [0.3, 0.5, 0.7] as Range,
  would: [0.03, 0.12, 0.3] as Range,
  spi: [1, 1.3, 2] as Range,
  recontact: [0.05, 0.15, 0.3] as Range,
  q_support: [0.7, 0.85, 0.95] as Range,
  peer_solved: [0.3, 0.55, 0.8] as Range,
  would_direct: [0.25, 0.5, 0.8] as Range,
  cost_contact: [4, 6, 8] as Range,
  avoidable: [0.4, 0.7, 0.9] as Range,
  members: [800, 2000, 6000] as Range,
  ref_rate: [0.1, 0.5, 1] as Range,
  ref_incr: [0.2, 0.4, 0.7] as Range,
  margin: [40, 80, 140] as Range,
  reward_ref: [5, 5, 5] as Range,
  res_projects: [1, 4, 8] as Range,
  res_cost: [6e3, 12e3, 25e3] as Range,
  res_subst: [0.3, 0.5, 0.8] as Range,
  ideas: [100, 400, 1200] as Range,
  idea_impl: [0.002, 0.02, 0.07] as Range,
  idea_value: [2e3, 10e3, 40e3] as Range,
  idea_attr: [0.25, 0.5, 0.8] as Range,
  idea_screen: [10, 15, 30] as Range,
  t50: [8, 14, 24] as Range,
  kappa: [0.25, 0.25, 0.25] as Range,
  stall: [0.1, 0.35, 0.6] as Range,
  stall_cap: [0.05, 0.1, 0.2] as Range,
  oneoff: [40e3, 60e3, 120e3] as Range,
  fte: [2, 2.5, 4] as Range,
  fte_cost: [50e3, 65e3, 85e3] as Range,
  platform: [6e3, 18e3, 60e3] as Range,
  content: [5e3, 15e3, 40e3] as Range,
  rewards: [0, 20e3, 60e3] as Range,
  staff_min: [5, 8, 15] as Range,
  staff_rate: [30, 40, 55] as Range,
  staff_share: [0.1, 0.25, 0.5] as Range,
}
type Ranges = typeof R1
type Numbers = Record<keyof Ranges, number>

const R2: Ranges = {
  ...R1,
  sessions: [2e6, 5e6, 12e6],
  members: [4e3, 10e3, 30e3],
  ideas: [400, 1500, 4000],
  res_projects: [2, 8, 16],
  fte: [4, 5, 8],
  platform: [12e3, 40e3, 120e3],
  content: [15e3, 40e3, 90e3],
  rewards: [0, 120e3, 300e3],
  oneoff: [80e3, 150e3, 300e3],
  stall: [0.05, 0.15, 0.35],
}
const R3: Ranges = {
  ...R1,
  sessions: [3e6, 6e6, 12e6],
  would: [0.2, 0.4, 0.6],
  found: [0.45, 0.6, 0.75],
  avoidable: [0.7, 0.9, 1],
  peer_solved: [0.6, 0.8, 0.95],
  would_direct: [0.5, 0.7, 0.9],
  members: [5e3, 15e3, 40e3],
  ref_rate: [0.5, 2, 4],
  ideas: [500, 1500, 4000],
  fte: [4, 6, 10],
  rewards: [100e3, 400e3, 1e6],
  staff_share: [0.02, 0.05, 0.15],
  platform: [12e3, 60e3, 150e3],
  oneoff: [80e3, 150e3, 400e3],
  stall: [0.1, 0.3, 0.55],
}

function npv(p: Numbers, cap: number): number {
  let total = -p.oneoff
  for (let t = 1; t <= 36; t++) {
    const g = cap / (1 + Math.exp(-p.kappa * (t - p.t50)))
    const V = (p.sessions / 12) * g
    const Q = V * p.ask
    const indirect = (V * (1 - p.ask) * p.intent * p.found * p.would * (1 - p.recontact)) / p.spi
    const direct = Q * p.q_support * p.peer_solved * p.would_direct * (1 - p.recontact)
    const benefit =
      (indirect + direct) * p.cost_contact * p.avoidable +
      ((p.members * g * p.ref_rate) / 12) * (p.ref_incr * p.margin - p.reward_ref) +
      ((p.res_projects * p.res_cost * p.res_subst) / 12) * g +
      (p.ideas / 12) * g * (p.idea_impl * p.idea_value * p.idea_attr - p.idea_screen)
    const cost =
      (p.fte * p.fte_cost + p.platform + p.content) / 12 +
      (p.rewards / 12) * g +
      ((Q * p.staff_share * p.staff_min) / 60) * p.staff_rate
    total += (benefit - cost) * (1.1 ** (1 / 12)) ** -t
  }
  return total
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Marsaglia and Tsang, for shapes of 1 and more. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + c * z) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
}

function draw([low, mode, high]: Range, random: () => number): number {
  if (low === high) return mode
  const x = gamma(1 + (4 * (mode - low)) / (high - low), random)
  const y = gamma(1 + (4 * (high - mode)) / (high - low), random)
  return low + ((high - low) * x) / (x + y)
}

const RUNS = 40_000

function simulated(ranges: Ranges): number[] {
  const random = generator(4711)
  const names = Object.keys(ranges) as (keyof Ranges)[]
  return Array.from({ length: RUNS }, () => {
    const p = {} as Numbers
    for (const name of names) p[name] = draw(ranges[name], random)
    return npv(p, random() < p.stall ? p.stall_cap : 1)
  }).sort((one, other) => one - other)
}

const atModes = (ranges: Ranges) =>
  Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, range[1]])) as Numbers

// A quantile of n draws lies, 4 standard errors either way, between these two of them.
const within = (sorted: number[], u: number): [number, number] => {
  const error = 4 * Math.sqrt((u * (1 - u)) / sorted.length)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number
  return [at(u - error), at(u + error)]
}

describe.each([
  ['R1', 'mid', R1],
  ['R2', 'large', R2],
  ['R3', 'instead', R3],
] as const)('%s, calculated twice', (_, size, ranges) => {
  const runs = simulated(ranges)
  const ours = evaluateCase({ ...usualCase(size), runs: RUNS }, { drivers: false })
  const simulation = ours.simulation as NonNullable<typeof ours.simulation>

  test('is the same at modes, stalled or not', () => {
    const p = atModes(ranges)
    expect(ours.atModes?.npv).toBeCloseTo(npv(p, 1), 5)
    expect(ours.stalledAtModes?.npv).toBeCloseTo(npv(p, p.stall_cap), 5)
    expect(ours.expectedAtModes?.npv).toBeCloseTo((1 - p.stall) * npv(p, 1) + p.stall * npv(p, p.stall_cap), 5)
  })

  test('has the same mean, spread and chances, as far as chance allows', () => {
    const mean = runs.reduce((sum, one) => sum + one, 0) / RUNS
    const error = Math.sqrt(runs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / RUNS / (RUNS - 1))
    expect(Math.abs(simulation.mean - mean)).toBeLessThan(4 * Math.hypot(error, simulation.standardError))
    expect(simulation.standardError / error).toBeCloseTo(1, 1)
    const positive = runs.filter((one) => one > 0).length / RUNS
    const spread = Math.sqrt((2 * positive * (1 - positive)) / RUNS)
    expect(Math.abs(simulation.probabilityPositive - positive)).toBeLessThan(4 * spread)
  })

  test.each([
    ['p5', 0.05],
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)('has the same %s, as far as chance allows', (name, u) => {
    const [low, high] = within(runs, u)
    // Both sides have chance in them: the width counts √2 times.
    const [middle, reach] = [(low + high) / 2, ((high - low) / 2) * Math.SQRT2]
    expect(Math.abs(simulation[name] - middle)).toBeLessThan(reach)
  })

  test('splits into the same chances when it stalls and when it does not', () => {
    const [low, mode, high] = ranges.stall
    expect(simulation.stalled).toBeCloseTo((low + 4 * mode + high) / 6, 2)
  })
})
