import type { Exchange } from '#community/exchange.ts'
import { QuestionStateMark } from '#community/states/question-state.tsx'
import { count } from '#platform/i18n/numbers.ts'
import { duration } from '#platform/i18n/times.ts'
import { KeyValues } from '#ui/elements/key-values.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { productPath, questionPath, tagPath } from '../paths.ts'
import type { QuestionReading } from '../reading/reading.ts'

/** The quiet column: product, figures, and the same problem elsewhere. */
export function QuestionAside({ x, reading: { question } }: { x: Exchange; reading: QuestionReading }) {
  const { t } = x
  const solvedAfter = question.solvedAt ? +question.solvedAt - +question.createdAt : null
  const verified = question.marks.findLast((mark) => mark.kind === 'verified')
  const { product } = question
  return (
    <>
      <Section title={t('questions.aside.about')}>
        <KeyValues
          of={[
            product && {
              key: t('questions.aside.product'),
              value: (
                <a href={productPath(product.slug)}>{[product.name, product.version].filter(Boolean).join(' · ')}</a>
              ),
            },
            question.viewCount > 0
              ? {
                  key: t('questions.aside.read'),
                  value: t('questions.aside.times', { count: count(question.viewCount, x.language) }),
                }
              : null,
            solvedAfter !== null
              ? { key: t('questions.aside.solvedAfter'), value: duration(Math.max(0, solvedAfter), x.language) }
              : null,
            verified
              ? {
                  key: t('questions.aside.checked'),
                  value: (
                    <>
                      <Time at={verified.madeAt} />, {verified.name}
                    </>
                  ),
                }
              : null,
          ]}
        />
        {question.tags.length > 0 && (
          <p class="tag-row">
            {question.tags.map((tag) => (
              <Tag href={tagPath(tag.slug)} key={tag.slug}>
                {tag.name}
              </Tag>
            ))}
          </p>
        )}
      </Section>
      {question.similar.length > 0 && (
        <Section title={t('questions.aside.similar')}>
          <ul class="quiet-list">
            {question.similar.map((other) => (
              <li key={other.id}>
                <a href={questionPath(other)} lang={other.language === x.language ? undefined : other.language}>
                  {other.title}
                </a>
                <QuestionStateMark state={other.state} brand={x.brand.name} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
