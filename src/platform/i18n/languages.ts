export type Language = 'nl' | 'en'
export type AddressForm = 'je' | 'u'

export const languages: readonly Language[] = ['nl', 'en']

/** What Intl calls the language as it is written here: European notation of dates, times and numbers. */
export function localeOf(language: Language): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB'
}
