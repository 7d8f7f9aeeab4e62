import type { Exchange } from '#community/exchange.ts'
import type { NearMatch } from '#community/finding/nearest.ts'
import { Page } from '#community/page.tsx'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Title } from '#ui/elements/title.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { Section } from '#ui/layout/section.tsx'

interface NowhereProps {
  x: Exchange
  /** What comes nearest to the words of the address. */
  near: readonly NearMatch[]
  words: readonly string[]
}

/** For what is not there, and for what is not this person's to see: byte for byte the same. */
export function MissingPage({ x, near, words }: NowhereProps) {
  return (
    <Page x={x} title={x.t('errors.missing.title')} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t(x.viewer ? 'errors.missing.lead.member' : 'errors.missing.lead')}>
          {x.t('errors.missing.title')}
        </Title>
        <KeptWords x={x} words={words} />
        <Nearest x={x} near={near} />
        <LinkButton href="/">{x.t('errors.home')}</LinkButton>
      </Narrow>
    </Page>
  )
}

export function GonePage({ x, near, words }: NowhereProps) {
  return (
    <Page x={x} title={x.t('errors.gone.title')} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t('errors.gone.lead')}>{x.t('errors.gone.title')}</Title>
        <KeptWords x={x} words={words} />
        <Nearest x={x} near={near} />
        <LinkButton href="/questions">{x.t('errors.questions')}</LinkButton>
      </Narrow>
    </Page>
  )
}

export interface TroubleProps {
  x: Exchange
  code: 'blocked' | 'too-many' | 'from-elsewhere' | 'signed-out' | 'too-large' | 'unreadable' | 'broken'
  /** Whole seconds to wait. */
  seconds?: number
  /** What the person can quote. */
  requestId?: string
  /** The words that were sent, so that nothing typed is lost. */
  words?: readonly string[]
  /** Where to sign in, for whoever was signed out meanwhile. */
  signInPath?: string
}

export function TroublePage({ x, code, seconds = 0, requestId = '', words = [], signInPath }: TroubleProps) {
  return (
    <Page x={x} title={x.t(`errors.${code}.title`)} robots="noindex" canonical="/">
      <Narrow>
        <Title lead={x.t(`errors.${code}.lead`, { ...waitFor(seconds), requestId })}>
          {x.t(`errors.${code}.title`)}
        </Title>
        <KeptWords x={x} words={words} />
        {signInPath && <LinkButton href={signInPath}>{x.t('errors.signed-out.signIn')}</LinkButton>}
        <LinkButton href="/" look="secondary">
          {x.t('errors.home')}
        </LinkButton>
      </Narrow>
    </Page>
  )
}

/** As people say it: nobody counts eighty thousand seconds. */
function waitFor(seconds: number): { unit: 'seconds' | 'minutes' | 'hours'; wait: number } {
  if (seconds < 120) return { unit: 'seconds', wait: seconds }
  if (seconds < 7_200) return { unit: 'minutes', wait: Math.ceil(seconds / 60) }
  return { unit: 'hours', wait: Math.ceil(seconds / 3_600) }
}

/** What somebody sent to a place that could not take it. */
function KeptWords({ x, words }: { x: Exchange; words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <>
      <p class="title-lead">{x.t('errors.words')}</p>
      {words.map((text) => (
        <pre class="kept-words" key={text}>
          {text}
        </pre>
      ))}
    </>
  )
}

function Nearest({ x, near }: { x: Exchange; near: readonly NearMatch[] }) {
  if (near.length === 0) return null
  return (
    <Section title={x.t('errors.nearest')}>
      <Entries>
        {near.map(({ path, title, language }) => (
          <Entry href={path} title={title} lang={language === x.language ? undefined : language} key={path} />
        ))}
      </Entries>
    </Section>
  )
}
