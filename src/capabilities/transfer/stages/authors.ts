import { insertUnclaimedMembers } from '#community/members/unclaimed.ts'
import type { Db } from '#platform/db/database.ts'
import { cleanLine } from '#platform/http/clean.ts'
import type { RowValues } from '../dump/rows.ts'
import { optionalIdIn, RowProblem } from '../dump/values.ts'
import type { Importing } from '../importing.ts'
import { findThings, insertThings } from '../queries.ts'

/** Who wrote something: a number there, or only a name when the account there is gone. */
export interface Author {
  readonly key: string | null
  readonly name: string
}

export function authorIn(values: RowValues, key: string, name: string): Author {
  const author = { key: optionalIdIn(values, key), name: cleanLine(values[name]).slice(0, 60) }
  if (author.key === null && !author.name) throw new RowProblem('has no author')
  return author
}

export interface Authored {
  readonly key: string
  readonly author: Author
  readonly createdAt: Date
}

/** Who wrote what, by the key of the post; posts whose author is nowhere are left out. Former members are made. */
export async function authorsOf(
  db: Db,
  { source }: Importing,
  posts: readonly Authored[],
): Promise<Map<string, { id: string; name: string }>> {
  const byKey = await findThings(
    db,
    source,
    'member',
    posts.flatMap(({ author }) => author.key ?? []),
  )
  const names = await findNames(db, [...byKey.values()])
  const nameless = posts.filter(({ author }) => author.name && !(author.key && byKey.has(author.key)))
  const former = await formerMembers(db, source, nameless)
  return new Map(
    posts.flatMap(({ key, author }) => {
      const id = (author.key && byKey.get(author.key)) || former.get(formerKey(author.name))
      return id ? [[key, { id, name: names.get(id) ?? author.name }] as const] : []
    }),
  )
}

export const authorMissing = (author: Author): string => `its author ${author.key ?? author.name} is not in Users.xml`

const formerKey = (name: string): string => name.toLowerCase().slice(0, 80)

async function formerMembers(db: Db, source: string, posts: readonly Authored[]): Promise<Map<string, string>> {
  const wanted = new Map(posts.map((post) => [formerKey(post.author.name), post]))
  const known = await findThings(db, source, 'former-member', [...wanted.keys()])
  const fresh = [...wanted].filter(([key]) => !known.has(key))
  const made = await insertUnclaimedMembers(
    db,
    fresh.map(([, { author, createdAt }]) => ({
      name: author.name,
      about: '',
      joinedAt: createdAt,
      seenAt: null,
      suffix: 'oud',
    })),
  )
  const things = fresh.map(([key], at) => ({ kind: 'former-member' as const, key, thingId: made[at]?.id as string }))
  await insertThings(db, source, things)
  return new Map([...known, ...things.map((one) => [one.key, one.thingId] as const)])
}

async function findNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
