import { sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import { seenBoards } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'

/** What an asker is asked besides title and text. */
export interface Prompt {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** Room for one line, or for several. */
  readonly kind: 'line' | 'text'
  readonly isRequired: boolean
}

/** What a board asks of whoever asks there, and one line of guidance. */
export interface Template {
  /** Slug of the board. */
  readonly board: string
  readonly guidance: string
  readonly prompts: readonly Prompt[]
}

/** Those of the boards where this viewer may ask; boards that ask nothing more are left out. */
export async function listTemplates(db: Db, viewer: Viewer, language: Language): Promise<Template[]> {
  const worded = (column: string) => sql.raw(language === 'en' ? `coalesce(${column}_en, ${column})` : column)
  const { rows } = await sql<Template>`
    select boards.slug as board, ${worded('boards.guidance')} as guidance, coalesce(p.prompts, '[]') as prompts
    from boards left join lateral (
      select json_agg(json_build_object('id', one.id::text, 'label', ${worded('one.label')},
        'hint', ${worded('one.hint')}, 'kind', one.kind, 'isRequired', one.is_required) order by one.position) as prompts
      from board_prompts one where one.board_id = boards.id) p on true
    where boards.archived_at is null and boards.id in ${seenBoards(viewer)}
      and (boards.guidance <> '' or p.prompts is not null)
    order by boards.position, boards.id`.execute(db)
  return rows
}
