import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { AddressForm, Language } from '#platform/i18n/languages.ts'

export interface BrandChange {
  readonly name?: string
  readonly hue?: number
  readonly logoId?: string | null
  readonly addressForm?: AddressForm
  readonly language?: Language
  readonly zone?: string
  readonly customerNumberPattern?: string | null
  readonly communityConfirmations?: number
}

/** Only what is named changes, so that two people at two forms do not undo each other. */
export async function updateBrand(db: Db, change: BrandChange): Promise<void> {
  await db
    .updateTable('brand')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.hue === undefined ? {} : { hue: change.hue }),
      ...(change.logoId === undefined ? {} : { logo_id: change.logoId }),
      ...(change.addressForm === undefined ? {} : { address_form: change.addressForm }),
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.zone === undefined ? {} : { zone: change.zone }),
      ...(change.customerNumberPattern === undefined ? {} : { customer_number_pattern: change.customerNumberPattern }),
      ...(change.communityConfirmations === undefined
        ? {}
        : { community_confirmations: change.communityConfirmations }),
      revision: sql<number>`revision + 1`,
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', 1)
    .execute()
}

/** Takes the logo away. Answers the content that nothing else shows any more. */
export async function deleteLogo(db: Db, logoId: string): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    with gone as (delete from attachments where id = ${logoId}::bigint and purpose = 'logo' returning id, content_hash)
    select content_hash as hash from gone
    where not exists (select 1 from attachments a where a.content_hash = gone.content_hash and a.id <> gone.id)`.execute(
    db,
  )
  return rows[0]?.hash ?? null
}

export async function lockLogo(db: Db): Promise<string | null> {
  const row = await db.selectFrom('brand').select('logo_id').where('id', '=', 1).forUpdate().executeTakeFirst()
  return row?.logo_id ?? null
}
