import { randomBytes } from 'node:crypto'
import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { addMember } from '#capabilities/membership/adding.ts'
import { codePath } from '#capabilities/membership/paths.ts'
import { findProfile } from '#capabilities/membership/queries.ts'
import { mayBePassword, NAME_LONGEST, REASON_LONGEST, type Refusal } from '#capabilities/membership/rules.ts'
import { findBrand, unnamedBrand } from '#community/brand/brand.ts'
import { type Role, roles } from '#community/members/actor.ts'
import { blockMember, type Kept, unblockMember } from '#community/members/blocking.ts'
import { type LockedMember, lockMember } from '#community/members/keeping-queries.ts'
import { grantRole, revokeRole } from '#community/members/role-keeping.ts'
import { findActorByHandle } from '#community/members/sessions.ts'
import type { Site } from '#community/site.ts'
import { findAccount, findAccountByEmail, setPassword } from '#platform/auth/accounts.ts'
import { makeCode } from '#platform/auth/codes.ts'
import { endAllSessions } from '#platform/auth/sessions.ts'
import type { Db } from '#platform/db/database.ts'
import { choice, email, line, optional, type Problem, readForm, secret, text } from '#platform/http/forms.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { languages } from '#platform/i18n/languages.ts'
import { translator } from '#platform/i18n/translate.ts'

/** Opens the community of this DATA_DIR, beside a running server or by itself, and closes it again. */
export type WithSite = <T>(work: (site: Site) => Promise<T>) => Promise<T>

export interface CommandHouse {
  readonly withSite: WithSite
  readonly print: (line: string) => void
}

/** `member <verb> …`: what an administrator does from the machine itself. */
export function memberCommand({ withSite, print }: CommandHouse): Command {
  const command = new Command('member').description('Members: list, show, add, roles, passwords, blocks, codes')
  const inDeed = <T>(work: (db: Db, site: Site) => Promise<T>) =>
    withSite((site) => site.db.transaction().execute((db) => work(db, site)))
  const refuse: Refuse = (message) => command.error(message, { exitCode: 2 })

  command
    .command('list')
    .description('handle, name, roles and job title of each member')
    .option('--staff', 'only those with a job title')
    .action((options: { staff?: true }) =>
      withSite(async ({ db }) => {
        for (const line of await listMembers(db, options.staff ?? false)) print(line)
      }),
    )
  command
    .command('show <handle>')
    .description('one member, as JSON')
    .action((handle: string) => withSite(async ({ db }) => print(await describe(db, handle, refuse))))
  command
    .command('add <handle>')
    .description('adds a member whose address you know to be theirs')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .option('--password <text>', 'else they sign in with a code by mail (others on this machine may see it)')
    .option('--role <role>', `one of ${roles.join(', ')}; may be repeated`, collectRole, [])
    .option('--title <job title>', 'marks them as staff')
    .option('--language <language>', 'nl or en')
    .action((handle: string, options: AddOptions) =>
      inDeed(async (db) => {
        const { name, email: address, password = null, title, language = null } = readOr(newMember, options, refuse)
        if (await findAccountByEmail(db, address)) refuse(`${address} is the address of a member already`)
        const who = { handle, name, email: address, password, staffTitle: title ?? null, language }
        const added = await addMember(db, { ...who, roles: options.role })
        if ('refusal' in added) refuse(inWords(added.refusal))
        print(handle)
      }),
    )
  command
    .command('role <handle> <role>')
    .description('gives a role, or takes it away with --remove; the member signs in again')
    .option('--remove')
    .action((handle: string, role: string, options: { remove?: true }) =>
      inDeed(async (db) => {
        const member = await memberOr(db, handle, refuse)
        const known = roles.find((one) => one === role) ?? refuse(`A role is one of ${roles.join(', ')}`)
        if (!options.remove) return grantRole(db, member, known, null)
        orRefuse(await revokeRole(db, member, known, null), refuse)
      }),
    )
  command
    .command('password <handle>')
    .description('sets a new password and prints it; all sessions end')
    .option('--password <text>', 'else one is made (others on this machine may see it)')
    .action((handle: string, options: { password?: string }) =>
      inDeed(async (db) => {
        const member = await memberOr(db, handle, refuse)
        const account = member.accountId ? await findAccount(db, member.accountId) : null
        if (!account) return refuse(`${handle} was imported and has no account to sign in with`)
        const password = options.password ?? randomBytes(15).toString('base64url')
        const weak = mayBePassword(password, { email: account.email, name: member.name, handle })
        if (weak) refuse(inWords(weak))
        await setPassword(db, account.id, password)
        await endAllSessions(db, account.id)
        print(password)
      }),
    )
  command
    .command('code <handle>')
    .description('prints an address and a code with which the member gets in within ten minutes')
    .action((handle: string) =>
      inDeed(async (db, site) => {
        const member = await memberOr(db, handle, refuse)
        const account = member.accountId ? await findAccount(db, member.accountId) : null
        if (!account) return refuse(`${handle} was imported and has no account to sign in with`)
        const { ticket, code } = await makeCode(db, site.secret('codes'), 'enter', account.email, site.now())
        print(`${site.config.publicUrl}${codePath}?ticket=${ticket}`)
        print(code)
      }),
    )
  for (const [verb, keep] of [['block', blockMember] as const, ['unblock', unblockMember] as const])
    command
      .command(`${verb} <handle>`)
      .description(`${verb}s a member, with a reason that they get by mail`)
      .requiredOption('--reason <text>')
      .requiredOption('--by <handle>', 'the moderator or administrator who decides')
      .action((handle: string, options: { reason: string; by: string }) =>
        withSite(async (site) => {
          const { reason, by } = readOr(decision, options, refuse)
          const actor = (await findActorByHandle(site.db, by)) ?? refuse(`There is no member "${by}"`)
          const brand = (await findBrand(site.db)) ?? unnamedBrand
          const result = await keep({ site, brand, now: site.now() }, actor, handle, reason)
          orRefuse(result ?? refuse(`There is no member "${handle}"`), refuse)
        }),
      )
  return command
}

