import { deed, touch } from '#community/activity/deed.ts'
import { keepContent } from '#community/attachments/contents.ts'
import { avatarPicture, type PictureProblem, type PreparedPicture } from '#community/attachments/pictures.ts'
import { deleteOtherAvatars, insertAttachment } from '#community/attachments/queries.ts'
import type { UploadedFile } from '#community/exchange.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Storage } from '#platform/storage/storage.ts'
import type { Asking } from './asking.ts'
import { type ProfileChange, replaceProducts, updateAvatar, updateLanguage, updateProfile } from './queries.ts'
import { mayBeName, type Verdict } from './rules.ts'

export async function saveProfile(
  asking: Asking,
  actor: Actor,
  change: ProfileChange & { readonly products: readonly string[] },
): Promise<Verdict> {
  // Who kept the name through a change of the rules may keep it still.
  const refusal =
    change.name === actor.name ? null : mayBeName(change.name, asking.brand.name, actor.staffTitle !== null)
  if (refusal) return refusal
  await deed(asking.site, async (db) => {
    await updateProfile(db, actor.id, change)
    await replaceProducts(db, actor.id, change.products)
    // Names stand beside questions and answers everywhere.
    touch(db, `member:${actor.id}`, ...(change.name === actor.name ? [] : ['members']))
  })
  return null
}

/** Made anew: nothing of what was sent is kept as it came. Null, or why it is no picture we can show. */
export async function saveAvatar({ site }: Asking, actor: Actor, file: UploadedFile): Promise<PictureProblem | null> {
  const picture = await avatarPicture(file.bytes)
  if ('problem' in picture) return picture
  await deed(site, async (db) => setAvatar(db, actor, await insertAvatar(db, site.storage, actor, picture)))
  return null
}

/** Back to the drawn one. */
export const removeAvatar = ({ site }: Asking, actor: Actor): Promise<void> =>
  deed(site, (db) => setAvatar(db, actor, null))

export const chooseLanguage = (asking: Asking, actor: Actor, language: Language): Promise<void> =>
  deed(asking.site, (db) => updateLanguage(db, actor.id, language))

/** The former one goes: whoever takes a picture of themselves back does not find it at its address any more. */
async function setAvatar(db: Db, actor: Actor, avatarId: string | null): Promise<void> {
  await updateAvatar(db, actor.id, avatarId)
  await deleteOtherAvatars(db, actor.id, avatarId)
  touch(db, `member:${actor.id}`, 'members')
}

async function insertAvatar(db: Db, storage: Storage, actor: Actor, picture: PreparedPicture): Promise<string> {
  const { mime, width, height, bytes } = picture
  const contentHash = await keepContent(db, storage, bytes)
  const avatar = { ownerId: actor.id, contentHash, name: `${actor.handle}.webp`, mime, width, height, alt: '' }
  return insertAttachment(db, { ...avatar, bytes: bytes.byteLength, purpose: 'avatar' })
}
