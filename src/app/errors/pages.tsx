import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { Section } from '#ui/layout/section.tsx'

export interface NearMatch {
  path: string
  title: string
}

/** For what is not there, and for what is not this person's to see: byte for byte the same. */
export function MissingPage({ x, near }: { x: Exchange; near: readonly NearMatch[] }) {
  return (
    <Page x={x} title={x.t('errors.missing.title')} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t('errors.missing.lead')}>{x.t('errors.missing.title')}</Title>
        <Nearest x={x} near={near} />
        <LinkButton href="/">{x.t('errors.home')}</LinkButton>
      </Narrow>
    </Page>
  )
}

export function GonePage({ x }: { x: Exchange }) {
  return (
    <Page x={x} title={x.t('errors.gone.title')} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t('errors.gone.lead')}>{x.t('errors.gone.title')}</Title>
        <LinkButton href="/questions">{x.t('errors.questions')}</LinkButton>
      </Narrow>
    </Page>
  )
}

export interface TroubleProps {
  x: Exchange
  code: 'blocked' | 'too-many' | 'from-elsewhere' | 'too-large' | 'unreadable' | 'broken'
  /** Whole seconds to wait. */
  seconds?: number
  /** What the person can quote. */
  requestId?: string
  /** The words that were sent, so that nothing typed is lost. */
  words?: readonly string[]
}

export function TroublePage({ x, code, seconds = 0, requestId = '', words = [] }: TroubleProps) {
  return (
    <Page x={x} title={x.t(`errors.${code}.title`)} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t(`errors.${code}.lead`, { seconds, requestId })}>{x.t(`errors.${code}.title`)}</Title>
        {words.length > 0 && (
          <>
            <p class="title-lead">{x.t('errors.words')}</p>
            {words.map((text) => (
              <pre class="kept-words" key={text}>
                {text}
              </pre>
            ))}
          </>
        )}
        <LinkButton href="/" look="secondary">
          {x.t('errors.home')}
        </LinkButton>
      </Narrow>
    </Page>
  )
}

function Nearest({ x, near }: { x: Exchange; near: readonly NearMatch[] }) {
  if (near.length === 0) return null
  return (
    <Section title={x.t('errors.nearest')}>
      <Entries>
        {near.map(({ path, title }) => (
          <Entry href={path} title={title} key={path} />
        ))}
      </Entries>
    </Section>
  )
}
