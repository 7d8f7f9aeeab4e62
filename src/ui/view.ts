import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#platform/i18n/languages.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** What every component may know about the person who is looking, and nothing more. */
export interface View {
  language: Language
  zone: string
  now: Date
  t: Translate
  /** Put into every form of a member; null for visitors, whose pages are the same for all of them. */
  formToken: string | null
  /** One-time key for the small forms of this page: sent twice, each does what it does once. */
  onceKey: string
  /** Path and query of what is looked at, to come back to. */
  url: string
  /** The address, with its hash, of a built file: `asset('styles.css')`. */
  asset(name: string): string
}

export const ViewContext = createContext<View | null>(null)

export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('A component is rendered outside <ViewContext.Provider value={view}>')
  return view
}
