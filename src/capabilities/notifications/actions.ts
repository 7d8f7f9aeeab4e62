import { deed, touch } from '#community/activity/deed.ts'
import type { Site } from '#community/site.ts'
import { insertPreference, updateRead, updateReadAt, updateUnread } from './queries.ts'

export async function readMarked(site: Site, memberId: string, ids: readonly string[] | 'all'): Promise<void> {
  await deed(site, async (db) => {
    if (!(await updateRead(db, memberId, ids))) return
    await updateUnread(db, [memberId])
    touch(db, `member:${memberId}`)
  })
}

/** Whoever has the question on the screen need not be told of it any more, in the bell nor by mail. */
export async function readMarkedAt(site: Site, memberId: string, questionId: string, at: Date): Promise<void> {
  await deed(site, async (db) => {
    if (!(await updateReadAt(db, memberId, questionId, at))) return
    await updateUnread(db, [memberId])
    touch(db, `member:${memberId}`)
  })
}

export async function setMails(
  site: Site,
  memberId: string,
  choices: readonly (readonly [kind: string, mail: 'on' | 'off'])[],
): Promise<void> {
  await deed(site, async (db) => {
    for (const [kind, mail] of choices) await insertPreference(db, memberId, kind, mail)
  })
}
