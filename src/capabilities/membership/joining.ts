import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { freeHandle, refusalOfHandle } from '#community/members/handle-choice.ts'
import { handleFrom } from '#community/text/handles.ts'
import { createAccount } from '#platform/auth/accounts.ts'
import { findToken, useToken } from '#platform/auth/codes.ts'
import type { Db } from '#platform/db/database.ts'
import { type Asking, done, type Entered, isTaken, type Outcome, refused, wait } from './asking.ts'
import { enter } from './entering.ts'
import { insertMember } from './queries.ts'
import { handleProblem, mayBeName, mayBePassword, type Verdict } from './rules.ts'

export interface JoinInput {
  readonly token: string
  readonly name: string
  /** Empty: made of the name. */
  readonly handle: string
  /** Empty: gets in with a code by mail each time. */
  readonly password: string
}

/** A newcomer who has proven an address becomes a member. The token is spent only when all of it worked. */
export async function join(asking: Asking, input: JoinInput): Promise<Outcome<Entered>> {
  const email = await findToken(asking.site.db, 'join', input.token, asking.now)
  if (email === null) return refused('old-link')
  const refusal = await refusalOf(asking, input, email)
  if (refusal) return refused(refusal)
  // Counted only now: a household or an office may mistype, but becomes five members an hour at most.
  const spent = await asking.site.limits.spend('sign-up', { address: asking.address })
  if (!spent.allowed) return wait(spent.resetSeconds)
  try {
    return await deed(asking.site, (db) => joinIn(db, asking, input))
  } catch (error) {
    if (isTaken(error, /handle/)) return refused('handle-taken')
    if (isTaken(error, /email/)) return refused('old-link')
    throw error
  }
}

async function joinIn(db: Db, asking: Asking, input: JoinInput): Promise<Outcome<Entered>> {
  const email = await useToken(db, 'join', input.token, asking.now)
  if (email === null) return refused('old-link')
  const handle = input.handle || (await freeHandle(db, handleFrom(input.name)))
  const accountId = await createAccount(db, email, input.password || null)
  const id = await insertMember(db, { accountId, handle, name: input.name, language: asking.language })
  await record(db, { kind: 'member.joined', actorId: id, subjectKind: 'member', subjectId: id })
  const entered = await enter(db, asking, { id: accountId }, 'code')
  return entered ? done(entered) : refused('old-link')
}

async function refusalOf(asking: Asking, input: JoinInput, email: string): Promise<Verdict> {
  const { name, handle, password } = input
  const nameRefusal = mayBeName(name, asking.brand.name, false)
  if (nameRefusal) return nameRefusal
  if (password) {
    const refusal = mayBePassword(password, { email, name, handle })
    if (refusal) return refusal
  }
  return handle ? handleVerdict(asking.site.db, handle, asking.brand.name) : null
}

/** Of a handle somebody typed. */
export async function handleVerdict(db: Db, handle: string, brandName: string): Promise<Verdict> {
  const refusal = await refusalOfHandle(db, handle)
  if (refusal) return handleProblem(refusal)
  return mayBeName(handle, brandName, false) && 'handle-reserved'
}
