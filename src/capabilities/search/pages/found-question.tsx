import type { Hit } from '#community/finding/find.ts'
import { Entry } from '#ui/elements/entry.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Time } from '#ui/elements/time.tsx'
import { useView } from '#ui/view.ts'
import { foundPath } from '../paths.ts'
import { FoundState, isSolved } from './found-state.tsx'
import { MarkedWords } from './marked-words.tsx'

/** One result: what was asked, the words around what was looked for, and whether it was solved. */
export function FoundQuestion({ hit, brand }: { hit: Hit; brand: string }) {
  const { t, language } = useView()
  return (
    <Entry
      href={foundPath(hit, 'search')}
      title={<MarkedWords pieces={hit.markedTitle} />}
      snippet={hit.snippet.length > 0 ? <MarkedWords pieces={hit.snippet} /> : undefined}
      level={2}
      figure={{
        value: hit.answerCount,
        label: hit.answerCount === 0 ? t('search.waits') : t('search.answers', { count: hit.answerCount }),
        done: isSolved(hit.state),
      }}
    >
      <QuietLine>
        <FoundState state={hit.state} brand={brand} />
        <Time at={hit.createdAt} />
        <Tag>{language === 'en' ? (hit.board.nameEn ?? hit.board.name) : hit.board.name}</Tag>
        {hit.product?.name}
      </QuietLine>
    </Entry>
  )
}
