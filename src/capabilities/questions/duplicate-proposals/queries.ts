import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#community/members/actor.ts'
import type { QuestionState } from '#community/states/states.ts'
import { type Audience, seenQuestion } from '#community/visibility/visibility.ts'
import type { Db } from '#platform/db/database.ts'
import type { ProposalPace } from '../pace.ts'

export interface PointedTo {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly state: QuestionState
}

/** A proposal that waits for a moderator, with both questions as whoever looks may see them. */
export interface OpenProposal {
  readonly id: string
  readonly question: PointedTo
  /** Where it was asked before: the one that it went to, where that was merged since. */
  readonly original: PointedTo
  readonly proposedBy: { readonly id: string; readonly handle: string; readonly name: string }
  readonly reason: string | null
  readonly proposedAt: Date
}

export interface WhichProposals {
  readonly questionId?: string
  readonly proposedById?: string
  readonly limit: number
}

/** The longest waiting first. Whatever one of the two became, nobody reads of a question here that is not theirs to see. */
export async function listOpenProposals(
  db: Db,
  viewer: Viewer | Audience,
  { questionId, proposedById, limit }: WhichProposals,
): Promise<OpenProposal[]> {
  const { rows } = await sql<OpenProposal>`
    select p.id::text as id, ${pointedTo('q')} as question, ${pointedTo('t')} as original, p.reason,
      json_build_object('id', m.id::text, 'handle', m.handle, 'name', m.name) as "proposedBy",
      p.proposed_at as "proposedAt"
    from duplicate_proposals p join questions q on q.id = p.question_id ${joinOriginal}
    join members m on m.id = p.proposed_by_id
    where ${openAndSeen(viewer)}
      and ${questionId ? sql`p.question_id = ${questionId}::bigint` : sql`true`}
      and ${proposedById ? sql`p.proposed_by_id = ${proposedById}::bigint` : sql`true`}
    order by p.id limit ${limit}`.execute(db)
  return rows
}

/** Condition on `questions q`: somebody proposed it as a duplicate, and no moderator has looked at that yet. */
export const isProposed = (viewer: Viewer | Audience): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from duplicate_proposals p ${joinOriginal}
    where p.question_id = q.id and ${openAndSeen(viewer)})`

const joinOriginal = sql`join questions o on o.id = p.of_id join questions t on t.id = coalesce(o.merged_into_id, o.id)`

const openAndSeen = (viewer: Viewer | Audience) =>
  sql`p.outcome is null and t.id <> q.id and ${seenQuestion(viewer, 'q')} and ${seenQuestion(viewer, 't')}`

const pointedTo = (question: string): RawBuilder<PointedTo> => {
  const q = sql.raw(question)
  return sql`json_build_object('id', ${q}.id::text, 'slug', ${q}.slug, 'title', ${q}.title, 'state', ${q}.state)`
}

/** The question with this number, or the one it went to; null when it is not there for this viewer. */
export async function findPointedTo(db: Db, viewer: Viewer, id: string): Promise<PointedTo | null> {
  const { rows } = await sql<PointedTo>`
    select t.id::text as id, t.slug, t.title, t.state
    from questions o join questions t on t.id = coalesce(o.merged_into_id, o.id)
    where o.id = ${id}::bigint and ${seenQuestion(viewer, 't')}
      and (o.id = t.id or o.hidden_at is null and o.deleted_at is null)`.execute(db)
  return rows[0] ?? null
}

/** What was said before of just these two questions, that still counts: it waits, or a moderator rejected it. */
export async function findEarlier(db: Db, questionId: string, originalId: string): Promise<'open' | 'rejected' | null> {
  const { rows } = await sql<{ outcome: 'rejected' | null }>`
    select p.outcome from duplicate_proposals p join questions o on o.id = p.of_id
    where p.question_id = ${questionId}::bigint and coalesce(o.merged_into_id, o.id) = ${originalId}::bigint
      and (p.outcome is null or p.outcome = 'rejected')
    order by p.outcome nulls first limit 1`.execute(db)
  const [row] = rows
  return row ? (row.outcome ?? 'open') : null
}

export interface NewProposal {
  readonly questionId: string
  readonly originalId: string
  readonly proposedById: string
  readonly reason: string | null
}

export async function insertProposal(db: Db, proposal: NewProposal): Promise<string> {
  const { id } = await db
    .insertInto('duplicate_proposals')
    .values({
      question_id: proposal.questionId,
      of_id: proposal.originalId,
      proposed_by_id: proposal.proposedById,
      reason: proposal.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Proposal {
  readonly id: string
  readonly proposedById: string
  readonly outcome: 'accepted' | 'rejected' | 'lapsed' | null
  readonly rejectionReason: string | null
}

export async function findProposal(db: Db, questionId: string, id: string): Promise<Proposal | null> {
  const row = await db
    .selectFrom('duplicate_proposals')
    .select(['id', 'proposed_by_id as proposedById', 'rejection_reason as rejectionReason'])
    .select(sql<Proposal['outcome']>`outcome`.as('outcome'))
    .where('id', '=', id)
    .where('question_id', '=', questionId)
    .executeTakeFirst()
  return row ?? null
}

export async function updateRejected(db: Db, id: string, byId: string, reason: string): Promise<void> {
  await db
    .updateTable('duplicate_proposals')
    .set({ outcome: 'rejected', settled_at: sql`now()`, settled_by_id: byId, rejection_reason: reason })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

export interface SettledProposal {
  readonly id: string
  readonly questionId: string
  readonly outcome: 'accepted' | 'lapsed'
}

/**
 * A moderator said that the one is a duplicate of the other. Whoever proposed just these two, either way round, was
 * right; what else was proposed of the one has nothing to wait for any more.
 */
export async function updateSettled(
  db: Db,
  both: { id: string; originalId: string },
  byId: string,
): Promise<SettledProposal[]> {
  const [id, originalId] = [sql`${both.id}::bigint`, sql`${both.originalId}::bigint`]
  const { rows } = await sql<SettledProposal>`
    update duplicate_proposals p set settled_at = now(), settled_by_id = ${byId}::bigint, outcome = case
      when p.question_id = ${originalId} or ${originalId} in (o.id, o.merged_into_id) then 'accepted' else 'lapsed' end
    from questions o
    where o.id = p.of_id and p.outcome is null
      and (p.question_id = ${id} or p.question_id = ${originalId}
        and (${id} in (o.id, o.merged_into_id) or o.merged_into_id = ${originalId}))
    returning p.id::text as id, p.question_id::text as "questionId", p.outcome`.execute(db)
  return rows
}

/** What a member proposed in the last day. */
export async function proposalPaceOf(db: Db, memberId: string): Promise<ProposalPace> {
  const { rows } = await sql<ProposalPace>`
    select max(proposed_at) as "lastAt", count(*)::int as today from duplicate_proposals
    where proposed_by_id = ${memberId}::bigint and proposed_at > now() - interval '1 day'`.execute(db)
  return rows[0] as ProposalPace
}
