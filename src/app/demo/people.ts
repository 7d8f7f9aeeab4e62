import { randomBytes } from 'node:crypto'
import { recordMany } from '#community/activity/record-many.ts'
import type { Db } from '#platform/db/database.ts'
import { insertRows, reserveIds } from '#platform/db/rows.ts'
import { type DemoCommunity, type DemoPerson, type DemoPrompt, durationIn } from './content.ts'
import { type DemoIds, idOf } from './ids.ts'

/** Argon2id of `onderling-demo`, made once: hashing it for everybody would take seconds. */
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$C5mbb3KHpoCFgCBA+LFsbw$bgSQidBE5yiIKBZ0uUOY1Wv2lmMuQa+3OfEgo5SBYsQ'

type Members = DemoIds['members']
type Places = Pick<DemoIds, 'products' | 'versions'>

/** Everybody of the demo with an account to sign in with, in the order in which they joined. */
export async function insertPeople(db: Db, people: readonly DemoPerson[], now: Date): Promise<Members> {
  const joined = people.map((person) => ({ ...person, joinedAt: new Date(+now - durationIn(person.joinedAgo)) }))
  const inOrder = joined.toSorted((a, b) => +a.joinedAt - +b.joinedAt)
  const ids = await reserveIds(db, 'members', people.length)
  const rows = inOrder.map((person, index) => ({
    ...person,
    id: ids[index] as string,
    accountId: randomBytes(16).toString('hex'),
  }))
  await insertAccounts(db, rows)
  await insertRows(db, 'members', rows.map(memberRow))
  const roles = rows.flatMap((person) =>
    (person.roles ?? []).map((role) => ({ member_id: person.id, role, granted_at: person.joinedAt })),
  )
  await insertRows(db, 'member_roles', roles)
  await recordMany(
    db,
    rows.map(({ id, joinedAt }) => ({
      ...{ kind: 'member.joined', actorId: id, subjectKind: 'member', subjectId: id },
      ...{ origin: 'seeded', occurredAt: joinedAt },
    })),
  )
  return new Map(rows.map((person) => [person.handle, { id: person.id, joinedAt: person.joinedAt }]))
}

type Joined = DemoPerson & { id: string; accountId: string; joinedAt: Date }

const memberRow = (person: Joined) => ({
  id: person.id,
  account_id: person.accountId,
  handle: person.handle,
  name: person.name,
  about: person.about,
  interests: [...person.interests],
  language: person.language ?? null,
  staff_title: person.staff ?? null,
  expert_title: person.expert?.title ?? null,
  expert_reason: person.expert?.why ?? null,
  question_count: 0,
  answer_count: 0,
  confirmed_count: 0,
  thanks_count: 0,
  unread_notice_count: 0,
  joined_at: person.joinedAt,
})

async function insertAccounts(db: Db, people: readonly Joined[]): Promise<void> {
  const times = (person: Joined) => ({ created_at: person.joinedAt, updated_at: person.joinedAt })
  const users = people.map((person) => ({
    ...{ id: person.accountId, name: '', email: `${person.handle}@zonnewinde.example`, email_verified: true },
    ...times(person),
  }))
  await insertRows(db, 'auth_users', users)
  const credentials = people.map((person) => ({
    ...{ id: `${person.accountId}-password`, user_id: person.accountId, account_id: person.accountId },
    ...{ provider_id: 'credential', password: PASSWORD_HASH },
    ...times(person),
  }))
  await insertRows(db, 'auth_accounts', credentials)
}

/** What people say they own. */
export async function insertOwnedProducts(
  db: Db,
  people: readonly DemoPerson[],
  members: Members,
  places: Places,
): Promise<void> {
  const rows = people.flatMap((person) =>
    (person.products ?? []).map(({ product, version }) => ({
      member_id: idOf(members, person.handle).id,
      product_id: idOf(places.products, product),
      version_id: version ? idOf(places.versions, `${product} ${version}`) : null,
    })),
  )
  await insertRows(db, 'member_products', rows)
}

export async function insertBrand(db: Db, { brand }: DemoCommunity, foundedAt: Date): Promise<void> {
  await db
    .insertInto('brand')
    .values({
      name: brand.name,
      hue: brand.hue,
      address_form: brand.addressForm,
      language: brand.language,
      zone: brand.zone,
      customer_number_pattern: brand.customerNumberPattern,
      founded_at: foundedAt,
    })
    .execute()
}

export async function insertBoards(
  db: Db,
  { boards }: DemoCommunity,
  members: Members,
  foundedAt: Date,
): Promise<DemoIds['boards']> {
  const ids = await reserveIds(db, 'boards', boards.length)
  const rows = boards.map((board, position) => ({
    ...{ id: ids[position] as string, slug: board.slug, name: board.name.nl, name_en: board.name.en },
    ...{ description: board.description.nl, description_en: board.description.en },
    ...{ guidance: board.guidance?.nl ?? '', guidance_en: board.guidance?.en ?? null },
    ...{ access: board.access, position, created_at: foundedAt },
  }))
  await insertRows(db, 'boards', rows)
  const prompts = boards.flatMap((board, at) => promptRows(ids[at] as string, board.prompts ?? []))
  await insertRows(db, 'board_prompts', prompts)
  const listed = boards.flatMap((board, at) =>
    (board.listed ?? []).map((handle) => ({
      board_id: ids[at] as string,
      member_id: idOf(members, handle).id,
      added_at: foundedAt,
    })),
  )
  await insertRows(db, 'board_members', listed)
  return new Map(rows.map((row) => [row.slug, row.id]))
}

const promptRows = (boardId: string, prompts: readonly DemoPrompt[]) =>
  prompts.map(({ label, hint, lines, required = false }, at) => ({
    ...{ board_id: boardId, position: at + 1, label: label.nl, label_en: label.en },
    ...{ hint: hint?.nl ?? '', hint_en: hint?.en ?? null },
    ...{ kind: lines === 'several' ? 'text' : 'line', is_required: required },
  }))

export async function insertProducts(db: Db, { products }: DemoCommunity, foundedAt: Date): Promise<Places> {
  const ids = await reserveIds(db, 'products', products.length)
  const rows = products.map((product, position) => ({
    ...{ id: ids[position] as string, slug: product.slug, name: product.name, position, created_at: foundedAt },
  }))
  await insertRows(db, 'products', rows)
  const named = products.flatMap((product, at) =>
    product.versions.map((name, position) => ({
      key: `${product.slug} ${name}`,
      product_id: ids[at] as string,
      name,
      position,
    })),
  )
  const versionIds = await reserveIds(db, 'product_versions', named.length)
  await insertRows(
    db,
    'product_versions',
    named.map(({ key: _, ...row }, at) => ({ id: versionIds[at] as string, ...row })),
  )
  return {
    products: new Map(rows.map((row) => [row.slug, row.id])),
    versions: new Map(named.map(({ key }, at) => [key, versionIds[at] as string])),
  }
}
