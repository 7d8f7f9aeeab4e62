import { drawTitlePicture } from '#community/brand/sharing-picture.ts'
import type { Exchange } from '#community/exchange.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { missing, type Reply, text } from '#platform/http/reply.ts'
import { isId } from '../handling.ts'

const DAY = 86_400

/** GET /questions/:id/preview.png — the title as a picture, for where a link is shared; only of what everybody sees. */
export async function showPreview(x: Exchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id) || (await sightOfQuestion(x.db, null, id)) !== 'seen') return missing
  const row = await x.db.selectFrom('questions').select('title').where('id', '=', id).executeTakeFirst()
  if (!row) return missing
  return text(await drawTitlePicture(x.brand, row.title), 'image/png', { 'cache-control': `public, max-age=${DAY}` })
}
