import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { otherwises } from '../forms.ts'
import { askPath, helpfulnessPath } from '../paths.ts'

interface HelpfulnessPageProps {
  x: Exchange
  question: { id: string; slug: string; title: string }
  solved: 'yes' | 'no'
  journey?: string
  told?: '1'
  words?: string
}

/** The second tap after "did this solve it?". With scripts only its frame is shown, in place of the first. */
export function HelpfulnessPage(props: HelpfulnessPageProps) {
  const { x, question, told } = props
  return (
    <Page x={x} title={x.t('search.helpful.title')} robots="noindex">
      <Narrow>
        <turbo-frame id="helpfulness" target="_top">
          <section class="helpfulness" aria-live="polite">
            {told ? <Thanks {...props} /> : <SecondTap {...props} />}
          </section>
        </turbo-frame>
        <p>
          <a href={`/questions/${question.id}/${question.slug}`}>
            {x.t('search.helpful.back', { title: question.title })}
          </a>
        </p>
      </Narrow>
    </Page>
  )
}

function SecondTap({ x, question, solved, journey, words }: HelpfulnessPageProps) {
  const { t } = x
  return (
    <>
      {solved === 'no' && (
        <>
          <p>{t('search.helpful.sorry')}</p>
          <AskHere x={x} words={words} />
        </>
      )}
      <Form action={helpfulnessPath(question.id)} class="helpfulness-form" data-turbo-frame="helpfulness">
        <p>{t(solved === 'yes' ? 'search.helpful.glad' : 'search.helpful.without')}</p>
        <input type="hidden" name="solved" value={solved} />
        {journey && <input type="hidden" name="journey" value={journey} />}
        {words && <input type="hidden" name="words" value={words} />}
        <p class="helpfulness-choices">
          {otherwises.map((otherwise) => (
            <Button look="secondary" size="small" name="otherwise" value={otherwise} key={otherwise}>
              {t(`search.helpful.otherwise.${otherwise}`)}
            </Button>
          ))}
        </p>
      </Form>
    </>
  )
}

function Thanks({ x, solved, words }: HelpfulnessPageProps) {
  return (
    <>
      <p>{x.t('search.helpful.thanks')}</p>
      {solved === 'no' && <AskHere x={x} words={words} />}
    </>
  )
}

const AskHere = ({ x, words }: { x: Exchange; words?: string }) => (
  <LinkButton href={askPath(words ?? '')} size="small">
    {x.t('search.helpful.ask')}
  </LinkButton>
)
