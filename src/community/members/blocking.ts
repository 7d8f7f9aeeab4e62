import { deed } from '#community/activity/deed.ts'
import { record } from '#community/activity/record.ts'
import type { Brand } from '#community/brand/brand.ts'
import { insertDecision } from '#community/decisions/decisions.ts'
import { mailLayout } from '#community/mail/mail-layout.tsx'
import type { Actor } from '#community/members/actor.ts'
import type { Site } from '#community/site.ts'
import { findAccount } from '#platform/auth/accounts.ts'
import type { Db } from '#platform/db/database.ts'
import { translator } from '#platform/i18n/translate.ts'
import { type LockedMember, lockMember, updateBlock } from './keeping-queries.ts'
import { type KeepingRefusal, mayBlock, mayUnblock } from './keeping-rules.ts'

export interface Keeping {
  readonly site: Site
  readonly brand: Brand
  readonly now: Date
}

export type Kept<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'refused'; readonly reason: KeepingRefusal }

/** From the next request on this member reads but writes nothing; the reason goes to them by mail. Null: no such member. */
export const blockMember = (keeping: Keeping, actor: Actor, handle: string, reason: string) =>
  decide(keeping, actor, handle, { kind: 'block', reason })

export const unblockMember = (keeping: Keeping, actor: Actor, handle: string, reason: string) =>
  decide(keeping, actor, handle, { kind: 'unblock', reason })

interface Block {
  readonly kind: 'block' | 'unblock'
  readonly reason: string
}

function decide(keeping: Keeping, actor: Actor, handle: string, block: Block): Promise<Kept<LockedMember> | null> {
  const { site, now } = keeping
  const { kind, reason } = block
  return deed(site, async (db) => {
    const member = await lockMember(db, handle)
    if (!member) return null
    const refusal = kind === 'block' ? mayBlock(actor, member) : mayUnblock(actor, member)
    if (refusal) return { outcome: 'refused', reason: refusal }
    await updateBlock(db, member.id, kind === 'block' ? { byId: actor.id, reason, at: now } : null)
    const decisionId = await writeDown(db, actor, member, block)
    await mailReason(db, keeping, member, block, decisionId)
    return { outcome: 'done', value: member }
  })
}

async function writeDown(db: Db, actor: Actor, member: LockedMember, { kind, reason }: Block): Promise<string> {
  const decisionId = await insertDecision(db, {
    kind,
    subjectKind: 'member',
    subjectId: member.id,
    affectedId: member.id,
    madeById: actor.id,
    reason,
  })
  await record(db, {
    kind: kind === 'block' ? 'member.blocked' : 'member.unblocked',
    actorId: actor.id,
    subjectKind: 'member',
    subjectId: member.id,
    facts: { decisionId },
  })
  return decisionId
}

async function mailReason(
  db: Db,
  { site, brand }: Keeping,
  member: LockedMember,
  { kind, reason }: Block,
  decisionId: string,
) {
  const account = member.accountId === null ? null : await findAccount(db, member.accountId)
  if (!account) return
  const language = member.language ?? brand.language
  const t = translator(language, brand.addressForm)
  const name = kind === 'block' ? 'blocked' : 'unblocked'
  const letter = {
    subject: t(`membership.mail.${name}.subject`, { brand: brand.name }),
    greeting: greetingOf(t, member.name),
    paragraphs: [t(`membership.mail.${name}.body`)],
    quote: reason,
    after: kind === 'block' ? [t('membership.mail.blocked.after')] : [],
    sender: t('membership.mail.sender', { brand: brand.name }),
    why: t(`membership.mail.${name}.why`, { brand: brand.name }),
  }
  await site.mailer.queue(db, {
    ...mailLayout(letter, brand, language),
    messageKey: `decision:${decisionId}`,
    kind: `membership-${name}`,
    memberId: member.id,
    to: account.email,
  })
}

/** Mail programs make links of what looks like an address: such a name is not greeted by name. */
function greetingOf(t: ReturnType<typeof translator>, name: string): string {
  if (/[.:/@\\]/.test(name)) return t('membership.mail.greeting')
  return t('membership.mail.greetingByName', { name })
}
