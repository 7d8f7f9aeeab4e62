import type { Activity } from '#community/activity/activity.ts'
import { findDecision } from '#community/decisions/decisions.ts'
import { listFollowers } from '#community/follows/follows.ts'
import type { NoticeKind, NoticeView, NoticeWords, Telling } from '#community/notices/notice-kind.ts'
import type { Db } from '#platform/db/database.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { findProposal } from './duplicate-proposals/queries.ts'
import { findHearers, findLastTitle } from './hearers.ts'
import { answerPath, commentPath } from './paths.ts'

type Kind =
  | 'reminder'
  | 'answer'
  | 'comment'
  | 'mention'
  | 'quoted'
  | 'confirmed'
  | 'verified'
  | 'thanks'
  | 'solved'
  | 'not-solved'
  | 'decision'
  | 'proposal'

/** Who hears what happens to questions and answers, in which words. */
export const notices: readonly NoticeKind[] = [
  frequentKind('answer', ['answer.posted'], true, true, async (db, activity) => {
    const followers = await listFollowers(db, activity.map(questionOf))
    return activity.map((one) =>
      tell(one, `answer:${one.subjectId}`, followers.get(questionOf(one)) ?? [], { answerId: one.subjectId }),
    )
  }),
  noticeKind('comment', ['comment.posted'], true, true, async (db, activity) => {
    const { commentedAuthorId, askerId } = await findHearers(db, activity)
    const answerId = textOf(activity.facts.answerId)
    return tell(activity, `comment:${activity.subjectId}`, [commentedAuthorId, askerId], {
      answerId,
      commentId: activity.subjectId,
    })
  }),
  noticeKind('mention', ['member.mentioned'], true, false, async (_db, activity) => {
    const answerId = textOf(activity.facts.answerId)
    const commentId = textOf(activity.facts.commentId)
    // The same happening as the post itself: whoever follows and is named is told once. Being named later is news.
    const post = commentId
      ? `comment:${commentId}`
      : answerId
        ? `answer:${answerId}`
        : `question:${questionOf(activity)}`
    const happening = activity.facts.isLater ? `mention:${activity.id}` : post
    return tell(activity, happening, [activity.subjectId], { answerId, commentId })
  }),
  // The same happening as the answer: whoever follows and is quoted is told once, and a mention says more.
  noticeKind('quoted', ['member.quoted'], true, false, async (_db, activity) => {
    const answerId = textOf(activity.facts.answerId)
    return tell(activity, `answer:${answerId}`, [activity.subjectId], { answerId })
  }),
  noticeKind('confirmed', ['answer.accepted'], true, false, async (db, activity) => {
    const { authorId } = await findHearers(db, activity)
    return tell(activity, `confirmed:${activity.subjectId}`, [authorId], { answerId: activity.subjectId })
  }),
  noticeKind('verified', ['answer.verified'], true, false, async (db, activity) => {
    const { authorId } = await findHearers(db, activity)
    return tell(activity, `verified:${activity.subjectId}`, [authorId], { answerId: activity.subjectId })
  }),
  noticeKind('thanks', ['answer.thanked'], false, true, async (db, activity) => {
    const { authorId } = await findHearers(db, activity)
    const happening = `thanks:${activity.subjectId}:${activity.actorId}`
    return tell(activity, happening, [authorId], { answerId: activity.subjectId })
  }),
  noticeKind('solved', ['answer.accepted'], true, false, async (db, activity) => {
    const { authorId } = await findHearers(db, activity)
    const followers = await listFollowers(db, [questionOf(activity)])
    const others = (followers.get(questionOf(activity)) ?? []).filter((id) => id !== authorId)
    return tell(activity, `solved:${questionOf(activity)}`, others, { answerId: activity.subjectId })
  }),
  noticeKind('not-solved', ['question.not-solved'], true, false, async (db, activity) => {
    const { answererIds } = await findHearers(db, activity)
    return tell(activity, `not-solved:${activity.id}`, answererIds, {})
  }),
  noticeKind('decision', decided(), true, false, async (db, activity) => {
    const decision = await findDecision(db, textOf(activity.facts.decisionId) ?? '0')
    if (!decision) return []
    const facts = { decision: decision.kind, decisionId: decision.id, reason: decision.reason }
    const lastTitle = await findLastTitle(db, activity, decision.affectedId)
    if (lastTitle !== null) {
      const away = { ...facts, decision: `${decision.kind}-away`, lastTitle }
      return tell(activity, `decision:${decision.id}`, [decision.affectedId], { facts: away })
    }
    return tell(activity, `decision:${decision.id}`, [decision.affectedId], { ...placeOf(activity), facts })
  }),
  noticeKind(
    'proposal',
    ['question.duplicate-accepted', 'question.duplicate-rejected'],
    true,
    false,
    async (db, activity) => {
      const id = textOf(activity.facts.proposalId) ?? '0'
      const proposal = await findProposal(db, questionOf(activity), id)
      if (!proposal?.outcome) return []
      const facts = { outcome: proposal.outcome, reason: proposal.rejectionReason ?? '' }
      return tell(activity, `proposal:${id}`, [proposal.proposedById], { facts })
    },
  ),
  // Mailed by reminders/remind.ts; here so that it can be switched off like every other mail.
  noticeKind('reminder', [], true, false, async () => []),
]

