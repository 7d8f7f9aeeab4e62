import { MOST_REVISIONS, type Revision } from '#community/revisions/revisions.ts'

/** A text as it stood for a while, and who made it so; the name and moment are null where nobody knows any more. */
export interface Version {
  readonly key: string
  readonly title: string | null
  readonly body: string
  readonly by: string | null
  readonly at: Date | null
}

/**
 * All versions, newest first. A revision tells what stood until somebody replaced it, so that name belongs to the next
 * version: the words of the author are never put down to the moderator who changed them.
 */
export function versionsOf(
  present: { title?: string | null; body: string },
  revisions: readonly Revision[],
  author: string,
): Version[] {
  const texts = [{ id: 'now', title: present.title ?? null, body: present.body, writtenAt: null }, ...revisions]
  return texts.map(({ id, title, body, writtenAt }, at) => {
    const made = revisions[at]
    const by = made?.editorName ?? (at < MOST_REVISIONS ? author : null)
    return { key: id, title, body, by, at: made?.replacedAt ?? writtenAt }
  })
}
