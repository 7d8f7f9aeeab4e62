import { record } from '#community/activity/record.ts'
import type { Role } from '#community/members/actor.ts'
import { refusalOfHandle } from '#community/members/handle-choice.ts'
import { insertRole } from '#community/members/keeping-queries.ts'
import { createAccount } from '#platform/auth/accounts.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { insertMember } from './queries.ts'
import { handleProblem, mayBePassword, type Refusal } from './rules.ts'

export interface AddedMember {
  readonly handle: string
  readonly name: string
  readonly email: string
  /** Null: gets in with a code by mail. */
  readonly password: string | null
  readonly roles: readonly Role[]
  readonly staffTitle: string | null
  readonly language: Language | null
}

/** By whoever runs the installation: the address counts as proven. Answers the id, or why not. */
export async function addMember(db: Db, added: AddedMember): Promise<{ id: string } | { refusal: Refusal }> {
  const form = await refusalOfHandle(db, added.handle)
  if (form) return { refusal: handleProblem(form) }
  const weak = added.password === null ? null : mayBePassword(added.password, added)
  if (weak) return { refusal: weak }
  const accountId = await createAccount(db, added.email, added.password)
  const id = await insertMember(db, { ...added, accountId })
  for (const role of added.roles) await insertRole(db, id, role, null)
  await record(db, { kind: 'member.joined', actorId: id, subjectKind: 'member', subjectId: id })
  return { id }
}
