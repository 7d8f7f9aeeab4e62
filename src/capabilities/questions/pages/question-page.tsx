import type { Exchange } from '#community/exchange.ts'
import { HelpfulnessBar } from '#community/finding/helpfulness-bar.tsx'
import { Page } from '#community/page.tsx'
import type { Detail } from '#community/text/mask.ts'
import { excerpt } from '#community/text/render.ts'
import { Breadcrumbs } from '#ui/elements/breadcrumbs.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { answerFeedPath, boardPath, questionFeedPath, questionPath, questionsPath } from '../paths.ts'
import type { Filled } from '../quoting/filling.ts'
import { qaPageOf } from '../reading/qa-page.ts'
import type { ReadQuestion } from '../reading/queries.ts'
import { isPublic, type QuestionReading } from '../reading/reading.ts'
import { AnswerForm } from './answer-form.tsx'
import { Answers } from './answers.tsx'
import { QuestionAside } from './question-aside.tsx'
import { QuestionBody } from './question-body.tsx'
import { QuestionMeta } from './question-meta.tsx'
import { ReadersPart } from './readers-part.tsx'

export interface QuestionPageProps {
  x: Exchange
  reading: QuestionReading
  /** What was typed and the problems with it, when an answer or comment could not be stored. */
  attempt?: Attempt
  /** Of whoever came to quote something. */
  filled?: Filled | null
}

export interface Attempt {
  readonly place: string
  readonly words: string
  readonly problem: string
  /** Personal details found, for the author to keep or let go. */
  readonly details?: readonly Detail[]
}

/** One question: the best answer directly under it, then the others. */
export function QuestionPage({ x, reading, attempt, filled }: QuestionPageProps) {
  const { question } = reading
  // Search engines come as visitors: a member's page goes without what only they read.
  const isForEngines = x.viewer === null
  return (
    <Page
      x={x}
      title={question.title}
      canonical={reading.isFirstPage ? questionPath(question) : x.url}
      description={isForEngines ? excerpt(question.body, 160) : undefined}
      robots={reading.isIndexable ? undefined : 'noindex'}
      openGraph={{ type: 'article', ...(isPublic(question) ? pictureOf(x, question) : {}) }}
      jsonLd={reading.isIndexable && isForEngines ? [qaPageOf(x.site.config.publicUrl, reading)] : []}
      feeds={[
        ...(isPublic(question)
          ? [{ href: answerFeedPath(question.id), title: x.t('feeds.answers', { title: question.title }) }]
          : []),
        { href: questionFeedPath(), title: x.t('feeds.questions', { brand: x.brand.name }) },
      ]}
    >
      <ReadersPart x={x} reading={reading} isOwn={Boolean(attempt ?? filled)} name="page">
        <WholeQuestion x={x} reading={reading} attempt={attempt} filled={filled} />
      </ReadersPart>
    </Page>
  )
}

const pictureOf = ({ site }: Exchange, { id, title }: ReadQuestion) => ({
  image: `${site.config.publicUrl}/questions/${id}/preview.png`,
  imageAlt: title,
})

function WholeQuestion({ x, reading, attempt, filled }: QuestionPageProps) {
  const { question } = reading
  return (
    <article class="question">
      <Breadcrumbs
        crumbs={[
          { href: questionsPath, label: x.t('questions.title') },
          { href: boardPath(question.board.slug), label: question.board.name },
        ]}
      />
      <Title lang={question.language === x.language ? undefined : question.language}>{question.title}</Title>
      <QuestionMeta x={x} question={question} />
      <Columns aside={<QuestionAside x={x} reading={reading} />} label={x.t('questions.aside.label')}>
        <QuestionBody x={x} reading={reading} attempt={attempt} />
        <Answers x={x} reading={reading} attempt={attempt} />
        <HelpfulnessBar x={x} questionId={question.id} />
        <AnswerForm x={x} reading={reading} attempt={attempt} filled={filled} />
      </Columns>
    </article>
  )
}
