import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** The document is in English; the pages find its sentences in the texts, under a key made of the sentence. */
export function worded(t: Translate, sentence: string): string {
  return t(`apidocs.said.${keyOf(sentence)}` as MessageKey)
}

const keyOf = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 9)
    .join('-')
