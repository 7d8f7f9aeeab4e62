import { Command } from 'commander'
import { capabilities } from '#app/capabilities.ts'
import { createApiKey, isScope, listApiKeys, revokeApiKey, type Scope } from '#community/members/api-keys.ts'
import { findMemberByHandle } from '#community/members/members.ts'
import type { CommandHouse } from './member.ts'

/** `api-key <verb> …`: keys for programs that act in a member's name. */
export function apiKeyCommand({ withSite, print }: CommandHouse): Command {
  const command = new Command('api-key').description('Keys for the API: create, list, revoke')
  const refuse = (message: string): never => command.error(message, { exitCode: 2 })

  command
    .command('create')
    .description('makes a key and prints it alone: it is shown this once')
    .requiredOption('--member <handle>', 'in whose name the key acts')
    .requiredOption('--scopes <list>', 'such as questions:read,questions:write')
    .option('--name <text>', 'what it is for', '')
    .action((options: { member: string; scopes: string; name: string }) =>
      withSite(async ({ db }) => {
        const scopes = scopesOf(options.scopes, refuse)
        const member =
          (await findMemberByHandle(db, options.member)) ?? refuse(`There is no member "${options.member}"`)
        print(await createApiKey(db, member.id, scopes, options.name.slice(0, 60)))
      }),
    )
  command
    .command('list')
    .description('id, member, scopes and state of each key')
    .action(() =>
      withSite(async ({ db }) => {
        for (const key of await listApiKeys(db)) {
          const used = key.lastUsedAt ? `used ${key.lastUsedAt.toISOString()}` : 'never used'
          print([key.id, key.handle, key.scopes.join(','), key.revokedAt ? 'revoked' : used, key.name].join('\t'))
        }
      }),
    )
  command
    .command('revoke <id>')
    .description('from now on the key opens nothing')
    .action((id: string) =>
      withSite(async ({ db }) => {
        const isRevoked = /^\d{1,18}$/.test(id) && (await revokeApiKey(db, id))
        if (!isRevoked) refuse(`There is no key ${id} that still works`)
      }),
    )
  return command
}

function scopesOf(list: string, refuse: (message: string) => never): Scope[] {
  const scopes = list
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean)
  const known = new Set<string>(capabilities.flatMap(({ api = [] }) => api.map(({ scope }) => scope)))
  const wrong = scopes.find((scope) => !known.has(scope))
  if (wrong !== undefined || scopes.length === 0)
    refuse(`Scopes are ${[...known].sort().join(', ')}, with commas between them; "${wrong ?? ''}" is not one.`)
  return scopes.filter(isScope)
}
