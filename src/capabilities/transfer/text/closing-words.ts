import type { Language } from '#platform/i18n/languages.ts'
import { translator } from '#platform/i18n/translate.ts'

export type ClosingReason = 'duplicate' | 'off-topic' | 'unclear' | 'too-broad' | 'opinion' | 'other'

/** The numbers of today, and those of before 2013. */
const reasons: Readonly<Record<string, ClosingReason>> = {
  '1': 'duplicate',
  '101': 'duplicate',
  '2': 'off-topic',
  '102': 'off-topic',
  '103': 'unclear',
  '104': 'too-broad',
  '4': 'opinion',
  '105': 'opinion',
}

export const closingReasonOf = (code: string | undefined): ClosingReason => reasons[code?.trim() ?? ''] ?? 'other'

export function closingWords(reason: ClosingReason, language: Language): string {
  const t = translator(language, 'je')
  return t(`transfer.closed.${reason}`)
}
