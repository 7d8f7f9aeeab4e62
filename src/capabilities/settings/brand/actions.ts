import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import { keepContent, removeUnshown } from '#community/attachments/contents.ts'
import { logoPicture, type PictureProblem } from '#community/attachments/pictures.ts'
import { insertAttachment } from '#community/attachments/queries.ts'
import type { UploadedFile } from '#community/exchange.ts'
import type { Db } from '#platform/db/database.ts'
import type { Asked } from '../outcome.ts'
import { touchEveryPage } from '../touching.ts'
import { type BrandChange, deleteLogo, lockLogo, updateBrand } from './queries.ts'

/** Every process and every kept page follows at once. */
export const changeBrand = (asked: Asked, change: BrandChange): Promise<void> =>
  deed(asked.site, (db) => write(db, asked, change))

/** The picture is made anew, so that nothing of the file that was sent remains. */
export async function changeLogo(asked: Asked, file: UploadedFile): Promise<PictureProblem | null> {
  const picture = await logoPicture(file.bytes)
  if ('problem' in picture) return picture
  await deed(asked.site, async (db) => {
    const before = await lockLogo(db)
    const contentHash = await keepContent(db, asked.site.storage, picture.bytes)
    const logoId = await insertAttachment(db, {
      ownerId: asked.actor.id,
      contentHash,
      name: 'logo.webp',
      mime: picture.mime,
      bytes: picture.bytes.byteLength,
      width: picture.width,
      height: picture.height,
      alt: '',
      purpose: 'logo',
    })
    await write(db, asked, { logoId })
    if (before) await deleteLogo(db, before)
  })
  return null
}

/** Back to the name with its mark. */
export async function removeLogo(asked: Asked): Promise<void> {
  const unshown = await deed(asked.site, async (db) => {
    const before = await lockLogo(db)
    if (!before) return null
    await write(db, asked, { logoId: null })
    return deleteLogo(db, before)
  })
  if (unshown) await removeUnshown(asked.site, unshown)
}

async function write(db: Db, asked: Asked, change: BrandChange) {
  await updateBrand(db, change)
  for (const part of Object.keys(change)) {
    await record(db, {
      kind: 'brand.changed',
      actorId: asked.actor.id,
      subjectKind: 'brand',
      subjectId: '1',
      facts: { part },
    })
  }
  touchEveryPage(db)
}
