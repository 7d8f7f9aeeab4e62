import type { z } from 'zod'
import type { Prompt, Template } from '#community/topics/templates.ts'
import { line, optional, type Problem, readForm, text } from '#platform/http/forms.ts'
import { BODY_LENGTH, questionForm } from './forms.ts'

export const LINE_LENGTH = 300
export const TEXT_LENGTH = 5_000

export const promptField = (id: string): string => `prompt-${id}`

/** The id in the name of a field, or null when it is the field of something else. */
export const promptIdIn = (field: string): string | null => PROMPT_FIELD.exec(field)?.[1] ?? null

export type SentQuestion = {
  /** As typed, by field. */
  readonly words: Readonly<Record<string, string>>
} & (
  | { readonly ok: true; readonly value: z.output<typeof questionForm> }
  | { readonly ok: false; readonly problems: Readonly<Record<string, Problem>> }
)

/** A question as it was sent; what its board asked besides has become part of its text. */
export function readQuestion(templates: readonly Template[], sent: unknown): SentQuestion {
  const prompts = promptsOf(templates, fieldsOf(sent))
  const shape = Object.fromEntries(prompts.map((prompt) => [promptField(prompt.id), answerTo(prompt)]))
  // The fields that are only known now are read with the others; their values are in `words`.
  const read = readForm(questionForm.extend(shape) as z.ZodObject as typeof questionForm, sent)
  if (!read.ok) return read
  const { keep, ...values } = read.value
  const words = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? '']))
  const body = withAnswers(values.body, prompts, words)
  if (body.length <= BODY_LENGTH) return { ok: true, words, value: { ...values, body, keep } }
  const tooLong = { code: 'form.too-long', params: { max: BODY_LENGTH, length: body.length } }
  return { ok: false, words, problems: { body: tooLong } }
}

/** Whether the board asks something that this form did not show: it was chosen without scripts, or just changed. */
export function asksMore(templates: readonly Template[], sent: unknown): boolean {
  const fields = fieldsOf(sent)
  const prompts = promptsIn(templates, fields.board)
  return prompts.length > 0 && !prompts.some(({ id }) => promptField(id) in fields)
}

/**
 * The text with each answer under its label in bold, in Markdown. One line stands beside its label, where nothing in it
 * can begin a list or a heading.
 */
export function withAnswers(
  body: string,
  prompts: readonly Pick<Prompt, 'id' | 'label' | 'kind'>[],
  words: Readonly<Record<string, string>>,
): string {
  const parts = prompts.flatMap(({ id, label, kind }) => {
    const answer = words[promptField(id)]
    if (!answer) return []
    return label === '' ? [answer] : [`${bold(label)}${kind === 'line' ? ' ' : apart(answer)}${answer}`]
  })
  return [body, ...parts].join('\n\n')
}

const PROMPT_FIELD = /^prompt-([1-9]\d{0,17})$/
const MOST_ALONG = 20

type Fields = Readonly<Record<string, unknown>>

/**
 * What the chosen board asks, and then what came along although it is not asked there: the answers to another board's
 * prompts, or to one that was just taken away. No answer is lost; a label that this person does not see is not told.
 */
function promptsOf(templates: readonly Template[], fields: Fields): Prompt[] {
  const chosen = promptsIn(templates, fields.board)
  const others = templates.flatMap(({ prompts }) => prompts).filter((prompt) => !chosen.includes(prompt))
  const along = Object.keys(fields)
    .map(promptIdIn)
    .filter((id) => id !== null && !chosen.some((prompt) => prompt.id === id))
    .slice(0, MOST_ALONG)
    .map((id) => others.find((prompt) => prompt.id === id) ?? { ...unknown, id: id as string })
  return [...chosen, ...along.map((prompt) => ({ ...prompt, isRequired: false }))]
}

const unknown = { label: '', hint: '', kind: 'text' } as const

const promptsIn = (templates: readonly Template[], board: unknown): readonly Prompt[] =>
  templates.find((template) => template.board === board)?.prompts ?? []

function answerTo({ kind, isRequired }: Prompt) {
  const answer = kind === 'line' ? line(LINE_LENGTH) : text(TEXT_LENGTH)
  return isRequired ? answer : optional(answer)
}

const bold = (label: string): string =>
  `**${`${label}${/[\p{L}\p{N})]$/u.test(label) ? ':' : ''}`.replace(/[\\`*_[\]<~]/g, '\\$&')}**`

/** Directly below the label; a line of dashes there would make a heading of it. */
const apart = (answer: string): string => (/^[\s=-]*(?:\n|$)/.test(answer) ? '\n\n' : '\n')

const fieldsOf = (sent: unknown): Fields =>
  typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? (sent as Fields) : {}
