import { sql } from 'kysely'
import { readOnce } from '#community/read-once.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'

export interface Product {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly versions: readonly { readonly id: string; readonly name: string }[]
}

/** The same for everybody, so read once for everybody. */
export const productsFor = ({ site }: { readonly site: Site }): Promise<readonly Product[]> =>
  readOnce(site, 'products', ['products', 'brand'], () => listProducts(site.db))

/** The brand's products with their versions, in the order staff gave them; withdrawn products are left out. */
export async function listProducts(db: Db): Promise<Product[]> {
  return db
    .selectFrom('products')
    .select(['id', 'slug', 'name'])
    .select(
      sql<Product['versions']>`coalesce((
        select json_agg(json_build_object('id', v.id::text, 'name', v.name) order by v.position, v.id)
        from product_versions v where v.product_id = products.id), '[]')`.as('versions'),
    )
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
