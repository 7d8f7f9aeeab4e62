import type { Db } from '#platform/db/database.ts'
import type { AddressForm, Language } from '#platform/i18n/languages.ts'

/** How the company shows itself, and the few numbers that hold for the whole community. */
export interface Brand {
  readonly name: string
  /** Colour angle in OKLCH, 0–359. */
  readonly hue: number
  readonly logoId: string | null
  readonly addressForm: AddressForm
  readonly language: Language
  readonly zone: string
  /** Pattern of this brand's customer numbers, masked in public text; null when there is none. */
  readonly customerNumberPattern: string | null
  /** How many members must say "worked for me" before the community confirms an answer. */
  readonly communityConfirmations: number
  /** Moves with every change; part of the address of the brand's stylesheet. */
  readonly revision: number
}

/** The picture for where a link is shared; it changes with the brand, so it may be kept for ever. */
export const brandPicturePath = (brand: Brand): string => `/brand/${brand.revision}.png`

/** Null until somebody has set the community up. */
export async function findBrand(db: Db): Promise<Brand | null> {
  const row = await db
    .selectFrom('brand')
    .select([
      'name',
      'hue',
      'logo_id',
      'address_form',
      'language',
      'zone',
      'customer_number_pattern',
      'community_confirmations',
      'revision',
    ])
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    hue: row.hue,
    logoId: row.logo_id,
    addressForm: row.address_form as AddressForm,
    language: row.language as Language,
    zone: row.zone,
    customerNumberPattern: row.customer_number_pattern,
    communityConfirmations: row.community_confirmations,
    revision: row.revision,
  }
}

/** What is shown before the community has a name of its own. */
export const unnamedBrand: Brand = {
  name: 'Onderling',
  hue: 158,
  logoId: null,
  addressForm: 'je',
  language: 'nl',
  zone: 'Europe/Amsterdam',
  customerNumberPattern: null,
  communityConfirmations: 3,
  revision: 0,
}
