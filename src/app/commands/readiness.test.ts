import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readinessCommand } from './readiness.ts'

const folder = mkdtempSync(join(tmpdir(), 'readiness-'))
afterAll(() => rmSync(folder, { recursive: true }))
const examples = 'src/capabilities/readiness/assessment/examples'

async function run(file: string): Promise<{ out: string; error: string; exit: number }> {
  let out = ''
  let error = ''
  const command = readinessCommand({ print: (line) => (out += line) })
  command.exitOverride().configureOutput({ writeErr: (text) => (error += text) })
  try {
    await command.parseAsync([file], { from: 'user' })
    return { out, error, exit: 0 }
  } catch (thrown) {
    return { out, error, exit: (thrown as { exitCode: number }).exitCode }
  }
}

function written(text: string): string {
  const path = join(folder, 'answers.json')
  writeFileSync(path, text)
  return path
}

const scores =
  '"foundations":{"fans":70,"cause":85,"need":75},"enablers":{"collaboration":80,"content":60,"patience":90,"reach":75,"capacity":60,"measurement":70}'

describe('onderling readiness', () => {
  it.each([
    ['energy-supplier', 'not-yet'],
    ['giffgaff', 'now'],
    ['detergent', 'no'],
  ])('says to %s: %s', async (name, decision) => {
    const { out, exit } = await run(`${examples}/${name}.json`)
    expect(exit).toBe(0)
    expect(JSON.parse(out).decision).toBe(decision)
  })

  it('prints what the specification names', async () => {
    const printed = JSON.parse((await run(written(`{${scores}}`))).out)
    expect(printed).toMatchObject({
      foundation: 100,
      interval: { p5: expect.any(Number), p95: expect.any(Number) },
      probabilityNow: 1,
      decision: 'pilot',
    })
    expect(printed.enabler).toBeCloseTo(72.372, 3)
    expect(printed.readiness).toBeCloseTo(85.072, 3)
    expect(printed.gates.map((gate: object) => Object.keys(gate))).toEqual(
      Array(5).fill(['id', 'kind', 'passed', 'value', 'threshold']),
    )
  })

  it('prints the same bytes for the same file', async () => {
    const file = `${examples}/energy-supplier.json`
    expect((await run(file)).out).toBe((await run(file)).out)
  })
})

describe('what cannot be read ends with 2 and a line for each problem', () => {
  it('names each field and what is allowed', async () => {
    const { out, error, exit } = await run(written(`{${scores.replace('70', '170')},"confidence":2,"luck":1}`))
    expect([out, exit]).toEqual(['', 2])
    expect(error.trim().split('\n')).toEqual([
      expect.stringMatching(/^luck: .*allowed are foundations, enablers, confidence, legal, contactable, founders$/),
      'foundations.fans: this is out of range; allowed is a number from 0 to 100',
      'confidence: this is out of range; allowed is a number from 0 to 1',
    ])
  })

  it.each([
    ['NaN', 'line 1, field fans: this is not JSON'],
    ['Infinity', 'line 1, field fans: this is not JSON'],
    ['70,5', 'line 1, field fans: this is not JSON'],
    ['10 000', 'line 1, field fans: this is not JSON'],
    ['1.000.000', 'line 1, field fans: this is not JSON'],
    ['1e999', 'foundations.fans: this is infinite or not a number'],
    ['"70,5"', 'foundations.fans: this is written with a comma'],
    ['"1.000"', 'foundations.fans: this is not a number'],
  ])('a score written as %s', async (score, problem) => {
    const { error, exit } = await run(written(`{${scores.replace('70', score)}}`))
    expect(exit).toBe(2)
    expect(error).toContain(problem)
    expect(error).toMatch(/allowed/i)
  })

  it.each([
    ['an empty file', '', 'the file is empty'],
    ['half a file', `{${scores}`, 'this is not JSON'],
    ['ten megabytes', `{${scores}}${' '.repeat(1e7)}`, 'the file is 10.0 MB; at most 1 MB is allowed'],
    ['an empty object', '{}', 'enablers.patience: this is missing; a number from 0 to 100 is needed'],
    ['a list', '[]', 'this must be an object with the names foundations, enablers'],
  ])('%s', async (_, text, problem) => {
    const { error, exit } = await run(written(text))
    expect(exit).toBe(2)
    expect(error).toContain(problem)
  })

  it('a name that stands twice', async () => {
    const { error, exit } = await run(written(`{${scores},"legal":true,"legal":false}`))
    expect([exit, error.trim()]).toEqual([2, 'legal: this name stands more than once; each name is allowed once'])
  })

  it('something that never ends', async () => {
    const { error, exit } = await run('/dev/zero')
    expect([exit, error.trim()]).toEqual([2, '/dev/zero: the file is larger than 1 MB; at most 1 MB is allowed'])
  })

  it('a file that is not there, and a folder', async () => {
    for (const path of [join(folder, 'none.json'), folder]) {
      const { error, exit } = await run(path)
      expect([exit, error]).toEqual([2, expect.stringContaining('cannot be read')])
    }
  })

  it('thousands of unknown names are told by the first hundred', async () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `"n${at}":0`).join()
    const { error } = await run(written(`{${names},${scores}}`))
    expect(error.trim().split('\n')).toHaveLength(101)
    expect(error).toContain('and 4900 more')
  })
})
