import { record } from '#community/activity/record.ts'
import type { Db } from '#platform/db/database.ts'
import { onceForForm } from '#platform/db/deed-keys.ts'
import { existsName, freeSlug, lockList, updatePlaces } from '../lists.ts'
import { type Asked, change, done, type Outcome, refused, unknown } from '../outcome.ts'
import { reindexLater } from '../reindexing.ts'
import { type Direction, moved } from '../rules.ts'
import { touchEveryPage } from '../touching.ts'
import * as rows from './queries.ts'

export function addProduct(asked: Asked, name: string, once?: unknown): Promise<Outcome<string>> {
  const sent = { memberId: asked.actor.id, once, content: { addProduct: name } }
  return change(asked, (db) =>
    onceForForm<Outcome<string>>(
      db,
      sent,
      async () => {
        await lockList(db, 'products')
        if (await existsName(db, 'products', name)) return refused('name-taken', 'name')
        const id = await rows.insertProduct(db, { name, slug: await freeSlug(db, 'products', name, 'product') })
        await tell(db, asked, 'product.added', id)
        return done(id)
      },
      (result) => result.outcome === 'done',
    ),
  )
}

/** The address stays what it was. */
export function renameProduct(asked: Asked, id: string, name: string): Promise<Outcome> {
  return onProduct(asked, id, async (db) => {
    if (await existsName(db, 'products', name, id)) return refused('name-taken', 'name')
    await rows.updateProductName(db, id, name)
    await tell(db, asked, 'product.renamed', id)
    await reindexLater(db, { productId: id })
    return done(null)
  })
}

export function moveProduct(asked: Asked, id: string, direction: Direction): Promise<Outcome> {
  return onProduct(asked, id, async (db) => {
    const all = (await rows.listKeptProducts(db)).filter((one) => one.archivedAt === null).map((one) => one.id)
    await updatePlaces(db, 'products', moved(all, id, direction))
    await tell(db, asked, 'product.placed', id)
    return done(null)
  })
}

/** No longer offered when asking; questions about it keep its name. */
export function archiveProduct(asked: Asked, id: string, isArchived: boolean): Promise<Outcome> {
  return onProduct(asked, id, async (db) => {
    if (await rows.updateProductArchived(db, id, isArchived)) {
      await tell(db, asked, isArchived ? 'product.archived' : 'product.unarchived', id)
    }
    return done(null)
  })
}

export function addVersion(asked: Asked, id: string, name: string, once?: unknown): Promise<Outcome> {
  const sent = { memberId: asked.actor.id, once, content: { addVersion: name, id } }
  return onProduct(asked, id, (db, product) =>
    onceForForm<Outcome>(
      db,
      sent,
      async () => {
        if (hasVersion(product, name)) return refused('name-taken', 'version')
        const versionId = await rows.insertVersion(db, id, name)
        await tell(db, asked, 'product.version-added', id, { versionId })
        return done(null)
      },
      (result) => result.outcome === 'done',
    ),
  )
}

export function renameVersion(asked: Asked, id: string, versionId: string, name: string): Promise<Outcome> {
  return onVersion(asked, id, versionId, async (db, product) => {
    if (hasVersion(product, name, versionId)) return refused('name-taken', 'version')
    await rows.updateVersionName(db, versionId, name)
    await tell(db, asked, 'product.version-renamed', id, { versionId })
    return done(null)
  })
}

export function moveVersion(asked: Asked, id: string, versionId: string, direction: Direction): Promise<Outcome> {
  return onVersion(asked, id, versionId, async (db, product) => {
    const all = product.versions.map((version) => version.id)
    await updatePlaces(db, 'product_versions', moved(all, versionId, direction))
    await tell(db, asked, 'product.version-placed', id, { versionId })
    return done(null)
  })
}

export function removeVersion(asked: Asked, id: string, versionId: string): Promise<Outcome> {
  return onVersion(asked, id, versionId, async (db) => {
    if (!(await rows.deleteVersion(db, versionId))) return refused('version-used', 'version')
    await tell(db, asked, 'product.version-removed', id, { versionId })
    return done(null)
  })
}

type Work = (db: Db, product: rows.KeptProduct) => Promise<Outcome>

function onProduct(asked: Asked, id: string, work: Work): Promise<Outcome> {
  return change(asked, async (db) => {
    await lockList(db, 'products')
    const product = await rows.findKeptProduct(db, id)
    return product ? work(db, product) : unknown
  })
}

function onVersion(asked: Asked, id: string, versionId: string, work: Work): Promise<Outcome> {
  return onProduct(asked, id, async (db, product) =>
    product.versions.some((version) => version.id === versionId) ? work(db, product) : unknown,
  )
}

const hasVersion = ({ versions }: rows.KeptProduct, name: string, exceptId?: string): boolean =>
  versions.some((version) => version.id !== exceptId && version.name.toLowerCase() === name.toLowerCase())

async function tell(db: Db, asked: Asked, kind: string, id: string, facts: Record<string, string> = {}) {
  await record(db, { kind, actorId: asked.actor.id, subjectKind: 'product', subjectId: id, facts })
  touchEveryPage(db, 'products')
}
