import type { Brand } from '#community/brand/brand.ts'
import { findKnownHandles } from '#community/members/members.ts'
import type { Db } from '#platform/db/database.ts'
import { type ComposedText, composeText, type RawText } from './compose.ts'

/** Text as it may be stored, in which only the names of members are links. Texts that name nobody ask nothing. */
export async function composeKnown(db: Db, raw: RawText, brand: Brand): Promise<ComposedText> {
  const composed = composeText(raw, brand)
  if (composed.named.length === 0) return composed
  const handles = await findKnownHandles(db, composed.named)
  return handles.size === composed.named.length ? composed : composeText(raw, brand, { handles })
}
