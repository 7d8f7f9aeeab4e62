import { sql } from 'kysely'
import type { Prompt } from '#community/topics/templates.ts'
import type { Db } from '#platform/db/database.ts'

export interface KeptPrompt extends Prompt {
  readonly labelEn: string | null
  readonly hintEn: string | null
}

export interface KeptTemplate {
  readonly boardId: string
  readonly board: string
  readonly guidance: string
  readonly guidanceEn: string | null
  readonly prompts: readonly KeptPrompt[]
}

export async function findKeptTemplate(db: Db, boardId: string): Promise<KeptTemplate | null> {
  const row = await db
    .selectFrom('boards')
    .select(['id as boardId', 'name as board', 'guidance', 'guidance_en as guidanceEn'])
    .select(
      sql<KeptPrompt[]>`coalesce((
        select json_agg(json_build_object('id', p.id::text, 'label', p.label, 'labelEn', p.label_en, 'hint', p.hint,
          'hintEn', p.hint_en, 'kind', p.kind, 'isRequired', p.is_required) order by p.position)
        from board_prompts p where p.board_id = boards.id), '[]')`.as('prompts'),
    )
    .where('id', '=', boardId)
    .executeTakeFirst()
  return row ?? null
}

export async function updateGuidance(db: Db, boardId: string, guidance: string, guidanceEn: string | null) {
  await db.updateTable('boards').set({ guidance, guidance_en: guidanceEn }).where('id', '=', boardId).execute()
}

export type PromptRow = Omit<KeptPrompt, 'id'>

/** The last of its board. */
export async function insertPrompt(db: Db, boardId: string, prompt: PromptRow): Promise<string> {
  const { id } = await db
    .insertInto('board_prompts')
    .values({
      ...columnsOf(prompt),
      board_id: boardId,
      position: sql<number>`(select count(*) + 1 from board_prompts where board_id = ${boardId}::bigint)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updatePrompt(db: Db, id: string, prompt: PromptRow): Promise<void> {
  await db.updateTable('board_prompts').set(columnsOf(prompt)).where('id', '=', id).execute()
}

export async function deletePrompt(db: Db, id: string): Promise<void> {
  await db.deleteFrom('board_prompts').where('id', '=', id).execute()
}

const columnsOf = ({ label, labelEn, hint, hintEn, kind, isRequired }: PromptRow) => ({
  label,
  label_en: labelEn,
  hint,
  hint_en: hintEn,
  kind,
  is_required: isRequired,
})
