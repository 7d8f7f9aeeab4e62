import type { Exchange } from '#community/exchange.ts'
import { QuestionStateMark } from '#community/states/question-state.tsx'
import { count } from '#platform/i18n/numbers.ts'
import { duration } from '#platform/i18n/times.ts'
import { type KeyValue, KeyValues } from '#ui/elements/key-values.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { productPath, questionPath, tagPath } from '../paths.ts'
import type { ReadMark, ReadQuestion } from '../reading/queries.ts'
import type { QuestionReading } from '../reading/reading.ts'

/** The quiet column: product, figures, and the same problem elsewhere. */
export function QuestionAside({ x, reading: { question } }: { x: Exchange; reading: QuestionReading }) {
  return (
    <>
      <About x={x} question={question} />
      {question.similar.length > 0 && <Similar x={x} similar={question.similar} />}
    </>
  )
}

/** Of a question that was asked just now there may be nothing to tell. */
function About({ x, question }: { x: Exchange; question: ReadQuestion }) {
  const facts = factsOf(x, question)
  if (facts.length === 0 && question.tags.length === 0) return null
  return (
    <Section title={x.t('questions.aside.about')}>
      {facts.length > 0 && <KeyValues of={facts} />}
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
  )
}

function factsOf({ t, language }: Exchange, question: ReadQuestion): KeyValue[] {
  const solvedAfter = question.solvedAt ? +question.solvedAt - +question.createdAt : null
  const verified = question.marks.findLast((mark) => mark.kind === 'verified')
  const { product, viewCount } = question
  const times = t('questions.aside.times', { count: count(viewCount, language) })
  return [
    product && { key: t('questions.aside.product'), value: <ProductLink product={product} /> },
    viewCount > 0 && { key: t('questions.aside.read'), value: times },
    solvedAfter !== null && {
      key: t('questions.aside.solvedAfter'),
      value: duration(Math.max(0, solvedAfter), language),
    },
    verified && { key: t('questions.aside.checked'), value: <Checked {...verified} /> },
  ].filter((fact) => fact !== null && fact !== undefined && fact !== false)
}

const ProductLink = ({ product }: { product: NonNullable<ReadQuestion['product']> }) => (
  <a href={productPath(product.slug)}>{[product.name, product.version].filter(Boolean).join(' · ')}</a>
)

const Checked = ({ madeAt, name }: Pick<ReadMark, 'madeAt' | 'name'>) => (
  <>
    <Time at={madeAt} />, {name}
  </>
)

function Similar({ x, similar }: { x: Exchange; similar: ReadQuestion['similar'] }) {
  return (
    <Section title={x.t('questions.aside.similar')}>
      <ul class="quiet-list">
        {similar.map((other) => (
          <li key={other.id}>
            <a href={questionPath(other)} lang={other.language === x.language ? undefined : other.language}>
              {other.title}
            </a>
            <QuestionStateMark state={other.state} brand={x.brand.name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
