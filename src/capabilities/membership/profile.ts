import { deed, touch } from '#community/activity/deed.ts'
import { avatarPicture } from '#community/attachments/pictures.ts'
import { insertAttachment } from '#community/attachments/queries.ts'
import type { UploadedFile } from '#community/exchange.ts'
import type { Actor } from '#community/members/actor.ts'
import type { Language } from '#platform/i18n/languages.ts'
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

export async function saveAvatar(asking: Asking, actor: Actor, file: UploadedFile): Promise<boolean> {
  const avatarId = await storeAvatar(asking, actor, file)
  if (avatarId === null) return false
  await setAvatar(asking, actor, avatarId)
  return true
}

/** Back to the drawn one. */
export const removeAvatar = (asking: Asking, actor: Actor): Promise<void> => setAvatar(asking, actor, null)

export const chooseLanguage = (asking: Asking, actor: Actor, language: Language): Promise<void> =>
  deed(asking.site, (db) => updateLanguage(db, actor.id, language))

const setAvatar = (asking: Asking, actor: Actor, avatarId: string | null) =>
  deed(asking.site, async (db) => {
    await updateAvatar(db, actor.id, avatarId)
    touch(db, `member:${actor.id}`, 'members')
  })

/** Null when the bytes are no picture we can show; nothing of what was sent is kept as it came. */
async function storeAvatar({ site }: Asking, actor: Actor, file: UploadedFile): Promise<string | null> {
  const picture = await avatarPicture(file.bytes)
  if ('problem' in picture) return null
  const contentHash = await site.storage.write(picture.bytes)
  return insertAttachment(site.db, {
    ownerId: actor.id,
    contentHash,
    name: `${actor.handle}.webp`,
    mime: picture.mime,
    bytes: picture.bytes.byteLength,
    width: picture.width,
    height: picture.height,
    alt: '',
    purpose: 'avatar',
  })
}
