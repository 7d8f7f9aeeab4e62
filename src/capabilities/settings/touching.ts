import { touch } from '#community/activity/deed.ts'
import type { Db } from '#platform/db/database.ts'

/**
 * Names of boards, products, tags and people stand on pages everywhere, and who may see a board decides about all of
 * them. Every kept page depends on the brand: touching it drops them all, in every process.
 */
export function touchEveryPage(db: Db, ...tags: string[]): void {
  touch(db, 'brand', 'questions', ...tags)
}
