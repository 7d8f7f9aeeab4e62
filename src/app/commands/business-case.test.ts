import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { businessCaseCommand } from './business-case.ts'

const examples = join(import.meta.dirname, '../../capabilities/readiness/business-case/examples')
const folder = mkdtempSync(join(tmpdir(), 'case-'))

async function run(file: string): Promise<{ printed: string; exit: number; error: string }> {
  const lines: string[] = []
  let error = ''
  const command = businessCaseCommand({ print: (line) => lines.push(line) })
  command.exitOverride().configureOutput({
    writeErr: (text) => {
      error += text
    },
  })
  const exit = await command.parseAsync([file], { from: 'user' }).then(
    () => 0,
    (thrown: { exitCode: number }) => thrown.exitCode,
  )
  return { printed: lines.join('\n'), exit, error }
}

function write(text: string): string {
  const file = join(folder, 'case.json')
  writeFileSync(file, text)
  return file
}

test('whoever gives the worked example gets the whole case as JSON', async () => {
  const { printed, exit } = await run(join(examples, 'r1.json'))
  expect(exit).toBe(0)
  const result = JSON.parse(printed)
  expect(result.atModes.npv).toBeCloseTo(-396_313.42, 2)
  expect(result.atModes.paybackMonth).toBeNull()
  expect(result.simulation.drivers[0].input).toBe('stalled')
})

test('whoever gives a published table gets its years', async () => {
  const { printed } = await run(join(examples, 'tei.json'))
  const { tei } = JSON.parse(printed)
  expect(tei.benefits[0].years[0]).toBe(0)
  expect(tei.presentValue).toBeGreaterThan(0)
})

test('each mistake is told on its own line, with the field and what is allowed', async () => {
  const { exit, error, printed } = await run(write('{"horizonMonths":1000,"inputs":{"sessions":"1.000","ask":1.5}}'))
  expect(exit).toBe(2)
  expect(printed).toBe('')
  const lines = error.trim().split('\n')
  expect(lines).toContain('horizonMonths: This may be from 12 to 60.')
  expect(lines).toContain('inputs.ask: This may be from 0 to 1.')
  expect(lines).toContain(
    'inputs.sessions: “1.000” is text. Write a number from 0 to 1,000,000,000,000, without thousands separators and ' +
      'with a decimal point, such as 1500.5.',
  )
})

test.each([
  ['no file at all', () => join(folder, 'none.json'), /none\.json: cannot be read/],
  ['a dash', () => '-', /-: cannot be read/],
  ['a folder', () => folder, /cannot be read/],
  ['an empty file', () => write(''), /empty/],
  ['NaN', () => write('{"inputs":{"ask":NaN}}'), /field ask/],
  ['a decimal comma', () => write('{"inputs":{"ask":0,5}}'), /not JSON/],
  ['a list', () => write('[]'), /Here belongs an object/],
  ['ten megabytes', () => write(`{"inputs":{"ask":${' '.repeat(10_000_000)}1}}`), /10\.0 MB; at most 1 MB/],
])('%s is refused with a sentence', async (_, file, words) => {
  const { exit, error } = await run(file())
  expect(exit).toBe(2)
  expect(error).toMatch(words)
})
