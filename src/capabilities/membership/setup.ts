import { createHmac } from 'node:crypto'
import { deed, touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { refusalOfHandle } from '#community/members/handle-choice.ts'
import { insertRole } from '#community/members/keeping-queries.ts'
import type { Site } from '#community/site.ts'
import { slugFor } from '#community/text/slug.ts'
import { createAccount } from '#platform/auth/accounts.ts'
import { isSame } from '#platform/auth/secrets-at-rest.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { translator } from '#platform/i18n/translate.ts'
import { type Asking, done, type Entered, type Outcome, refused } from './asking.ts'
import { enter } from './entering.ts'
import { setupPath } from './paths.ts'
import { existMembers, insertBrand, insertFirstBoard, insertMember, lockFoundation } from './queries.ts'
import { handleProblem, mayBePassword } from './rules.ts'

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Printed on the console for whoever runs the installation; the same after a restart, of no use once there is a member. */
export function setupCodeOf(site: Pick<Site, 'secret'>): string {
  const bytes = createHmac('sha256', site.secret('setup')).update('first administrator').digest()
  const letters = [...bytes.subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** What to print at the start, or null when the community is set up. */
export async function setupInvitation(site: Site): Promise<{ url: string; code: string } | null> {
  if (await existMembers(site.db)) return null
  return { url: site.config.publicUrl + setupPath, code: setupCodeOf(site) }
}

export interface SetupInput {
  readonly code: string
  readonly brand: string
  readonly name: string
  readonly handle: string
  readonly email: string
  readonly password: string
  readonly language: Language
  readonly staffTitle: string
}

/** The community gets its name and its first administrator; of two at once one wins. */
export async function setUp(asking: Asking, input: SetupInput): Promise<Outcome<Entered>> {
  const given = input.code.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (!isSame(given, setupCodeOf(asking.site).replaceAll('-', ''))) return refused('wrong-setup-code')
  const problem = mayBePassword(input.password, input)
  if (problem) return refused(problem)
  const form = await refusalOfHandle(asking.site.db, input.handle)
  if (form) return refused(handleProblem(form))
  return deed(asking.site, async (db) => {
    if ((await lockFoundation(db)).hasMembers) return refused('already-set-up')
    await insertBrand(db, input.brand, input.language)
    const accountId = await createAccount(db, input.email, input.password)
    const id = await insertMember(db, { ...input, accountId })
    await insertRole(db, id, 'administrator', null)
    await record(db, { kind: 'member.joined', actorId: id, subjectKind: 'member', subjectId: id })
    // Somebody can ask at once; more boards, and another name for this one, are a matter of settings.
    await insertFirstBoard(db, firstBoard(input.language))
    touch(db, 'brand', 'boards')
    const entered = await enter(db, asking, { id: accountId }, 'setup')
    return entered ? done(entered) : refused('already-set-up')
  })
}

function firstBoard(language: Language) {
  const named = (one: Language) => translator(one)('membership.setup.board')
  return { slug: slugFor(named(language)), name: named('nl'), nameEn: named('en') }
}