type Tell = (db: Db, activity: Activity) => Promise<Telling[]>

/** What happens now and then: asked one by one. */
function noticeKind(kind: Kind, hears: string[], mailByDefault: boolean, bundled: boolean, tell: Tell): NoticeKind {
  return frequentKind(kind, hears, mailByDefault, bundled, async (db, activity) => {
    const lists: Telling[][] = []
    for (const one of activity) lists.push(await tell(db, one))
    return lists
  })
}

function frequentKind(
  kind: Kind,
  hears: string[],
  mailByDefault: boolean,
  bundled: boolean,
  tellings: NoticeKind['tellings'],
): NoticeKind {
  return {
    kind,
    label: `questions.notice.${kind}.label`,
    mailByDefault,
    bundled,
    hears,
    tellings,
    words: wordsOf(kind),
  }
}

function decided(): string[] {
  const deeds = ['hidden', 'restored', 'moved', 'closed', 'reopened', 'merged', 'marked-duplicate']
  return ['question', 'answer', 'comment'].flatMap((noun) => deeds.map((deed) => `${noun}.${deed}`))
}

type Place = Pick<Telling, 'answerId' | 'commentId' | 'facts'>

function tell(activity: Activity, happening: string, memberIds: readonly (string | null)[], place: Place): Telling[] {
  const heard = [...new Set(memberIds)].filter((id) => id !== null && id !== activity.actorId) as string[]
  const questionId = questionOf(activity)
  return heard.map((memberId) => ({ memberId, happening, questionId, actorId: activity.actorId, ...place }))
}

const questionOf = (activity: Activity): string => activity.questionId ?? '0'

const textOf = (fact: unknown): string | null => (typeof fact === 'string' ? fact : null)

function placeOf(activity: Activity): Place {
  if (activity.subjectKind === 'answer') return { answerId: activity.subjectId }
  return activity.subjectKind === 'comment' ? { commentId: activity.subjectId } : {}
}

function wordsOf(kind: Kind) {
  return (t: Translate, notice: NoticeView): NoticeWords => {
    const values = {
      title: notice.questionTitle,
      name: notice.actorName ?? t('questions.notice.somebody'),
      count: notice.count,
    }
    return {
      line: lineOf(t, kind, values, notice),
      why: t(`questions.notice.${kind}.why`),
      path: pathOf(notice),
      invitation: t(`questions.notice.${kind}.invitation`),
    }
  }
}

function lineOf(
  t: Translate,
  kind: Kind,
  values: { title: string; name: string; count: number },
  { answerId, commentId, facts: { decision, outcome, reason = '' } }: NoticeView,
): string {
  if (kind === 'decision') {
    const done = String(decision).replaceAll('-', '_')
    const subject = commentId ? 'comment' : answerId ? 'answer' : 'question'
    return t('questions.notice.decision.line', { ...values, decision: done, subject, reason: String(reason) })
  }
  if (kind === 'proposal') {
    return t('questions.notice.proposal.line', { ...values, outcome: String(outcome), reason: String(reason) })
  }
  return t(`questions.notice.${kind}.line`, values)
}

function pathOf({ questionId, answerId, commentId, facts }: NoticeView): string {
  if (facts.lastTitle !== undefined) return '/notices'
  if (commentId) return commentPath(questionId, commentId)
  return answerId ? answerPath(questionId, answerId) : `/questions/${questionId}`
}
