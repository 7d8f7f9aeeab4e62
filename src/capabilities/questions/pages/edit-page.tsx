import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Composer } from '#community/text/composer.tsx'
import type { Detail } from '#community/text/mask.ts'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'

export interface EditPageProps {
  x: Exchange
  title: string
  action: string
  back: string
  /** Under which the draft of this edit is kept. */
  place: string
  words: string
  problem?: string
  details?: readonly Detail[]
  /** What it is called; an answer when left out. */
  label?: string
  /** Where the text can be taken away altogether. */
  deletion?: string
}

/** Changing an answer or a comment. */
export function EditPage({ x, title, action, back, place, words, problem, details, label, deletion }: EditPageProps) {
  return (
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <Title>{title}</Title>
        <Form action={action} class="edit-form">
          <Composer
            x={x}
            name="body"
            label={label ?? x.t('questions.answer.label')}
            place={place}
            value={words}
            error={problem}
            details={details}
          />
          <div class="form-actions">
            <Button>{x.t('questions.edit.send')}</Button>
            <a href={back}>{x.t('questions.edit.cancel')}</a>
          </div>
        </Form>
        {deletion && (
          <p class="delete-form">
            <LinkButton href={deletion} look="danger" size="small" icon="trash-2">
              {x.t('questions.action.delete')}
            </LinkButton>
          </p>
        )}
      </Narrow>
    </Page>
  )
}
