import type { MemberExchange } from '#community/exchange.ts'
import { hasRole } from '#community/members/actor.ts'
import { blockMember, unblockMember } from '#community/members/blocking.ts'
import { saying } from '#community/said.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { type Filled, refusedWith, unreadable, untouched } from '../filled.ts'
import { handleIn, ifThere, withProblems } from '../handling.ts'
import { askedBy } from '../outcome.ts'
import { keptMemberPath } from '../paths.ts'
import { blockForm, peopleQuery } from './forms.ts'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { findPerson, listDecisionsAbout, listPeople } from './queries.ts'

const PEOPLE_A_PAGE = 30

/** Moderators help members; only administrators know their addresses. */
const knowsEmail = (x: MemberExchange): boolean => hasRole(x.viewer, 'administrator')

export async function showPeople(x: MemberExchange): Promise<Reply> {
  const filter = readQuery(peopleQuery, x.query)
  const rows = await listPeople(x.db, filter, { withEmail: knowsEmail(x), limit: PEOPLE_A_PAGE + 1 })
  const people = rows.slice(0, PEOPLE_A_PAGE)
  const next = rows.length > PEOPLE_A_PAGE ? (people.at(-1)?.id ?? null) : null
  return page(<PeoplePage x={x} people={people} filter={filter} next={next} knowsEmail={knowsEmail(x)} />)
}

export const showPerson = (x: MemberExchange): Promise<Reply> => ifThere(personPage(x))

export async function postBlock(x: MemberExchange): Promise<Reply> {
  const handle = handleIn(x)
  if (!handle) return missing
  const read = readForm(blockForm, x.body)
  if (!read.ok) return withProblems(personPage(x, unreadable(x.t, read)))
  const { act, reason } = read.value
  const result = await (act === 'block' ? blockMember : unblockMember)(askedBy(x), x.viewer, handle, reason)
  if (result === null) return missing
  if (result.outcome === 'done') return seeOther(saying(keptMemberPath(result.value.handle), 'saved'))
  return withProblems(personPage(x, refusedWith(x.t, read.value, result.reason)))
}

async function personPage(x: MemberExchange, form: Filled = untouched()) {
  const handle = handleIn(x)
  const person = handle ? await findPerson(x.db, handle, knowsEmail(x)) : null
  if (!person) return null
  return <PersonPage x={x} person={person} decisions={await listDecisionsAbout(x.db, person.id)} form={form} />
}
