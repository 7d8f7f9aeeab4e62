import { type RawBuilder, sql } from 'kysely'
import type { Exchange } from '#community/exchange.ts'
import type { Viewer } from '#community/members/actor.ts'
import { readOnce } from '#community/read-once.ts'
import { type Audience, audienceOf, seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

export type BoardAccess = 'everyone' | 'members' | 'listed'

export interface Board {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly access: BoardAccess
  readonly archivedAt: Date | null
}

/** The boards of the page's reader, read once for all who see the same ones. */
export function boardsFor(x: Pick<Exchange, 'site' | 'viewer' | 'language'>): Promise<readonly Board[]> {
  const { site, language } = x
  const audience = audienceOf(x.viewer)
  return readOnce(site, `boards ${language} ${audience.key}`, ['boards', 'brand'], () =>
    listBoards(site.db, audience, language),
  )
}

/** The boards this viewer may see, in the order staff gave them; archived ones only on request. */
export async function listBoards(db: Db, viewer: Viewer | Audience, language: Language): Promise<Board[]> {
  return selectBoards(db, viewer, language).where('archived_at', 'is', null).orderBy('position').orderBy('id').execute()
}

export async function findBoard(db: Db, viewer: Viewer, language: Language, slug: string): Promise<Board | null> {
  return (await selectBoards(db, viewer, language).where('slug', '=', slug).executeTakeFirst()) ?? null
}

/** The name of the board that a query calls `alias`, in the language of the page. */
export function boardName(language: Language, alias: string): RawBuilder<string> {
  const board = sql.raw(alias)
  return language === 'en' ? sql`coalesce(${board}.name_en, ${board}.name)` : sql`${board}.name`
}

/** The slug of a board that once had this one, as far as the viewer may see it: an old address tells nothing either. */
export async function findRenamedBoard(db: Db, viewer: Viewer, slug: string): Promise<string | null> {
  const { rows } = await sql<{ slug: string }>`select boards.slug from old_addresses o
    join boards on o.target = '/questions?board=' || boards.slug
    where o.path = '/questions?board=' || ${slug}::text and boards.id in ${seenBoards(viewer)} limit 1`.execute(db)
  return rows[0]?.slug ?? null
}

function selectBoards(db: Db, viewer: Viewer | Audience, language: Language) {
  const description = language === 'en' ? sql<string>`coalesce(description_en, description)` : sql<string>`description`
  return db
    .selectFrom('boards')
    .select([
      'id',
      'slug',
      boardName(language, 'boards').as('name'),
      description.as('description'),
      'archived_at as archivedAt',
    ])
    .select(sql<BoardAccess>`access`.as('access'))
    .where(sql<boolean>`boards.id in ${seenBoards(viewer)}`)
}