interface AddOptions {
  role: Role[]
}

const newMember = z.object({
  name: line(NAME_LONGEST),
  email: email(),
  password: optional(secret()),
  title: optional(line(NAME_LONGEST)),
  language: optional(choice(languages)),
})

const decision = z.object({ reason: text(REASON_LONGEST), by: line(31) })

/** Ends the command with exit code 2 and a sentence. */
type Refuse = (message: string) => never

function orRefuse(result: Kept<unknown>, refuse: Refuse) {
  if (result.outcome === 'refused') refuse(inWords(result.reason))
}

/** The options as a form would read them. */
function readOr<Form extends z.ZodObject>(form: Form, options: object, refuse: Refuse): z.output<Form> {
  const read = readForm(form, options)
  if (read.ok) return read.value
  const [name, { code, params }] = Object.entries(read.problems)[0] as [string, Problem]
  return refuse(`--${name}: ${inEnglish(code as MessageKey, params)}`)
}

const inEnglish = translator('en', 'je')

const inWords = (refusal: Refusal): string => inEnglish(`membership.refusal.${refusal}`)

async function memberOr(db: Db, handle: string, refuse: Refuse): Promise<LockedMember> {
  return (await lockMember(db, handle)) ?? refuse(`There is no member "${handle}"`)
}

function roleOf(text: string): Role {
  const role = roles.find((one) => one === text)
  if (!role) throw new InvalidArgumentError(`A role is one of ${roles.join(', ')}.`)
  return role
}

const collectRole = (text: string, before: Role[]) => [...before, roleOf(text)]

async function listMembers(db: Db, onlyStaff: boolean): Promise<string[]> {
  const all = db
    .selectFrom('members')
    .leftJoin('member_roles', 'member_roles.member_id', 'members.id')
    .select((eb) => [
      'members.handle',
      'members.name',
      'members.staff_title',
      eb.fn.agg<string[]>('array_agg', ['role']).as('roles'),
    ])
    .groupBy('members.id')
    .orderBy('members.handle')
  const rows = await (onlyStaff ? all.where('members.staff_title', 'is not', null) : all).execute()
  return rows.map((row) =>
    [row.handle, row.name, row.roles.filter(Boolean).join(',') || '-', row.staff_title ?? '-'].join('\t'),
  )
}

async function describe(db: Db, handle: string, refuse: Refuse) {
  const profile = (await findProfile(db, handle)) ?? refuse(`There is no member "${handle}"`)
  return JSON.stringify(profile, null, 2)
}
