import type { Hit } from '#community/finding/find.ts'
import { QuestionStateMark } from '#community/states/question-state.tsx'
import { isSolved } from '#community/states/states.ts'
import { Entry, type EntryProps } from '#ui/elements/entry.tsx'
import { EntryFigureContext } from '#ui/elements/entry-figure-context.ts'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Tag } from '#ui/elements/tag.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import { useView } from '#ui/view.ts'
import { foundPath } from '../paths.ts'
import { MarkedWords } from './marked-words.tsx'

/** One result: what was asked, the words around what was looked for, and whether it was solved. */
export function FoundQuestion({ hit, brand }: { hit: Hit; brand: string }) {
  const { t, language } = useView()
  const figure = {
    value: hit.answerCount,
    label: hit.answerCount === 0 ? t('search.waits') : t('search.answers', { count: hit.answerCount }),
    done: isSolved(hit.state),
  }
  return (
    <Entry
      href={foundPath(hit, 'search')}
      title={<MarkedWords pieces={hit.markedTitle} />}
      snippet={hit.snippet.length > 0 ? <MarkedWords pieces={hit.snippet} /> : undefined}
      level={2}
      lang={hit.language === language ? undefined : hit.language}
      figure={figure}
    >
      <Facts hit={hit} brand={brand} figure={figure} />
    </Entry>
  )
}

/** What does not hang on the words that were asked: a question that many find is worded once. */
function Facts({ hit, brand, figure }: { hit: Hit; brand: string; figure: NonNullable<EntryProps['figure']> }) {
  const { language } = useView()
  const board = language === 'en' ? (hit.board.nameEn ?? hit.board.name) : hit.board.name
  const of = JSON.stringify(['found', hit.state, brand, hit.createdAt, board, hit.product?.name, hit.answerCount])
  return (
    <Shared
      of={of}
      part={() => (
        <EntryFigureContext.Provider value={figure}>
          <QuietLine>
            <QuestionStateMark state={hit.state} brand={brand} />
            <Time at={hit.createdAt} />
            <Tag>{board}</Tag>
            {hit.product?.name}
          </QuietLine>
        </EntryFigureContext.Provider>
      )}
    />
  )
}
