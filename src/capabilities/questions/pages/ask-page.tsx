import type { Exchange } from '#community/exchange.ts'
import { keepsSettings } from '#community/members/actor.ts'
import { Page } from '#community/page.tsx'
import { Composer } from '#community/text/composer.tsx'
import type { Detail } from '#community/text/mask.ts'
import type { Board } from '#community/topics/boards.ts'
import type { Product } from '#community/topics/products.ts'
import type { Template } from '#community/topics/templates.ts'
import { onceKey } from '#platform/http/once-key.ts'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { fieldId } from '#ui/elements/field-context.ts'
import { Form } from '#ui/elements/form.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import type { RecentProduct } from '../asking/queries.ts'
import { askPath, settingsOfBoardsPath, signInPath } from '../paths.ts'
import { BoardChoice } from './board-choice.tsx'
import { PromptFields } from './prompt-fields.tsx'

export interface AskPageProps {
  x: Exchange
  boards: readonly Board[]
  products: readonly Product[]
  /** What each of the boards asks besides. */
  templates: readonly Template[]
  /** What this member asked about before, newest first. */
  recent: readonly RecentProduct[]
  /** What was typed before, by field. */
  words: Readonly<Record<string, string>>
  /** One sentence per field that does not read. */
  problems?: Readonly<Record<string, string>>
  details?: readonly Detail[]
  /** How long a first answer usually takes, in words. */
  wait: string | null
  /** What somebody might ask, in words. */
  example: string | null
  /** The board asks something that was not shown yet. */
  asksMore?: boolean
  /** Null: asking; else the question that is being changed. */
  editing?: { readonly id: string; readonly path: string } | null
}

const lead = ({ t }: Exchange, wait: string | null): string =>
  [t('questions.ask.lead'), wait && t('questions.wait', { time: wait })].filter(Boolean).join(' ')

/** Asking, and changing what was asked. */
export function AskPage(props: AskPageProps) {
  const { x, boards, products, templates, recent, words, problems = {}, details, editing = null } = props
  const { t } = x
  const title = t(editing ? 'questions.edit.title' : 'questions.ask.title')
  if (!editing && boards.length === 0) return <NoBoards x={x} title={words.title} />
  const list = Object.entries(problems).map(([field, message]) => (field === 'form' ? { message } : { field, message }))
  return (
    <Page x={x} title={title} robots="noindex" hideBox={!editing}>
      <Narrow>
        <Title lead={editing ? undefined : lead(x, props.wait)}>{title}</Title>
        <ErrorSummary problems={list} />
        {props.asksMore && <AsksMore x={x} />}
        {details && <HasDetails x={x} />}
        <Form action={editing ? `/questions/${editing.id}/edit` : '/questions'} once={onceKey()} class="ask-form">
          <TitleField x={x} example={props.example} value={words.title} error={problems.title} suggests={!editing} />
          {!editing && (
            <BoardChoice x={x} boards={boards} templates={templates} value={words.board} error={problems.board} />
          )}
          <Composer
            x={x}
            name="body"
            label={t('questions.ask.body')}
            hint={t('questions.ask.body.hint')}
            place={editing ? `question:${editing.id}` : 'question'}
            value={words.body}
            error={problems.body}
            details={details}
          />
          {!editing && <PromptFields x={x} templates={templates} words={words} problems={problems} />}
          {products.length > 0 && (
            <Field name="product" label={t('questions.ask.product')} error={problems.product} optional>
              <Select
                value={words.product}
                empty={t('questions.ask.product.empty')}
                choices={offeredProducts(x, products, recent)}
              />
            </Field>
          )}
          <Field
            name="tags"
            label={t('questions.ask.tags')}
            hint={t('questions.ask.tags.hint')}
            error={problems.tags}
            optional
          >
            <TextInput value={words.tags} maxLength={200} autocomplete="off" />
          </Field>
          {!x.viewer && <p class="quiet">{t('questions.ask.visitor')}</p>}
          <div class="form-actions">
            <Button size="large">{t(editing ? 'questions.edit.send' : 'questions.ask.send')}</Button>
            {editing && <a href={editing.path}>{t('questions.edit.cancel')}</a>}
          </div>
        </Form>
      </Narrow>
    </Page>
  )
}

/** Somebody else may see a board: whoever signs in, or is let in; whoever keeps the settings makes one. */
function NoBoards({ x, title }: { x: Exchange; title?: string }) {
  const { t } = x
  return (
    <Page x={x} title={t('questions.ask.title')} robots="noindex">
      <Narrow>
        <Title>{t('questions.ask.title')}</Title>
        <Notice>
          <p>{t('questions.ask.noBoards')}</p>
          {!x.viewer && (
            <p>
              <a href={signInPath(askPath(title))}>{t('questions.ask.noBoards.signIn')}</a>
            </p>
          )}
          {keepsSettings(x.viewer) && (
            <p>
              <a href={settingsOfBoardsPath}>{t('questions.ask.noBoards.add')}</a>
            </p>
          )}
        </Notice>
      </Narrow>
    </Page>
  )
}

function AsksMore({ x: { t } }: { x: Exchange }) {
  return (
    <Notice role="status">
      <p>{t('questions.ask.prompts.more')}</p>
    </Notice>
  )
}

/** Without scripts the page begins at the top, and what is asked about stands below the text. */
function HasDetails({ x: { t } }: { x: Exchange }) {
  return (
    <Notice tone="warn">
      <p data-turbo="false">
        {t.rich('questions.ask.details', { link: (words) => <a href={`#${fieldId('body')}`}>{words}</a> })}
      </p>
    </Notice>
  )
}

interface TitleFieldProps extends Pick<AskPageProps, 'x' | 'example'> {
  value?: string
  error?: string
  suggests: boolean
}

/** While one types a title, questions that look like it appear: perhaps the answer is there already. */
function TitleField({ x, example, value, error, suggests }: TitleFieldProps) {
  const { t } = x
  const field = (
    <Field
      name="title"
      label={t('questions.ask.field.title')}
      hint={example ?? t('questions.ask.field.title.hint')}
      error={error}
      required
    >
      <TextInput value={value} maxLength={150} autocomplete="off" data-one-box={suggests} />
    </Field>
  )
  return suggests ? (
    <ask-box class="title-ask-box" data-asks>
      {field}
    </ask-box>
  ) : (
    field
  )
}

/** What somebody asked about before is most often what they ask about now. */
function offeredProducts({ t }: Exchange, products: readonly Product[], recent: readonly RecentProduct[]) {
  const choices = recent.map(({ slug, name, version }) => ({
    value: version ? `${slug}/${version}` : slug,
    label: version ? `${name} · ${version}` : name,
  }))
  const before = choices.length > 0 ? [{ label: t('questions.ask.product.recent'), choices }] : []
  return [...before, ...productChoices(products)]
}

export const productChoices = (products: readonly Product[]) =>
  products.map((product) => ({
    label: product.name,
    choices: [
      { value: product.slug, label: product.name },
      ...product.versions.map((version) => ({
        value: `${product.slug}/${version.name}`,
        label: `${product.name} · ${version.name}`,
      })),
    ],
  }))
