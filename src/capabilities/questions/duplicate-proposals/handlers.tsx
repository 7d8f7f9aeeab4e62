import type { MemberExchange } from '#community/exchange.ts'
import { findQuestions } from '#community/finding/find.ts'
import { saying } from '#community/said.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { afterDeed, askedBy, isId, onceOf, problemWords, refusalWords, saidOf } from '../handling.ts'
import { questionIdIn, reasonForm } from '../keeping/forms.ts'
import { ProposingPage } from '../pages/proposing-page.tsx'
import { RejectionPage } from '../pages/rejection-page.tsx'
import { questionPath } from '../paths.ts'
import { findQuestion, type ReadQuestion } from '../reading/queries.ts'
import { refusing } from '../refusing.tsx'
import { mayPropose, type Refusal } from '../rules.ts'
import { proposeDuplicate, rejectProposal } from './actions.ts'
import { lookingQuery, proposalForm } from './forms.ts'
import { proposalsPath } from './paths.ts'
import { findPointedTo, findProposal, listOpenProposals, type PointedTo } from './queries.ts'

type Words = Readonly<Record<string, string | undefined>>

const MOST_CHOICES = 8

/** GET /questions/:id/duplicate-proposals — a member looks for where it was asked before. */
export async function showProposing(x: MemberExchange): Promise<Reply> {
  const question = await findStanding(x)
  if (!question) return missing
  const refusal = mayPropose(ruled(question))
  if (refusal) return refusing(x, questionPath(question))(refusal)
  return page(await proposingPage(x, question, readQuery(lookingQuery, x.query), {}))
}

/** POST /questions/:id/duplicate-proposals — proposes, or looks again with all that was chosen and written. */
export async function postProposal(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  if (looksAgain(x)) return seeOther(proposalsPath(id, readQuery(lookingQuery, x.body)))
  const read = readForm(proposalForm, x.body)
  if (!read.ok) return again(x, read.words, problemWords(x, read.problems))
  const { other, reason = null, q } = read.value
  const words = { other, reason: reason ?? '', q }
  const originalId = questionIdIn(other)
  if (!originalId) return again(x, words, { other: x.t('questions.keeping.other.unknown') })
  const result = await proposeDuplicate(askedBy(x), id, { originalId, reason }, onceOf(x))
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return refuse(x, result.reason, words)
  return seeOther(saying(questionPath(result.value), ...saidOf('proposed', result.value)))
}

const looksAgain = (x: MemberExchange): boolean => (x.body as { look?: unknown } | null)?.look === 'again'

/** What can be put right stands beside the form again; the rest is told on a page of its own. */
function refuse(x: MemberExchange, reason: Refusal, words: Words): Promise<Reply> | Reply {
  const isOver = reason === 'removed' || reason === 'known-duplicate' || reason === 'already-merged'
  if (isOver) return refusing(x, `/questions/${x.params.id}`)(reason)
  return again(x, words, { form: refusalWords(x, reason) })
}

async function again(x: MemberExchange, words: Words, problems: Words): Promise<Reply> {
  const question = await findStanding(x)
  return question ? pageWithProblems(await proposingPage(x, question, words, problems)) : missing
}

/** The question, when it is there for whoever looks and was not merged away. */
async function findStanding(x: MemberExchange): Promise<ReadQuestion | null> {
  const { id } = x.params
  if (!isId(id) || (await sightOfQuestion(x.db, x.viewer, id)) !== 'seen') return null
  return findQuestion(x.db, x.viewer, id, x.language)
}

const ruled = (question: ReadQuestion) => ({ ...question, authorId: question.author.id })

async function proposingPage(x: MemberExchange, question: ReadQuestion, words: Words, problems: Words) {
  const [choices, own] = await Promise.all([
    listChoices(x, question, words),
    listOpenProposals(x.db, x.viewer, { questionId: question.id, proposedById: x.viewer.id, limit: 3 }),
  ])
  return <ProposingPage x={x} question={question} choices={choices} own={own} words={words} problems={problems} />
}

/** What was looked for: a question by its number or address, else by words; before that, the ones that look alike. */
async function listChoices(x: MemberExchange, question: ReadQuestion, { q = '', other }: Words) {
  const chosenId = other ? questionIdIn(other) : null
  const chosen = chosenId ? await findPointedTo(x.db, x.viewer, chosenId) : null
  const found = await listFound(x, question, q)
  const others = [...(chosen ? [chosen] : []), ...found].filter(({ id }) => id !== question.id)
  return [...new Map(others.map((one) => [one.id, one])).values()].slice(0, MOST_CHOICES)
}

async function listFound(x: MemberExchange, question: ReadQuestion, q: string): Promise<readonly PointedTo[]> {
  if (q === '') return question.similar.filter(isEnd)
  const id = questionIdIn(q)
  const named = id ? await findPointedTo(x.db, x.viewer, id) : null
  if (named) return [named]
  // A number alone may also be a word in a title, such as that of an error.
  if (id && id !== q.trim()) return []
  // One more: the question itself is often the first that is found.
  const { hits } = await findQuestions(x.db, x.viewer, { words: q, limit: MOST_CHOICES + 1 })
  return hits.map(({ id: hitId, slug, title, state }) => ({ id: hitId, slug, title, state }) as PointedTo).filter(isEnd)
}

/** What points on to another question is nothing to choose. */
const isEnd = ({ state }: PointedTo): boolean => state !== 'duplicate'

/** GET /questions/:id/duplicate-proposals/:proposalId/rejection — a moderator says why not. */
export async function showRejection(x: MemberExchange): Promise<Reply> {
  const { id, proposalId } = x.params
  if (!isId(id) || !isId(proposalId)) return missing
  return (await rejectionPage(x, { id, proposalId }, {}, {})) ?? missing
}

/** POST /questions/:id/duplicate-proposals/:proposalId/rejection */
export async function postRejection(x: MemberExchange): Promise<Reply> {
  const { id, proposalId } = x.params
  if (!isId(id) || !isId(proposalId)) return missing
  const read = readForm(reasonForm, x.body)
  if (!read.ok)
    return (await rejectionPage(x, { id, proposalId }, read.words, problemWords(x, read.problems))) ?? missing
  const result = await rejectProposal(askedBy(x), id, proposalId, read.value.reason)
  return afterDeed(result, 'rejected', refusing(x, `/questions/${id}`))
}

type Given = Readonly<Record<string, string>>

/** The form, or that it was decided already; null when there is no such proposal. */
async function rejectionPage(
  x: MemberExchange,
  { id, proposalId }: { id: string; proposalId: string },
  words: Given,
  problems: Given,
): Promise<Reply | null> {
  if (!(await findProposal(x.db, id, proposalId))) return null
  const open = await listOpenProposals(x.db, x.viewer, { questionId: id, limit: 100 })
  const proposal = open.find((one) => one.id === proposalId)
  if (!proposal) return refusing(x, `/questions/${id}`)('already-settled')
  const shown = <RejectionPage x={x} proposal={proposal} words={words} problems={problems} />
  return Object.keys(problems).length > 0 ? pageWithProblems(shown) : page(shown)
}
