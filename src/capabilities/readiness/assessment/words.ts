import type { Exchange } from '#community/exchange.ts'
import type { Reading } from '#platform/http/forms.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { localeOf } from '#platform/i18n/languages.ts'
import type { Problem } from '#ui/elements/error-summary.tsx'
import type { Answers } from './answers.ts'
import { CONFIDENCES } from './items.ts'

export type Words = Readonly<Record<string, string>>

/** A form as somebody filled it in, with what is wrong beside the fields. */
export interface Filled {
  readonly words: Words
  readonly problems: readonly Problem[]
}

export function unreadable({ t }: Exchange, reading: Extract<Reading<unknown>, { ok: false }>): Filled {
  const problems = Object.entries(reading.problems).map(([field, { code, params }]) => {
    const message = t(code as MessageKey, params)
    return field === 'form' ? { message } : { field, message }
  })
  return { words: reading.words, problems }
}

export const errorFor = ({ problems }: Filled, field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.message

/** Answers as the words of the forms in which they were given. */
export function wordsOf(answers: Answers, { language }: Exchange): Words {
  const items = Object.entries(answers.items).flatMap(([item, { answer, confidence, note }]) => [
    [item, String(answer)],
    [`${item}-confidence`, CONFIDENCES.find(({ value }) => value === confidence)?.code],
    [`${item}-note`, note],
  ])
  const sources = Object.entries(answers.sources).flatMap(([source, { size, overlap, permission, conversion }]) => [
    [`${source}-size`, String(size)],
    ...Object.entries({ overlap, permission, conversion }).map(([part, share]) => [
      `${source}-${part}`,
      percentOf(share, localeOf(language)),
    ]),
  ])
  return Object.fromEntries(
    [
      ...items,
      ...sources,
      [
        'legal',
        answers.legal === undefined ? undefined : answers.legal === null ? 'unknown' : answers.legal ? 'yes' : 'no',
      ],
      ['contactable', answers.contactable?.toString()],
      ['founders', answers.founders?.toString()],
      ...Object.entries(answers.place).map(([criterion, degree]) => [`place-${criterion}`, String(degree)]),
      ...Object.entries(answers.signals).map(([signal, degree]) => [`signal-${signal}`, String(degree)]),
    ].filter(([, word]) => word !== undefined),
  )
}

const percentOf = (share: number, locale: string) =>
  (share * 100).toLocaleString(locale, { maximumFractionDigits: 3, useGrouping: false })
