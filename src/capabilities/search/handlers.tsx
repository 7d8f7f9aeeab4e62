import { randomBytes } from 'node:crypto'
import type { Exchange } from '#community/exchange.ts'
import { exampleOfAsking } from '#community/finding/example.ts'
import { findQuestions, suggestQuestions } from '#community/finding/find.ts'
import { Fragment } from '#community/page.tsx'
import { isPerson } from '#community/reads/readers.ts'
import { countShown } from '#community/reads/reads.ts'
import { boardsFor } from '#community/topics/boards.ts'
import { productsFor } from '#community/topics/products.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { fragment, missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { tellHelpfulness, tellOtherwise } from './actions.ts'
import { helpfulnessForm, helpfulnessQuery, searchQuery, suggestionQuery } from './forms.ts'
import { HelpfulnessPage } from './pages/helpfulness-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { SuggestionList } from './pages/suggestion-list.tsx'
import { helpfulnessPath } from './paths.ts'

const HITS_A_PAGE = 10
const SUGGESTIONS = 5

/** GET /search */
export async function showSearch(x: Exchange): Promise<Reply> {
  const { cursor, ...filter } = readQuery(searchQuery, x.query)
  const [found, boards, products, example] = await Promise.all([
    findQuestions(x.db, x.viewer, { ...filter, words: filter.q, limit: HITS_A_PAGE, cursor }),
    boardsFor(x),
    productsFor(x),
    filter.q === '' ? exampleOfAsking(x) : null,
  ])
  if (isPerson(x.request)) countShown(x.site, found.hits.length)
  return page(<SearchPage {...{ x, filter, found, boards, products, example }} isFirst={!cursor} />)
}

/** GET /search/suggestions — what the one box shows while somebody types. */
export async function showSuggestions(x: Exchange): Promise<Reply> {
  const { q } = readQuery(suggestionQuery, x.query)
  const hits = q.trim().length < 2 ? [] : await suggestQuestions(x.db, x.viewer, q, { limit: SUGGESTIONS })
  if (isPerson(x.request)) countShown(x.site, hits.length)
  return fragment(
    <Fragment x={x}>
      <SuggestionList hits={hits} words={q.trim()} brand={x.brand.name} />
    </Fragment>,
  )
}

/** POST /questions/:id/helpfulness */
export async function takeHelpfulness(x: Exchange): Promise<Reply> {
  const question = await askedQuestion(x)
  const read = readForm(helpfulnessForm, x.body)
  if (!question || !read.ok) return missing
  const { solved, otherwise, words } = read.value
  const journey = read.value.journey ?? randomBytes(15).toString('base64url')
  const told = { questionId: question.id, helped: solved === 'yes', journey }
  await tellHelpfulness(x, told)
  if (otherwise) await tellOtherwise(x, told, otherwise)
  const query = new URLSearchParams({
    solved,
    ...(otherwise ? { told: '1' } : { journey }),
    ...(words ? { words } : {}),
  })
  return seeOther(`${helpfulnessPath(question.id)}?${query}`)
}

/** GET /questions/:id/helpfulness — the second tap, and the thanks. */
export async function showHelpfulness(x: Exchange): Promise<Reply> {
  const question = await askedQuestion(x)
  if (!question) return missing
  return page(<HelpfulnessPage x={x} question={question} {...readQuery(helpfulnessQuery, x.query)} />)
}

async function askedQuestion(x: Exchange): Promise<{ id: string; slug: string; title: string } | null> {
  const { id = '' } = x.params
  if (!/^[1-9]\d{0,17}$/.test(id) || (await sightOfQuestion(x.db, x.viewer, id)) !== 'seen') return null
  const row = await x.db.selectFrom('questions').select(['id', 'slug', 'title']).where('id', '=', id).executeTakeFirst()
  return row ?? null
}
