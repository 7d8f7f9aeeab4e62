import type { ComponentChildren } from 'preact'
import { avatarUrl } from '#community/members/avatar-url.ts'
import { PersonLine } from '#ui/elements/person-line.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Time } from '#ui/elements/time.tsx'
import { useView } from '#ui/view.ts'
import type { Author } from '../reading/queries.ts'

interface BylineProps {
  author: Author
  brand: string
  at: Date
  editedAt: Date | null
  historyPath: string
}

/** Who wrote this: staff says so, experts say why, and everybody else that they are not employed here. */
export function Byline({ author, brand, at, editedAt, historyPath }: BylineProps) {
  const { t } = useView()
  return (
    <PersonLine
      person={{ name: author.name, seed: author.id, imageUrl: avatarUrl(author) }}
      href={`/members/${author.handle}`}
      beside={<Standing author={author} brand={brand} />}
    >
      <QuietLine>
        {author.staffTitle ?? t('questions.byline.member', { year: author.joinedAt.getFullYear(), brand })}
        <Time at={at} />
        {editedAt && <a href={historyPath}>{t('questions.byline.edited')}</a>}
      </QuietLine>
    </PersonLine>
  )
}

interface ShortBylineProps extends BylineProps {
  /** What can be done with it, in the same line. */
  children?: ComponentChildren
}

/** The same in one line, above a remark: who is staff or expert still says so. */
export function ShortByline({ author, brand, at, editedAt, historyPath, children }: ShortBylineProps) {
  const { t } = useView()
  return (
    <PersonLine
      person={{ name: author.name, seed: author.id, imageUrl: avatarUrl(author) }}
      href={`/members/${author.handle}`}
      size="small"
      beside={
        <>
          <Standing author={author} brand={brand} />{' '}
          <span class="person-when">
            <Time at={at} />
            {editedAt && (
              <>
                {' · '}
                <a href={historyPath}>{t('questions.byline.edited')}</a>
              </>
            )}
            {children}
          </span>
        </>
      }
    />
  )
}

function Standing({ author, brand }: { author: Author; brand: string }) {
  if (author.staffTitle) return <Tag look="staff">{brand}</Tag>
  if (!author.expertTitle) return null
  return (
    <span title={author.expertReason ?? undefined}>
      <Tag look="brand">{author.expertTitle}</Tag>
    </span>
  )
}
