import type { MemberExchange } from '#community/exchange.ts'
import { type Said, saying } from '#community/said.ts'
import { listBoards } from '#community/topics/boards.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { Field } from '#ui/elements/field.tsx'
import { Select } from '#ui/elements/select.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import type { DeedResult } from '../deed-result.ts'
import { findPointedTo } from '../duplicate-proposals/queries.ts'
import { afterDeed, askedBy, isId, problemWords, refusalWords } from '../handling.ts'
import { AboutPost } from '../pages/about-post.tsx'
import { DecisionPage } from '../pages/decision-page.tsx'
import { answerPath, commentPath, questionPath } from '../paths.ts'
import * as keeping from './actions.ts'
import { moveForm, otherQuestionForm, plainForm, questionIdIn, reasonForm } from './forms.ts'
import { type KeepingDeed, keepingDeeds, keepingPath } from './paths.ts'
import { type DecidedPost, findDecidedPost } from './queries.ts'

type Words = Readonly<Record<string, string>>

/** GET /questions/:id/keeping/:deed — a moderator says why. */
export async function showDecision(x: MemberExchange): Promise<Reply> {
  const about = aboutOf(x)
  const decided = about && (await findDecidedPost(x.db, x.viewer, about.post))
  if (!about || !decided) return missing
  return page(await decisionPage(x, about, decided, await wordsFor(x, about), {}))
}

/** Where a proposal is accepted, the other question and what its asker reads are filled in. */
async function wordsFor(x: MemberExchange, { deed }: About): Promise<Words> {
  const { other } = x.query as Record<string, unknown>
  if (deed !== 'merge' || typeof other !== 'string' || !isId(other)) return {}
  const original = await findPointedTo(x.db, x.viewer, other)
  if (!original) return {}
  return { other: questionPath(original), reason: x.t('questions.proposal.acceptReason') }
}

/** POST /questions/:id/keeping/:deed */
export async function postDecision(x: MemberExchange): Promise<Reply> {
  const about = aboutOf(x)
  if (!about) return missing
  const read = readForm(formOf(about.deed), x.body)
  if (!read.ok) return again(x, about, read.words, problemWords(x, read.problems))
  const words = { ...read.value } as Words
  const otherId = 'other' in read.value ? questionIdIn(String(read.value.other)) : ''
  if (otherId === null) return again(x, about, words, { other: x.t('questions.keeping.other.unknown') })
  const result = await carryOut(x, about, words, otherId)
  if (result.outcome === 'done' && about.post.kind !== 'question') {
    return seeOther(saying(postPath({ ...about.post, questionId: result.value.id }), saidOf[about.deed]))
  }
  if (result.outcome !== 'refused') return afterDeed(result, saidOf[about.deed], () => missing)
  return again(x, about, words, { form: refusalWords(x, result.reason) })
}

/** Whatever became of the post meanwhile, the words of the moderator stand there still. */
async function again(x: MemberExchange, about: About, words: Words, problems: Words): Promise<Reply> {
  const decided = await findDecidedPost(x.db, x.viewer, about.post)
  return pageWithProblems(await decisionPage(x, about, decided, words, problems))
}

interface About {
  readonly deed: KeepingDeed
  readonly post: keeping.Kept
}

/** Which deed on which post: the question itself, or the answer or comment that the query names. */
function aboutOf(x: MemberExchange): About | null {
  const { id, deed } = x.params
  const known = keepingDeeds.find((one) => one === deed)
  if (!isId(id) || !known) return null
  const query = x.query as Record<string, unknown>
  for (const kind of ['answer', 'comment'] as const) {
    const given = query[kind]
    if (given === undefined) continue
    if (typeof given !== 'string' || !isId(given) || (known !== 'hide' && known !== 'restore')) return null
    return { deed: known, post: { kind, questionId: id, id: given } }
  }
  return { deed: known, post: { kind: 'question', questionId: id, id } }
}

/** Where it stands; its question may have been merged meanwhile. */
function postPath({ kind, questionId, id }: keeping.Kept): string {
  if (kind === 'question') return `/questions/${questionId}`
  return kind === 'answer' ? answerPath(questionId, id) : commentPath(questionId, id)
}

function carryOut(x: MemberExchange, { deed, post }: About, words: Words, otherId: string): Promise<DeedResult> {
  const asked = askedBy(x)
  const { reason = '', board = '' } = words
  switch (deed) {
    case 'hide':
      return keeping.hide(asked, post, reason)
    case 'restore':
      return keeping.restore(asked, post, reason)
    case 'close':
      return keeping.closeQuestion(asked, post.questionId, reason)
    case 'reopen':
      return keeping.reopenQuestion(asked, post.questionId, reason)
    case 'move':
      return keeping.moveQuestion(asked, post.questionId, board, reason)
    case 'merge':
      return keeping.mergeInto(asked, post.questionId, otherId, reason)
    case 'duplicate':
      return keeping.markDuplicate(asked, post.questionId, otherId, reason)
    case 'not-duplicate':
      return keeping.withdrawDuplicate(asked, post.questionId)
  }
}

function formOf(deed: KeepingDeed) {
  if (deed === 'move') return moveForm
  if (deed === 'not-duplicate') return plainForm
  return deed === 'merge' || deed === 'duplicate' ? otherQuestionForm : reasonForm
}

const saidOf: Record<KeepingDeed, Said> = {
  hide: 'hidden',
  restore: 'restored',
  close: 'closed',
  reopen: 'reopened',
  move: 'moved',
  merge: 'merged',
  duplicate: 'duplicate',
  'not-duplicate': 'saved',
}

async function decisionPage(
  x: MemberExchange,
  { deed, post }: About,
  decided: DecidedPost | null,
  words: Words,
  problems: Words,
) {
  const boards = deed === 'move' ? await listBoards(x.db, x.viewer, x.language) : []
  const others = boards.filter(({ slug }) => slug !== decided?.board)
  const choices = others.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <DecisionPage
      x={x}
      title={x.t(`questions.keeping.${deed}`)}
      lead={x.t(`questions.keeping.${deed}.lead`)}
      action={keepingPath(post, deed)}
      back={postPath(post)}
      words={words}
      problems={problems}
      asksReason={deed !== 'not-duplicate'}
    >
      {decided && <AboutPost x={x} kind={post.kind} post={decided} />}
      {deed === 'move' && (
        <Field name="board" label={x.t('questions.ask.board')} error={problems.board} required>
          <Select value={words.board} empty={x.t('questions.ask.board.empty')} choices={choices} />
        </Field>
      )}
      {(deed === 'merge' || deed === 'duplicate') && (
        <Field
          name="other"
          label={x.t('questions.keeping.other')}
          hint={x.t('questions.keeping.other.hint')}
          error={problems.other}
          required
        >
          <TextInput value={words.other} maxLength={400} />
        </Field>
      )}
    </DecisionPage>
  )
}
