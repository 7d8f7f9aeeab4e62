import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Field } from '#ui/elements/field.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { questionsPath } from '../paths.ts'

/** What somebody wrote when the question was gone: nothing was stored, so they get their words back. */
export function LostWordsPage({ x, words }: { x: Exchange; words: string }) {
  const { t } = x
  return (
    <Page x={x} title={t('questions.lost.title')} robots="noindex">
      <Narrow>
        <Title lead={t('questions.lost.lead')}>{t('questions.lost.title')}</Title>
        <Field name="words" label={t('questions.lost.words')}>
          <TextArea rows={8} value={words} readOnly />
        </Field>
        <LinkButton href={questionsPath}>{t('questions.lost.back')}</LinkButton>
      </Narrow>
    </Page>
  )
}
