import type { Exchange } from '#community/exchange.ts'
import { page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { type Answers, inputOf, TITLE_LONGEST } from './answers.ts'
import { ITEMS, type ItemId } from './assessment.ts'
import { readCarried } from './carried.ts'
import { damaged } from './handlers.tsx'
import { jointAnswers } from './joint.ts'
import { findKept } from './kept-handlers.tsx'
import { ComparisonPage } from './pages/comparison-page.tsx'
import { assessmentPath, comparisonPath } from './paths.ts'
import { SECRET } from './secret-address.ts'

export const MOST_SCENARIOS = 4

/** GET /readiness/comparison — up to four sets of answers in the address, side by side. */
export function showComparison(x: Exchange): Reply {
  const several = severalIn(x)
  return several === null ? damaged(x) : page(<ComparisonPage x={x} several={several} problem={null} />)
}

/**
 * POST /readiness/comparison — adds what if one answer were a step higher, or the assessment at an address that somebody
 * pasted. Of a kept one the answers go along, not its secret.
 */
export async function postComparison(x: Exchange): Promise<Reply> {
  const several = severalIn(x)
  if (several === null) return damaged(x)
  const body = (x.body ?? {}) as Record<string, unknown>
  const other = await pasted(x, body.other)
  if (other === 'unreadable') return refused(x, several, other)
  const all = [...several, ...whatIf(x, several[0] as Answers, body), ...(other ? [other] : [])]
  return all.length > MOST_SCENARIOS ? refused(x, several, 'too-many') : seeOther(comparisonPath(all))
}

const refused = (x: Exchange, several: readonly Answers[], problem: 'unreadable' | 'too-many'): Reply =>
  pageWithProblems(<ComparisonPage x={x} several={several} problem={problem} />)

/** Null when there are none, too many, or one that cannot be read or is not finished. */
function severalIn(x: Exchange): Answers[] | null {
  const { a } = (x.query ?? {}) as { a?: unknown }
  const several = (Array.isArray(a) ? a : [a]).map(readCarried)
  if (several.length > MOST_SCENARIOS) return null
  return several.every((answers) => answers !== null && inputOf(answers) !== null) ? (several as Answers[]) : null
}

/** Each chosen step as a variant of its own, or all of them in one. */
function whatIf(x: Exchange, answers: Answers, { step, together }: Record<string, unknown>): Answers[] {
  const { t } = x
  const chosen = [step].flat()
  const items = ITEMS.filter((item) => chosen.includes(item))
  const named = items.map((item) => t(`readiness.item.${item}.name`))
  if (together === 'true' && items.length > 1) {
    return [higher(answers, items, t('assessment.compare.what-if-together', { items: named.join(', ') }))]
  }
  return items.map((item, at) => higher(answers, [item], t('assessment.compare.what-if', { item: named[at] ?? '' })))
}

/** The same answers with one step more on each of these. */
function higher(answers: Answers, raised: readonly ItemId[], title: string): Answers {
  const items = Object.entries(answers.items).map(([item, own]) => [
    item,
    raised.includes(item as ItemId) ? { ...own, answer: Math.min(4, own.answer + 1) } : own,
  ])
  return { ...answers, title: title.slice(0, TITLE_LONGEST), items: Object.fromEntries(items) }
}

async function pasted(x: Exchange, address: unknown): Promise<Answers | 'unreadable' | null> {
  if (typeof address !== 'string' || address.trim() === '') return null
  const url = URL.parse(address.trim(), x.site.config.publicUrl)
  const answers = url && ((await keptAt(x, url.pathname)) ?? readCarried(url.searchParams.get('a')))
  return answers && inputOf(answers) !== null ? answers : 'unreadable'
}

async function keptAt(x: Exchange, path: string): Promise<Answers | null> {
  const secret = path.split('/')[3] ?? ''
  if (!SECRET.test(secret) || !path.startsWith(assessmentPath(secret))) return null
  const kept = await findKept(x, secret)
  const finished = kept?.respondents.map(({ answers }) => answers).filter((answers) => inputOf(answers) !== null) ?? []
  return kept && finished.length > 0 ? { ...jointAnswers(finished), title: kept.title } : null
}
