import type { Exchange } from '#community/exchange.ts'
import type { Prompt, Template } from '#community/topics/templates.ts'
import { Field } from '#ui/elements/field.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { LINE_LENGTH, promptField, promptIdIn } from '../asking/prompts.ts'

interface PromptFieldsProps {
  x: Exchange
  templates: readonly Template[]
  words: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
}

/** What each board asks besides title and text; only those of the chosen board are shown and sent. */
export function PromptFields({ x, templates, words, problems }: PromptFieldsProps) {
  const { t } = x
  const known = new Set(templates.flatMap(({ prompts }) => prompts.map(({ id }) => id)))
  const strays = Object.keys(words).filter((field) => words[field] && isStray(field, known))
  return (
    <>
      {templates.map(({ board, prompts }) => {
        // An answer to another board's prompt came along: it stays in sight.
        const isShown = board === words.board || prompts.some(({ id }) => words[promptField(id)])
        return prompts.length === 0 ? null : (
          <fieldset
            key={board}
            class="ask-prompts"
            data-of-board={board}
            data-said={t('questions.ask.prompts.said', { count: prompts.length })}
            hidden={!isShown}
            disabled={!isShown}
          >
            <legend class="visually-hidden">{t('questions.ask.prompts')}</legend>
            {prompts.map((prompt) => (
              <PromptField key={prompt.id} prompt={prompt} words={words} problems={problems} />
            ))}
          </fieldset>
        )
      })}
      {strays.map((field) => (
        <Field key={field} name={field} label={t('questions.ask.prompts.earlier')} error={problems[field]} optional>
          <TextArea value={words[field]} rows={3} class="ask-prompt-text" data-part-of-text />
        </Field>
      ))}
    </>
  )
}

function PromptField({ prompt, words, problems }: { prompt: Prompt } & Pick<PromptFieldsProps, 'words' | 'problems'>) {
  const name = promptField(prompt.id)
  return (
    <Field
      name={name}
      label={prompt.label}
      hint={prompt.hint}
      error={problems[name]}
      required={prompt.isRequired}
      optional={!prompt.isRequired}
    >
      {prompt.kind === 'line' ? (
        <TextInput value={words[name]} maxLength={LINE_LENGTH} autocomplete="off" data-part-of-text />
      ) : (
        <TextArea value={words[name]} rows={3} class="ask-prompt-text" data-part-of-text />
      )}
    </Field>
  )
}

function isStray(field: string, known: ReadonlySet<string>): boolean {
  const id = promptIdIn(field)
  return id !== null && !known.has(id)
}
