import { record } from '#community/activity/record.ts'
import type { Db } from '#platform/db/database.ts'
import { onceForForm } from '#platform/db/deed-keys.ts'
import { lockList, updatePlaces } from '../lists.ts'
import { type Asked, change, done, type Outcome, refused, unknown } from '../outcome.ts'
import { type Direction, moved, PROMPTS_MOST } from '../rules.ts'
import { touchEveryPage } from '../touching.ts'
import * as rows from './queries.ts'

export interface PromptInput {
  readonly label: string
  readonly labelEn?: string
  readonly hint?: string
  readonly hintEn?: string
  readonly kind: 'line' | 'text'
  readonly isRequired: boolean
}

export function changeGuidance(asked: Asked, boardId: string, guidance = '', guidanceEn?: string): Promise<Outcome> {
  return onTemplate(asked, boardId, async (db) => {
    await rows.updateGuidance(db, boardId, guidance, guidanceEn ?? null)
    await tell(db, asked, 'board.guidance-changed', boardId)
    return done(null)
  })
}

export function addPrompt(asked: Asked, boardId: string, input: PromptInput, once?: unknown): Promise<Outcome> {
  const sent = { memberId: asked.actor.id, once, content: { addPrompt: input, boardId } }
  return onTemplate(asked, boardId, (db, template) =>
    onceForForm<Outcome>(
      db,
      sent,
      async () => {
        if (template.prompts.length >= PROMPTS_MOST) return refused('prompts-full')
        if (hasPrompt(template, input.label)) return refused('prompt-taken', 'label')
        const promptId = await rows.insertPrompt(db, boardId, rowOf(input))
        await tell(db, asked, 'board.prompt-added', boardId, { promptId })
        return done(null)
      },
      (result) => result.outcome === 'done',
    ),
  )
}

/** What was asked with the words of before keeps them: they became part of its text. */
export function changePrompt(asked: Asked, boardId: string, promptId: string, input: PromptInput): Promise<Outcome> {
  return onPrompt(asked, boardId, promptId, async (db, template) => {
    if (hasPrompt(template, input.label, promptId)) return refused('prompt-taken', 'label')
    await rows.updatePrompt(db, promptId, rowOf(input))
    await tell(db, asked, 'board.prompt-changed', boardId, { promptId })
    return done(null)
  })
}

export function movePrompt(asked: Asked, boardId: string, promptId: string, direction: Direction): Promise<Outcome> {
  return onPrompt(asked, boardId, promptId, async (db, { prompts }) => {
    const all = prompts.map((prompt) => prompt.id)
    await updatePlaces(db, 'board_prompts', moved(all, promptId, direction))
    await tell(db, asked, 'board.prompt-placed', boardId, { promptId })
    return done(null)
  })
}

export function removePrompt(asked: Asked, boardId: string, promptId: string): Promise<Outcome> {
  return onPrompt(asked, boardId, promptId, async (db, { prompts }) => {
    await rows.deletePrompt(db, promptId)
    const rest = prompts.map((prompt) => prompt.id).filter((id) => id !== promptId)
    await updatePlaces(db, 'board_prompts', rest)
    await tell(db, asked, 'board.prompt-removed', boardId, { promptId })
    return done(null)
  })
}

type Work = (db: Db, template: rows.KeptTemplate) => Promise<Outcome>

function onTemplate(asked: Asked, boardId: string, work: Work): Promise<Outcome> {
  return change(asked, async (db) => {
    await lockList(db, 'board_prompts')
    const template = await rows.findKeptTemplate(db, boardId)
    return template ? work(db, template) : unknown
  })
}

function onPrompt(asked: Asked, boardId: string, promptId: string, work: Work): Promise<Outcome> {
  return onTemplate(asked, boardId, async (db, template) =>
    template.prompts.some((prompt) => prompt.id === promptId) ? work(db, template) : unknown,
  )
}

const hasPrompt = ({ prompts }: rows.KeptTemplate, label: string, exceptId?: string): boolean =>
  prompts.some((prompt) => prompt.id !== exceptId && prompt.label.toLowerCase() === label.toLowerCase())

const rowOf = ({ label, labelEn, hint, hintEn, kind, isRequired }: PromptInput): rows.PromptRow => ({
  label,
  labelEn: labelEn ?? null,
  hint: hint ?? '',
  hintEn: hintEn ?? null,
  kind,
  isRequired,
})

async function tell(db: Db, asked: Asked, kind: string, id: string, facts: Record<string, string> = {}) {
  await record(db, { kind, actorId: asked.actor.id, subjectKind: 'board', subjectId: id, boardId: id, facts })
  touchEveryPage(db, 'boards')
}
