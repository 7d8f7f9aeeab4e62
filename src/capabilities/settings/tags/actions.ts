import { record } from '#community/activity/record.ts'
import { tagAddress, tagSlug } from '#community/topics/tags.ts'
import type { Db } from '#platform/db/database.ts'
import { insertOldAddress, lockList } from '../lists.ts'
import { type Asked, change, done, type Outcome, refused, unknown } from '../outcome.ts'
import { reindexLater } from '../reindexing.ts'
import { touchEveryPage } from '../touching.ts'
import * as rows from './queries.ts'

export function renameTag(asked: Asked, id: string, name: string): Promise<Outcome> {
  return onTag(asked, id, async (db, tag) => {
    const slug = tagSlug(name)
    if (slug === '') return refused('tag-empty', 'name')
    if (slug === tag.slug) return done(null)
    if (await rows.findTagBySlug(db, slug)) return refused('tag-taken', 'name')
    await rows.updateTagName(db, id, slug)
    await insertOldAddress(db, tagAddress(tag.slug), tagAddress(slug))
    await tell(db, asked, 'tag.renamed', id)
    await reindexLater(db, { tagId: id })
    return done(null)
  })
}

/** Two words for one thing become one; answers which one stays. */
export function mergeTag(asked: Asked, id: string, into: string): Promise<Outcome<string>> {
  return onTag(asked, id, async (db, tag) => {
    const other = await rows.findTagBySlug(db, tagSlug(into))
    if (!other) return refused('tag-unknown', 'into')
    if (other.id === id) return refused('tag-same', 'into')
    await rows.lockTags(db, [id, other.id])
    await rows.moveTagRows(db, id, other.id)
    await rows.deleteTag(db, id)
    await insertOldAddress(db, tagAddress(tag.slug), tagAddress(other.slug))
    await tell(db, asked, 'tag.merged', other.id, { mergedId: id })
    await reindexLater(db, { tagId: other.id })
    return done(other.id)
  })
}

export function removeTag(asked: Asked, id: string): Promise<Outcome> {
  return onTag(asked, id, async (db) => {
    await rows.lockTags(db, [id])
    if (!(await rows.deleteTag(db, id))) return refused('tag-used')
    await tell(db, asked, 'tag.removed', id)
    return done(null)
  })
}

function onTag<T>(
  asked: Asked,
  id: string,
  work: (db: Db, tag: rows.KeptTag) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return change(asked, async (db) => {
    await lockList(db, 'tags')
    const tag = await rows.findTag(db, id)
    return tag ? work(db, tag) : unknown
  })
}

async function tell(db: Db, asked: Asked, kind: string, id: string, facts: Record<string, string> = {}) {
  await record(db, { kind, actorId: asked.actor.id, subjectKind: 'tag', subjectId: id, facts })
  touchEveryPage(db, 'tags')
}
