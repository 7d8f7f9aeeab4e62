import type { Exchange } from '#community/exchange.ts'
import type { Board } from '#community/topics/boards.ts'
import type { Template } from '#community/topics/templates.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Select } from '#ui/elements/select.tsx'

interface BoardChoiceProps {
  x: Exchange
  boards: readonly Board[]
  templates: readonly Template[]
  value?: string
  error?: string
}

/** Where it is asked, and what that board would like askers to know. */
export function BoardChoice({ x, boards, templates, value, error }: BoardChoiceProps) {
  const { t } = x
  return (
    <>
      <Field name="board" label={t('questions.ask.board')} error={error} required>
        <Select
          value={value}
          empty={t('questions.ask.board.empty')}
          choices={boards.map(({ slug, name }) => ({ value: slug, label: name }))}
          data-board-choice
        />
      </Field>
      {templates.some(({ prompts }) => prompts.length > 0) && <ShowPrompts x={x} />}
      {templates.map(({ board, guidance }) =>
        guidance === '' ? null : (
          <p key={board} class="ask-guidance" data-of-board={board} hidden={board !== value}>
            {guidance}
          </p>
        ),
      )}
    </>
  )
}

/** With scripts the choice itself shows them. The first button is what Enter in another field presses. */
function ShowPrompts({ x: { t } }: { x: Exchange }) {
  return (
    <noscript>
      <div class="ask-show-prompts">
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <Button
          look="secondary"
          size="small"
          name="show"
          value="prompts"
          formaction="/questions#field-board"
          formnovalidate
        >
          {t('questions.ask.prompts.show')}
        </Button>
      </div>
    </noscript>
  )
}
