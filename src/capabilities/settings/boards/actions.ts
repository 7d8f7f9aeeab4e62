import { touch } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { findMemberByHandle } from '#community/members/members.ts'
import type { BoardAccess } from '#community/topics/boards.ts'
import type { Db } from '#platform/db/database.ts'
import { onceForForm } from '#platform/db/deed-keys.ts'
import {
  deleteOldAddress,
  existsName,
  existsSlug,
  freeSlug,
  insertOldAddress,
  lockList,
  updatePlaces,
} from '../lists.ts'
import { type Asked, change, done, type Outcome, refused, unknown } from '../outcome.ts'
import { boardListPath } from '../paths.ts'
import { type Direction, moved } from '../rules.ts'
import { touchEveryPage } from '../touching.ts'
import * as rows from './queries.ts'

export interface BoardInput {
  readonly name: string
  readonly nameEn?: string
  readonly description: string
  readonly descriptionEn?: string
  readonly slug?: string
  readonly access: BoardAccess
}

export function addBoard(asked: Asked, input: BoardInput, once?: unknown): Promise<Outcome<string>> {
  const sent = { memberId: asked.actor.id, once, content: { addBoard: input } }
  return change(asked, (db) =>
    onceForForm<Outcome<string>>(
      db,
      sent,
      async () => {
        await lockList(db, 'boards')
        const refusal = await takenIn(db, input)
        if (refusal) return refusal
        const slug = input.slug ?? (await freeSlug(db, 'boards', input.name, 'onderwerp'))
        const id = await rows.insertBoard(db, rowOf(input, slug))
        await deleteOldAddress(db, boardListPath(slug))
        await tell(db, asked, 'board.added', id, { access: input.access })
        return done(id)
      },
      (result) => result.outcome === 'done',
    ),
  )
}

/** Who may see a board changes for everybody at once, whatever was kept. */
export function changeBoard(asked: Asked, id: string, input: BoardInput): Promise<Outcome<string>> {
  return change(asked, async (db) => {
    await lockList(db, 'boards')
    const before = await rows.findKeptBoard(db, id)
    if (!before) return unknown
    const refusal = await takenIn(db, input, id)
    if (refusal) return refusal
    const slug = input.slug ?? before.slug
    await rows.updateBoard(db, id, rowOf(input, slug))
    if (slug !== before.slug) await insertOldAddress(db, boardListPath(before.slug), boardListPath(slug))
    await tell(db, asked, 'board.changed', id)
    if (input.access !== before.access) {
      await tell(db, asked, 'board.access-changed', id, { from: before.access, to: input.access })
    }
    return done(id)
  })
}

export function moveBoard(asked: Asked, id: string, direction: Direction): Promise<Outcome> {
  return change(asked, async (db) => {
    await lockList(db, 'boards')
    const all = (await rows.listKeptBoards(db)).filter((board) => board.archivedAt === null).map((board) => board.id)
    if (!all.includes(id)) return unknown
    await updatePlaces(db, 'boards', moved(all, id, direction))
    await tell(db, asked, 'board.placed', id)
    return done(null)
  })
}

/** Nobody asks there any more; what was asked stays to read. */
export function archiveBoard(asked: Asked, id: string, isArchived: boolean): Promise<Outcome> {
  return change(asked, async (db) => {
    if (!(await rows.findKeptBoard(db, id))) return unknown
    if (!(await rows.updateArchived(db, id, isArchived))) return done(null)
    await tell(db, asked, isArchived ? 'board.archived' : 'board.unarchived', id)
    return done(null)
  })
}

export function addListed(asked: Asked, boardId: string, handle: string): Promise<Outcome> {
  return change(asked, async (db) => {
    if (!(await rows.findKeptBoard(db, boardId))) return unknown
    const member = await findMemberByHandle(db, handle.replace(/^@/, ''))
    if (!member) return refused('member-unknown', 'handle')
    const isNew = await rows.insertListed(db, boardId, member.id, asked.actor.id)
    if (!isNew) return refused('member-listed', 'handle')
    await tell(db, asked, 'board.member-added', boardId, { memberId: member.id })
    touch(db, `member:${member.id}`)
    return done(null)
  })
}

export function removeListed(asked: Asked, boardId: string, memberId: string): Promise<Outcome> {
  return change(asked, async (db) => {
    if (!(await rows.findKeptBoard(db, boardId))) return unknown
    if (!(await rows.deleteListed(db, boardId, memberId))) return done(null)
    await tell(db, asked, 'board.member-removed', boardId, { memberId })
    touch(db, `member:${memberId}`)
    return done(null)
  })
}

async function takenIn(db: Db, { name, slug }: BoardInput, exceptId?: string): Promise<Outcome<never> | null> {
  if (await existsName(db, 'boards', name, exceptId)) return refused('name-taken', 'name')
  if (slug && (await existsSlug(db, 'boards', slug, exceptId))) return refused('slug-taken', 'slug')
  return null
}

const rowOf = ({ name, nameEn, description, descriptionEn, access }: BoardInput, slug: string): rows.BoardRow => ({
  slug,
  name,
  nameEn: nameEn ?? null,
  description,
  descriptionEn: descriptionEn ?? null,
  access,
})

async function tell(db: Db, asked: Asked, kind: string, id: string, facts: Record<string, string> = {}) {
  await record(db, { kind, actorId: asked.actor.id, subjectKind: 'board', subjectId: id, boardId: id, facts })
  touchEveryPage(db, 'boards')
}
