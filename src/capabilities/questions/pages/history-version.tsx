import type { Compare, Stretch } from '#community/revisions/difference.ts'
import { renderMarkdown } from '#community/text/render.ts'
import { Prose } from '#ui/elements/prose.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import type { Version } from '../reading/versions.ts'

interface Props {
  version: Version
  /** What stood before it; the first version has none. */
  before: Version | undefined
  isPresent: boolean
  compare: Compare
}

/** One version: what changed in it, and behind that the whole text as readers saw it. */
export function HistoryVersion({ version, before, isPresent, compare }: Props) {
  const { t } = useView()
  const made = madeBy(version)
  return (
    <Section title={isPresent ? t('questions.history.now') : <span class="history-made">{made}</span>}>
      {isPresent && before && <p class="quiet">{made}</p>}
      {before ? <Changes version={version} before={before} compare={compare} /> : <Whole version={version} />}
    </Section>
  )
}

function madeBy({ by, at }: Version) {
  const { t } = useView()
  const written = at && <Time at={at} style="exact" />
  if (by === null || written === null) return by ?? written
  return t.rich('questions.history.version', { written, name: by })
}

function Changes({ version, before, compare }: Omit<Props, 'isPresent'> & { before: Version }) {
  const { t } = useView()
  if (before.title === version.title && before.body === version.body) {
    return <p class="quiet">{t('questions.history.same')}</p>
  }
  const title = compare(before.title ?? '', version.title ?? '')
  const body = compare(before.body, version.body)
  if (!title || !body) {
    return (
      <>
        <p class="quiet">{t('questions.history.too-different')}</p>
        <Whole version={version} />
      </>
    )
  }
  return (
    <>
      <div class="difference">
        {title.length > 0 && <p class="difference-title">{title.map(drawn)}</p>}
        <div class="difference-text">{body.map(drawn)}</div>
      </div>
      <details class="history-whole">
        <summary>{t('questions.history.whole')}</summary>
        <Whole version={version} />
      </details>
    </>
  )
}

const drawn = (stretch: Stretch, at: number) => <Piece key={at} {...stretch} />

/** Most screen readers pass over what ins and del mean, so it is said in words. */
function Piece({ kind, text }: Stretch) {
  const { t } = useView()
  if (kind === 'same') return <>{text}</>
  if (kind === 'skipped') return <span class="difference-skipped"> {t('questions.history.skipped')} </span>
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span class="visually-hidden">{t(`questions.history.${kind}`)} </span>
      {text}
      <span class="visually-hidden"> {t(`questions.history.${kind}-end`)}</span>
    </Mark>
  )
}

function Whole({ version: { title, body } }: { version: Version }) {
  return (
    <>
      {title && <p class="history-title">{title}</p>}
      <Prose html={renderMarkdown(body).html} />
    </>
  )
}
