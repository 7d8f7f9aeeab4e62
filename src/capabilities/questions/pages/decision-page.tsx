import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'

interface DecisionPageProps {
  x: Exchange
  title: string
  lead: string
  action: string
  back: string
  words: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
  asksReason: boolean
  /** It takes something away for good. */
  isDanger?: boolean
  /** Who gets the reason, where that is not the author. */
  reasonHint?: string
  /** What the decision needs to know besides the reason. */
  children?: ComponentChildren
}

/** A decision about a post: what it means, and the reason that its author gets when a moderator makes it. */
export function DecisionPage({
  x,
  title,
  lead,
  action,
  back,
  words,
  problems,
  asksReason,
  isDanger,
  reasonHint,
  children,
}: DecisionPageProps) {
  const { t } = x
  return (
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <Title lead={lead}>{title}</Title>
        {problems.form && (
          <Notice tone="warn" role="alert">
            {problems.form}
          </Notice>
        )}
        <Form action={action}>
          {children}
          {asksReason && (
            <Field
              name="reason"
              label={t('questions.keeping.reason')}
              hint={reasonHint ?? t('questions.keeping.reason.hint')}
              error={problems.reason}
              required
            >
              <TextArea rows={4} value={words.reason} maxLength={2_000} />
            </Field>
          )}
          <div class="form-actions">
            <Button look={isDanger ? 'danger' : 'primary'}>{title}</Button>
            <a href={back}>{t('questions.edit.cancel')}</a>
          </div>
        </Form>
      </Narrow>
    </Page>
  )
}
