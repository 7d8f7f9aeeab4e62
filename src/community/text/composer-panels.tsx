import type { ComponentChildren } from 'preact'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Button } from '#ui/elements/button.tsx'
import { Icon } from '#ui/elements/icon.tsx'
import { useView } from '#ui/view.ts'

/** What opens inside a composer. No forms: a composer stands in one. */
export function ComposerPanels({ id, isMember }: { id: string; isMember: boolean }) {
  const { t } = useView()
  return (
    <>
      <LinkPanel id={id} />
      <QuestionPanel id={id} />
      <section class="composer-preview" data-part="preview" aria-label={t('writing.preview')} tabIndex={-1} hidden />
      <div
        class="composer-mentions"
        data-part="mentions"
        id={`${id}-mentions`}
        role="listbox"
        aria-label={t('writing.mentions')}
        hidden
      />
      <ul class="composer-pictures" data-part="pictures" hidden />
      <PictureRow />
      <Details />
      <p class="composer-problem" data-part="problem" role="alert" hidden />
      <Foot id={id} />
      {isMember && (
        <input
          type="file"
          data-part="file"
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          multiple
          hidden
          aria-label={t('writing.tool.picture')}
        />
      )}
      <Words isMember={isMember} />
    </>
  )
}

function LinkPanel({ id }: { id: string }) {
  const { t } = useView()
  return (
    <Panel name="link" label={t('writing.link.label')} field={`${id}-link`}>
      <input
        class="input"
        id={`${id}-link`}
        type="text"
        inputmode="url"
        autocomplete="off"
        placeholder="https://"
        maxLength={2000}
        data-input
      />
      <Button type="button" size="small" data-apply="">
        {t('writing.link.apply')}
      </Button>
      <Button type="button" size="small" look="quiet" data-remove="">
        {t('writing.link.remove')}
      </Button>
    </Panel>
  )
}

function QuestionPanel({ id }: { id: string }) {
  const { t } = useView()
  const list = `${id}-questions`
  return (
    <Panel name="question" label={t('writing.question.label')} field={`${id}-question`}>
      <input
        class="input"
        id={`${id}-question`}
        type="text"
        role="combobox"
        aria-expanded="false"
        aria-controls={list}
        aria-autocomplete="list"
        autocomplete="off"
        maxLength={150}
        data-input
      />
      <div
        class="composer-options"
        id={list}
        role="listbox"
        aria-label={t('writing.question.list')}
        hidden
        data-options
      />
    </Panel>
  )
}

function Panel({
  name,
  label,
  field,
  children,
}: {
  name: string
  label: string
  field: string
  children: ComponentChildren
}) {
  const { t } = useView()
  return (
    <div class="composer-panel" data-part={name} hidden>
      <label class="composer-panel-label" for={field}>
        {label}
      </label>
      {children}
      <button type="button" class="composer-tool" data-close aria-label={t('ui.close')}>
        <Icon name="x" />
      </button>
    </div>
  )
}

/** One picture that is being sent or was just put into the text. */
function PictureRow() {
  const { t } = useView()
  return (
    <li class="composer-picture" data-part="picture">
      <img alt="" width="56" height="56" data-thumb />
      <div class="composer-picture-words">
        <span data-name />
        <progress max="100" value="0" aria-label={t('writing.picture.sending')} data-progress />
        <label data-alt hidden>
          <span>{t('writing.picture.alt')}</span>
          <input class="input" type="text" maxLength={400} autocomplete="off" data-input />
        </label>
        <p class="composer-problem" data-problem hidden />
      </div>
      <button
        type="button"
        class="composer-tool"
        data-again
        hidden
        aria-label={t('writing.picture.again')}
        title={t('writing.picture.again')}
      >
        <Icon name="undo-2" />
      </button>
      <button
        type="button"
        class="composer-tool"
        data-remove
        aria-label={t('writing.picture.done')}
        title={t('writing.picture.done')}
      >
        <Icon name="x" />
      </button>
    </li>
  )
}

function Details() {
  const { t } = useView()
  return (
    <>
      <fieldset class="composer-details" data-part="details" aria-label={t('writing.details.label')} hidden>
        <p class="composer-details-title" data-title role="status" />
        <p class="composer-details-why">{t('writing.details.why')}</p>
        <div data-list />
      </fieldset>
      <div class="choice" data-part="detail">
        <input type="checkbox" name="keep" />
        <label for="keep">
          <strong data-text /> <span class="composer-detail-kind" data-kind />
          <span class="composer-detail-keep">{t('writing.details.keep')}</span>
        </label>
      </div>
    </>
  )
}

function Foot({ id }: { id: string }) {
  const { t } = useView()
  return (
    <div class="composer-foot" data-part="foot">
      <p class="composer-draft" data-restored hidden>
        <Icon name="history" /> <span data-words id={`${id}-restored`} />{' '}
        <button type="button" data-discard aria-describedby={`${id}-restored`}>
          {t('writing.draft.discard')}
        </button>
      </p>
      <p class="composer-status" data-status />
    </div>
  )
}

const WORDS = [
  'saved',
  'restored',
  'restoredNow',
  'discarded',
  'length',
  'signIn',
  'network',
  'tooMany',
  'tooLarge',
  'failed',
  'plain',
  'busy',
] as const

/** Sentences that scripts fill in: `{when}`, `{count}` stay as they are. */
function Words({ isMember }: { isMember: boolean }) {
  const { t } = useView()
  const words = WORDS.filter((word) => !isMember || word !== 'signIn').map((word) => [
    `data-word-${word.toLowerCase()}`,
    t(`writing.word.${word}` as MessageKey, { when: '{when}', count: '{count}' }),
  ])
  const titles = {
    'data-word-one': t('writing.details.title', { count: 1 }),
    'data-word-more': t('writing.details.title', { count: 2 }),
  }
  return <span hidden data-part="words" {...Object.fromEntries(words)} {...titles} />
}
