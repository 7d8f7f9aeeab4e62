import { record } from '#community/activity/record.ts'
import { composeLine } from '#community/text/compose.ts'
import type { Db } from '#platform/db/database.ts'
import { about, onQuestion } from '../asking/actions.ts'
import { type Asked, type DeedResult, type DoneTo, done, doneOnce, refused, unknown } from '../deed-result.ts'
import { mayProposeNow } from '../pace.ts'
import type { LockedQuestion } from '../queries.ts'
import { mayKeep, mayPropose, mayProposeAs, type Verdict } from '../rules.ts'
import * as rows from './queries.ts'

export interface ProposalInput {
  readonly originalId: string
  readonly reason: string | null
}

export interface Proposed extends DoneTo {
  readonly masked: readonly unknown[]
}

/**
 * A member says that a question was asked before, and where. A moderator decides.
 * @param once the form's one-time key: sent twice, it proposes once
 */
export function proposeDuplicate(
  asked: Asked,
  id: string,
  input: ProposalInput,
  once?: string | null,
): Promise<DeedResult<Proposed>> {
  return onQuestion(asked, id, (db, question) =>
    doneOnce(db, asked, { once, content: { id, ...input } }, () => proposeIn(db, asked, { id, question }, input)),
  )
}

async function proposeIn(
  db: Db,
  asked: Asked,
  { id, question }: { id: string; question: LockedQuestion },
  input: ProposalInput,
): Promise<DeedResult<Proposed>> {
  // It was merged while the page stood open: what was proposed was not said of the other one.
  if (question.id !== id) return refused('already-merged')
  const original = await rows.findPointedTo(db, asked.actor, input.originalId)
  if (!original) return refused('no-such-question')
  const refusal =
    mayPropose(question) ??
    mayProposeAs(question, original, await rows.findEarlier(db, id, original.id)) ??
    (await tooFast(db, asked))
  if (refusal) return refused(refusal)
  const { text, masked } = composeLine({ text: input.reason ?? '' }, asked.brand)
  const proposal = { questionId: id, originalId: original.id, proposedById: asked.actor.id, reason: text || null }
  const proposalId = await rows.insertProposal(db, proposal)
  await record(db, {
    ...about(question),
    kind: 'question.duplicate-proposed',
    actorId: asked.actor.id,
    facts: { proposalId, originalId: original.id },
  })
  return done({ id, slug: question.slug, masked })
}

async function tooFast(db: Db, { site, actor }: Asked): Promise<Verdict> {
  if (!site.config.rateLimits) return null
  return mayProposeNow(actor, await rows.proposalPaceOf(db, actor.id), site.now())
}

/** A moderator says why the two are not the same. Whoever proposed it gets the reason, once. */
export function rejectProposal(asked: Asked, id: string, proposalId: string, reason: string): Promise<DeedResult> {
  return onQuestion(asked, id, async (db, question) => {
    const refusal = mayKeep(asked.actor)
    if (refusal) return refused(refusal)
    const proposal = await rows.findProposal(db, id, proposalId)
    if (!proposal) return unknown
    if (proposal.outcome === 'rejected') return done(question)
    if (proposal.outcome !== null) return refused('already-settled')
    await rows.updateRejected(db, proposalId, asked.actor.id, reason)
    await record(db, {
      ...about(question),
      kind: 'question.duplicate-rejected',
      actorId: asked.actor.id,
      facts: { proposalId },
    })
    return done(question)
  })
}
