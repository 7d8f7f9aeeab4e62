import { buffer } from 'node:stream/consumers'
import { picturePath, stemOf } from '#community/attachments/address.ts'
import { keepContent } from '#community/attachments/contents.ts'
import { type PreparedPicture, preparePicture } from '#community/attachments/pictures.ts'
import { findAttachment, insertAttachment, updateAlt } from '#community/attachments/queries.ts'
import type { Exchange, MemberExchange } from '#community/exchange.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { cleanLine } from '#platform/http/clean.ts'
import { readForm } from '#platform/http/forms.ts'
import { json, missing, type Reply, text } from '#platform/http/reply.ts'
import { altForm, attachmentId } from './forms.ts'

/** A picture for a text that is being written. Until it is posted only its owner sees it. */
export async function takePicture(x: MemberExchange): Promise<Reply> {
  const [file] = x.files
  if (!file) return json({ problem: x.t('form.required') }, 422)
  const prepared = await preparePicture(file.bytes)
  if ('problem' in prepared) return json({ problem: x.t(prepared.problem, prepared.params) }, 422)
  const name = stemOf(cleanLine(file.name))
  const id = await inTransaction(x.db, (db) => keepPicture(db, x, prepared, name))
  const { width, height } = prepared
  const url = picturePath({ id, name, width, height })
  return json({ id, url, width, height, markdown: `![](${url})` }, 201)
}

/** What is in it, for who cannot see it. */
export async function describePicture(x: MemberExchange): Promise<Reply> {
  const id = attachmentId.safeParse(x.params.id)
  const read = readForm(altForm, x.body)
  if (!id.success || !(await findAttachment(x.db, x.viewer, id.data))) return missing
  if (!read.ok) return json({ problems: Object.keys(read.problems) }, 422)
  return (await updateAlt(x.db, x.viewer.id, id.data, read.value.alt)) ? json({ alt: read.value.alt }) : missing
}

/** Who may see it is asked at every look; only what everybody may see is kept on the way. */
export async function sendAttachment(x: Exchange): Promise<Reply> {
  const id = attachmentId.safeParse(x.params.id)
  const attachment = id.success ? await findAttachment(x.db, x.viewer, id.data) : null
  if (!attachment) return missing
  const etag = `"${attachment.contentHash.slice(0, 32)}"`
  const headers = {
    etag,
    'cache-control': attachment.isPublic ? 'public, max-age=3600, immutable' : 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
  }
  if (attachment.isPublic && x.request.headers['if-none-match'] === etag) {
    return { kind: 'text', status: 304, type: attachment.mime, text: '', headers }
  }
  const file = await x.site.storage.read(attachment.contentHash)
  return file ? text(await buffer(file.stream), attachment.mime, headers) : missing
}

async function keepPicture(db: Db, x: MemberExchange, picture: PreparedPicture, name: string): Promise<string> {
  const contentHash = await keepContent(db, x.site.storage, picture.bytes)
  const { mime, width, height } = picture
  const kept = { ownerId: x.viewer.id, contentHash, name, mime, width, height }
  return insertAttachment(db, { ...kept, bytes: picture.bytes.length, alt: '', purpose: 'body' })
}
