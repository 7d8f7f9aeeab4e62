import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testSite } from '#test/people.ts'
import { importCommand } from './import.ts'

const site = testSite(await testDatabase())
const fixture = join(import.meta.dirname, '../../../test/fixtures/stackexchange/conlang.meta.stackexchange.com')

async function run(...words: string[]): Promise<{ lines: string[]; exit: number; error: string }> {
  const lines: string[] = []
  let error = ''
  const command = importCommand({ withSite: (work) => work(site), print: (line) => lines.push(line) })
  for (const one of [command, ...command.commands])
    one.exitOverride().configureOutput({
      writeErr: (text) => {
        error += text
      },
      writeOut: (text) => lines.push(text),
    })
  try {
    await command.parseAsync(words, { from: 'user' })
    return { lines, exit: 0, error }
  } catch (thrown) {
    return { lines, exit: (thrown as { exitCode: number }).exitCode, error }
  }
}

test('whoever moves in sees what came in, and what did not', async () => {
  const { lines, exit } = await run('stackexchange', fixture)
  expect(exit).toBe(0)
  expect(lines.join('\n')).toMatch(/questions +13 +13 +0 +0/)
  expect(lines.join('\n')).toMatch(/Not kept: \d+ × down-vote/)
  expect((await run('stackexchange', fixture)).lines.join('\n')).toMatch(/questions +13 +0 +13 +0/)
})

test('what cannot be is a sentence and exit code 2', async () => {
  for (const words of [['/nowhere'], [fixture, '--board', 'no-such'], [fixture, '--language', 'fr'], []]) {
    const { exit, error } = await run('stackexchange', ...words)
    expect(error, words.join(' ')).toMatch(/There is no|choices|missing required/)
    // Commander's own refusals become 2 where the command line is put together.
    expect([1, 2]).toContain(exit)
  }
  expect((await run('stackexchange', '/nowhere')).exit).toBe(2)
})
