import type { Language } from '#platform/i18n/languages.ts'
import type { CaseWords } from '../case-fields.ts'

/** To the worker: once the texts, then the form as it stands. */
export type ToWorker =
  | {
      readonly kind: 'texts'
      readonly language: Language
      readonly zone: string
      readonly texts: Readonly<Record<string, string>>
    }
  | { readonly kind: 'form'; readonly turn: number; readonly words: CaseWords }

/** From the worker: what is wrong, a first look with few runs, and the whole. */
export type FromWorker =
  | {
      readonly kind: 'read'
      readonly turn: number
      /** By field, in words. */
      readonly problems: Readonly<Record<string, string>>
      /** By input, the drawing of its range. */
      readonly sketches: Readonly<Record<string, string>>
      /** The case as the file holds it; null while something does not read. */
      readonly json: string | null
    }
  | {
      readonly kind: 'results'
      readonly turn: number
      readonly isWhole: boolean
      readonly report: string
      readonly summary: string
      readonly bar: string
      /** The verdict, for who listens. */
      readonly said: string
      readonly csv: { readonly nl: string; readonly en: string }
    }
