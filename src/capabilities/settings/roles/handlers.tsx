import type { MemberExchange } from '#community/exchange.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { type Filled, refusedWith, unreadable, untouched } from '../filled.ts'
import { afterDeed, handleIn, ifThere, withProblems } from '../handling.ts'
import { askedBy } from '../outcome.ts'
import { memberRolesPath } from '../paths.ts'
import { placeMember } from './actions.ts'
import { handleQuery, rolesForm } from './forms.ts'
import { MemberRolesPage } from './member-roles-page.tsx'
import { findColleague, listColleagues } from './queries.ts'
import { RolesPage } from './roles-page.tsx'

/** GET /manage/settings/roles; with a handle it goes on to that person. */
export async function showRoles(x: MemberExchange): Promise<Reply> {
  const handle = readQuery(handleQuery, x.query).handle?.replace(/^@/, '')
  const found = handle ? await findColleague(x.db, handle) : null
  if (found) return seeOther(memberRolesPath(found.handle))
  const form = handle ? refusedWith(x.t, { handle }, 'member-unknown', 'handle') : untouched()
  return page(<RolesPage x={x} people={await listColleagues(x.db)} form={form} />)
}

export const showMemberRoles = (x: MemberExchange): Promise<Reply> => ifThere(rolesPageOf(x))

export async function saveMemberRoles(x: MemberExchange): Promise<Reply> {
  const handle = handleIn(x)
  if (!handle) return missing
  const read = readForm(rolesForm, x.body)
  if (!read.ok) return withProblems(rolesPageOf(x, unreadable(x.t, read)))
  const result = await placeMember(askedBy(x), handle, read.value)
  const roles = { role: read.value.role.join(', ') }
  const again = (form: Filled) => withProblems(rolesPageOf(x, { ...form, words: { ...form.words, ...roles } }))
  return afterDeed(x, result, { to: memberRolesPath(handle), again })
}

async function rolesPageOf(x: MemberExchange, form?: Filled) {
  const handle = handleIn(x)
  const member = handle ? await findColleague(x.db, handle) : null
  if (!member) return null
  const asItIs = {
    role: member.roles.join(', '),
    staffTitle: member.staffTitle ?? '',
    expertTitle: member.expertTitle ?? '',
    expertReason: member.expertReason ?? '',
  }
  return <MemberRolesPage x={x} member={member} form={form ?? untouched(asItIs)} />
}
