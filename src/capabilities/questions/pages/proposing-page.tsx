import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { stateWords } from '#community/states/question-state.tsx'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Radios } from '#ui/elements/radios.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { proposalsPath } from '../duplicate-proposals/paths.ts'
import type { OpenProposal, PointedTo } from '../duplicate-proposals/queries.ts'
import { questionPath } from '../paths.ts'
import type { ReadQuestion } from '../reading/queries.ts'
import { AboutQuestion } from './about-post.tsx'

interface ProposingPageProps {
  x: Exchange
  question: ReadQuestion
  /** Questions that may be meant. */
  choices: readonly PointedTo[]
  /** What this member proposed of it and still waits. */
  own: readonly OpenProposal[]
  words: Readonly<Record<string, string | undefined>>
  problems: Readonly<Record<string, string | undefined>>
}

/** "This was asked before": a member looks for the other question, chooses it, and a moderator decides. */
export function ProposingPage(props: ProposingPageProps) {
  const { x, question, own, problems } = props
  const { t } = x
  const title = t('questions.proposal.title')
  return (
    <Page x={x} title={title} robots="noindex">
      <Narrow>
        <Title lead={t('questions.proposal.lead')}>{title}</Title>
        <AboutQuestion x={x} question={question} />
        {own.map(({ id, original }) => (
          <Notice tone="success" key={id}>
            {t.rich('questions.proposal.own', { question: <a href={questionPath(original)}>{original.title}</a> })}
          </Notice>
        ))}
        {problems.form && (
          <Notice tone="warn" role="alert">
            {problems.form}
          </Notice>
        )}
        <Form action={proposalsPath(question.id)} once={onceKey()}>
          <Looking {...props} />
          <Choosing {...props} />
        </Form>
      </Narrow>
    </Page>
  )
}

/** In the same form as the rest, so that looking again loses nothing of what was chosen and written. */
function Looking({ x: { t }, words }: ProposingPageProps) {
  return (
    <search class="proposing-search">
      <Field name="q" label={t('questions.proposal.search')} hint={t('questions.proposal.search.hint')}>
        <TextInput type="search" value={words.q} maxLength={400} autocomplete="off" />
      </Field>
      <Button look="secondary" name="look" value="again" formnovalidate>
        {t('questions.proposal.search.button')}
      </Button>
    </search>
  )
}

function Choosing(props: ProposingPageProps) {
  const { x, question, choices, words, problems } = props
  const { t } = x
  const isNew = Object.keys(problems).length === 0
  const isNothing = choices.length === 0 && isNew && Boolean(words.q)
  if (choices.length === 0 && isNew && !words.reason) return isNothing ? <Nothing x={x} /> : null
  return (
    <>
      {isNothing && <Nothing x={x} />}
      {choices.length > 0 ? <Choices {...props} /> : <Other {...props} />}
      <Field name="reason" label={t('questions.proposal.reason')} error={problems.reason} optional>
        <TextArea rows={3} value={words.reason} maxLength={1_000} />
      </Field>
      <div class="form-actions">
        <Button>{t('questions.proposal.send')}</Button>
        <a href={questionPath(question)}>{t('questions.edit.cancel')}</a>
      </div>
    </>
  )
}

const Nothing = ({ x: { t } }: { x: Exchange }) => <p role="status">{t('questions.proposal.nothing')}</p>

function Choices({ x, choices, words, problems }: ProposingPageProps) {
  const { t } = x
  const isClear = words.q && choices.length === 1
  return (
    <Radios
      name="other"
      legend={t(words.q ? 'questions.proposal.found' : 'questions.proposal.similar')}
      value={words.other ?? (isClear ? choices[0]?.id : undefined)}
      error={problems.other}
      required
      choices={choices.map((choice) => ({
        value: choice.id,
        label: choice.title,
        hint: <ChoiceHint x={x} choice={choice} />,
      }))}
    />
  )
}

/** Where nothing is left to choose from, what was written stays, and the other question can still be named. */
function Other({ x: { t }, words, problems }: ProposingPageProps) {
  return (
    <Field
      name="other"
      label={t('questions.keeping.other')}
      hint={t('questions.keeping.other.hint')}
      error={problems.other}
      required
    >
      <TextInput value={words.other} maxLength={400} />
    </Field>
  )
}

/** Another tab: what was chosen and written here stays. */
function ChoiceHint({ x, choice }: { x: Exchange; choice: PointedTo }) {
  return (
    <>
      {stateWords(x.t, choice.state, x.brand.name)} ·{' '}
      <a href={questionPath(choice)} target="_blank" rel="noopener">
        {x.t('questions.proposal.look')}
        <span class="visually-hidden">: {choice.title}</span>
      </a>
    </>
  )
}
