import { expect, test } from 'vitest'
import { signInWithPassword } from '#capabilities/membership/entering.ts'
import { findApiKey } from '#community/members/api-keys.ts'
import { testDatabase } from '#test/database.ts'
import { askingOn, mailTo, testSite } from '#test/people.ts'
import { apiKeyCommand } from './api-key.ts'
import { memberCommand } from './member.ts'

const site = testSite(await testDatabase())

async function run(line: string): Promise<{ lines: string[]; exit: number; error: string }> {
  const lines: string[] = []
  let error = ''
  const house = {
    withSite: <T>(work: (it: typeof site) => Promise<T>) => work(site),
    print: (it: string) => lines.push(it),
  }
  const command = line.startsWith('api-key') ? apiKeyCommand(house) : memberCommand(house)
  for (const one of [command, ...command.commands])
    one.exitOverride().configureOutput({ writeErr: (text) => (error += text), writeOut: (text) => lines.push(text) })
  const words = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? []
  try {
    await command.parseAsync(words.slice(1), { from: 'user' })
    return { lines, exit: 0, error }
  } catch (thrown) {
    return { lines, exit: (thrown as { exitCode: number }).exitCode, error }
  }
}

test('an administrator adds people, gives roles, sets passwords, blocks and lets somebody in by code', async () => {
  await run('member add ada --email ada@x.example --name Ada --role administrator --title Beheerder')
  await run('member add wil --email wil@x.example --name "Wil de Boer" --password onderling-demo')
  expect((await run('member list')).lines).toEqual(['ada\tAda\tadministrator\tBeheerder', 'wil\tWil de Boer\t-\t-'])
  const [password = ''] = (await run('member password wil')).lines
  const entered = await signInWithPassword(askingOn(site), { email: 'wil@x.example', password })
  expect(entered.outcome).toBe('done')
  expect((await run('member block wil --reason Reclame --by ada')).exit).toBe(0)
  expect(JSON.parse((await run('member show wil')).lines[0] ?? '').blockedAt).not.toBeNull()
  expect((await mailTo(site, 'wil@x.example'))[0]?.text).toContain('> Reclame')
  expect((await run('member code wil')).lines[1]).toMatch(/^\d{6}$/)
  expect((await run('member role wil editor')).exit).toBe(0)
  expect((await run('member list --staff')).lines).toHaveLength(1)
})

test('what cannot be is a sentence and exit code 2', async () => {
  for (const line of [
    'member show nobody',
    'member add Ada! --email a@x.example --name A',
    'member add tess --email t@x.example --name Tess --password kort',
    'member role ada administrator --remove',
    'member role ada king',
    'member block ada --reason x --by wil',
    'api-key create --member nobody --scopes questions:read',
    'api-key create --member ada --scopes questions',
    'api-key create --member ada --scopes questions:read,everything:write',
    'member add tess --email tess --name Tess',
    'member add tess --email ADA@x.example --name Tess',
    'member add tess --email t@x.example --name ""',
    `member add tess --email t@x.example --name ${'T'.repeat(61)}`,
    'member add tess --email t@x.example --name Tess --language fr',
    'member block wil --reason "" --by ada',
    `member block wil --reason ${'x'.repeat(2_001)} --by ada`,
    'api-key revoke 1x',
  ]) {
    const { exit, error } = await run(line)
    expect([line, exit]).toEqual([line, 2])
    // Sentences, not the words of the code.
    expect(error).toMatch(/\w+ \w+/)
    expect(error).not.toMatch(/violates|ERROR|handle-form/)
  }
})

test('a key is printed alone and opens what its scopes say', async () => {
  const { lines } = await run('api-key create --member ada --scopes questions:read,search:read')
  expect(lines).toHaveLength(1)
  expect((await findApiKey(site.db, lines[0] ?? ''))?.scopes).toEqual(['questions:read', 'search:read'])
  expect((await run('api-key list')).lines[0]).toMatch(/ada\tquestions:read,search:read/)
  const [id = ''] = (await run('api-key list')).lines[0]?.split('\t') ?? []
  await run(`api-key revoke ${id}`)
  expect(await findApiKey(site.db, lines[0] ?? '')).toBeNull()
})
