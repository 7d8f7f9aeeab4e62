import type { Role } from '#community/members/actor.ts'
import type { Member, WholeHouse } from './whole-house.ts'

/** Somebody who works at the brand, with a job title that everybody sees. */
export async function employee(house: WholeHouse, handle: string, ...roles: Role[]): Promise<Member> {
  const member = await house.member(handle, { roles })
  const working = house.site.db.updateTable('members').set({ staff_title: 'klantenservice' })
  await working.where('id', '=', member.person.id).execute()
  return member
}
