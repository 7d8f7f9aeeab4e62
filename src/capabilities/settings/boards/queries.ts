import { sql } from 'kysely'
import { cardColumns, type MemberCard } from '#community/members/members.ts'
import type { BoardAccess } from '#community/topics/boards.ts'
import type { Db } from '#platform/db/database.ts'

export interface KeptBoard {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly nameEn: string | null
  readonly description: string
  readonly descriptionEn: string | null
  readonly access: BoardAccess
  readonly archivedAt: Date | null
  readonly questionCount: number
  /** How many members are on its list. */
  readonly listedCount: number
}

/** All of them, archived ones last: only for who keeps the settings. */
export async function listKeptBoards(db: Db): Promise<KeptBoard[]> {
  return selectBoards(db).orderBy(sql`archived_at is not null`).orderBy('position').orderBy('id').execute()
}

export async function findKeptBoard(db: Db, id: string): Promise<KeptBoard | null> {
  return (await selectBoards(db).where('id', '=', id).executeTakeFirst()) ?? null
}

function selectBoards(db: Db) {
  return db
    .selectFrom('boards')
    .select(['id', 'slug', 'name', 'name_en as nameEn', 'description', 'description_en as descriptionEn'])
    .select(['archived_at as archivedAt', sql<BoardAccess>`access`.as('access')])
    .select(
      sql<number>`(select count(*) from questions q where q.board_id = boards.id and q.hidden_at is null
        and q.deleted_at is null and q.merged_into_id is null)::int`.as('questionCount'),
    )
    .select(sql<number>`(select count(*) from board_members l where l.board_id = boards.id)::int`.as('listedCount'))
}

export type BoardRow = Pick<KeptBoard, 'slug' | 'name' | 'nameEn' | 'description' | 'descriptionEn' | 'access'>

export async function insertBoard(db: Db, board: BoardRow): Promise<string> {
  const { id } = await db
    .insertInto('boards')
    .values({ ...columnsOf(board), position: sql<number>`(select coalesce(max(position), 0) + 1 from boards)` })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateBoard(db: Db, id: string, board: BoardRow): Promise<void> {
  await db.updateTable('boards').set(columnsOf(board)).where('id', '=', id).execute()
}

const columnsOf = ({ slug, name, nameEn, description, descriptionEn, access }: BoardRow) => ({
  slug,
  name,
  name_en: nameEn,
  description,
  description_en: descriptionEn,
  access,
})

/** Null when it is archived already, or not archived at all. */
export async function updateArchived(db: Db, id: string, isArchived: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('boards')
    .set({ archived_at: isArchived ? sql<Date>`now()` : null })
    .where('id', '=', id)
    .where('archived_at', isArchived ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function listListed(db: Db, boardId: string): Promise<MemberCard[]> {
  return db
    .selectFrom('board_members')
    .innerJoin('members', 'members.id', 'board_members.member_id')
    .select(cardColumns)
    .where('board_members.board_id', '=', boardId)
    .orderBy('members.name')
    .orderBy('members.id')
    .limit(1_000)
    .execute()
}

export async function insertListed(db: Db, boardId: string, memberId: string, addedById: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('board_members')
    .values({ board_id: boardId, member_id: memberId, added_by_id: addedById })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function deleteListed(db: Db, boardId: string, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('board_members')
    .where('board_id', '=', boardId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
