import { draftOwnerOf, newVisitorOwner } from '#community/drafts/owner.ts'
import { type DraftFields, deleteDraft, findDraft, saveDraft } from '#community/drafts/queries.ts'
import type { Exchange } from '#community/exchange.ts'
import { cleanText } from '#platform/http/clean.ts'
import { readForm } from '#platform/http/forms.ts'
import { json, type Reply } from '#platform/http/reply.ts'
import { draftForm, draftPlace } from './forms.ts'

/** What this person left standing in this place, or nothing: the same answer whether it never was or is another's. */
export async function showDraft(x: Exchange): Promise<Reply> {
  const read = readForm(draftPlace, x.query)
  const owner = draftOwnerOf(x)
  const draft = read.ok && owner ? await findDraft(x.db, owner, read.value.place, x.now) : null
  return json({ draft: draft && { fields: draft.fields, savedAt: draft.savedAt.toISOString() } })
}

export async function keepDraft(x: Exchange): Promise<Reply> {
  const read = readForm(draftForm, x.body)
  if (!read.ok) return json({ problems: Object.keys(read.problems) }, 422)
  const owner = draftOwnerOf(x) ?? (await startedDrafts(x))
  if (!owner) return json({ problems: ['too-many'] }, 429)
  await saveDraft(x.db, owner, read.value.place, cleaned(read.value.fields), x.now)
  return json({ savedAt: x.now.toISOString() })
}

export async function discardDraft(x: Exchange): Promise<Reply> {
  const read = readForm(draftPlace, x.body)
  const owner = draftOwnerOf(x)
  if (read.ok && owner) await deleteDraft(x.db, owner, read.value.place)
  return json({ draft: null })
}

/** Who throws the cookie away each time could otherwise fill the table. */
async function startedDrafts(x: Exchange) {
  const spent = await x.site.limits.spend('new-draft', { address: x.request.ip })
  return spent.allowed ? newVisitorOwner(x) : null
}

function cleaned(fields: DraftFields): DraftFields {
  const clean = (value: string | readonly string[]) =>
    typeof value === 'string' ? cleanText(value) : value.map(cleanText)
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean(value)]))
}
