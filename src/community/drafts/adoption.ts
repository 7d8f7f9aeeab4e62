import { sql } from 'kysely'
import { hashOfToken } from '#platform/auth/secrets-at-rest.ts'
import type { Db } from '#platform/db/database.ts'

/** Under which name the drafts of a visitor are kept: of no use to whoever reads the table. */
export const visitorHashOf = (draftCookie: string): string => hashOfToken(draftCookie)

/** What somebody wrote before signing in becomes theirs; of two drafts for one place the newer stays. */
export async function adoptDrafts(db: Db, visitorHash: string, memberId: string): Promise<void> {
  await sql`delete from drafts mine using drafts theirs
    where mine.member_id = ${memberId}::bigint and theirs.visitor_hash = ${visitorHash}
      and mine.place = theirs.place and mine.updated_at <= theirs.updated_at`.execute(db)
  await sql`update drafts set member_id = ${memberId}::bigint, visitor_hash = null
    where visitor_hash = ${visitorHash}
      and not exists (select 1 from drafts mine where mine.member_id = ${memberId}::bigint and mine.place = drafts.place)`.execute(
    db,
  )
  await db.deleteFrom('drafts').where('visitor_hash', '=', visitorHash).execute()
}
