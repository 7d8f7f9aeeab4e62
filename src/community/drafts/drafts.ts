import type { Exchange } from '#community/exchange.ts'
import { draftOwnerOf, newVisitorOwner } from './owner.ts'
import { deleteDraft, findDraft, saveDraft } from './queries.ts'

/** What this person left standing in the fields of this place; null when there is nothing. */
export async function readDraft(x: Exchange, place: string): Promise<Record<string, string> | null> {
  const owner = draftOwnerOf(x)
  const draft = owner && (await findDraft(x.db, owner, place, x.now))
  if (!draft) return null
  const words = Object.entries(draft.fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.join(', '),
  ])
  return Object.fromEntries(words)
}

/** Keeps the words for when the person comes back, as a member or with the same browser. */
export async function keepDraft(x: Exchange, place: string, words: Record<string, string>): Promise<void> {
  await saveDraft(x.db, draftOwnerOf(x) ?? newVisitorOwner(x), place, words, x.now)
}

/** After posting: the draft has done its work. */
export async function dropDraft(x: Exchange, place: string): Promise<void> {
  const owner = draftOwnerOf(x)
  if (owner) await deleteDraft(x.db, owner, place)
}
