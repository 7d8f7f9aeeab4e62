import { describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '#test/database.ts'
import { deleteDraft, deleteExpiredDrafts, findDraft, MOST_DRAFTS, saveDraft } from './queries.ts'

const { db } = await testDatabase()
const now = new Date('2026-05-01T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const visitor = { visitorHash: 'hash-of-a-visitor' }

describe('drafts', () => {
  it('the newer text of one place takes the place of the older', () =>
    rolledBack(db, async (trx) => {
      await saveDraft(trx, visitor, 'question', { body: 'een' }, now)
      await saveDraft(trx, visitor, 'question', { body: 'twee' }, later(1))
      expect(await findDraft(trx, visitor, 'question', later(1))).toEqual({
        fields: { body: 'twee' },
        savedAt: later(1),
      })
    }))

  it('a visitor’s draft is gone after thirty days', () =>
    rolledBack(db, async (trx) => {
      await saveDraft(trx, visitor, 'question', { body: 'een' }, now)
      expect(await findDraft(trx, visitor, 'question', later(29))).not.toBeNull()
      expect(await findDraft(trx, visitor, 'question', later(31))).toBeNull()
      await deleteExpiredDrafts(trx, later(31))
      expect(await trx.selectFrom('drafts').select('id').execute()).toEqual([])
    }))

  it('the oldest makes room when somebody writes in very many places', () =>
    rolledBack(db, async (trx) => {
      for (let at = 0; at <= MOST_DRAFTS; at++) {
        await saveDraft(trx, visitor, `answer:${at}`, { body: 'x' }, new Date(now.getTime() + at))
      }
      expect(await findDraft(trx, visitor, 'answer:0', now)).toBeNull()
      expect(await findDraft(trx, visitor, 'answer:1', now)).not.toBeNull()
    }))

  it('one visitor’s draft is not another’s to throw away', () =>
    rolledBack(db, async (trx) => {
      await saveDraft(trx, visitor, 'question', { body: 'een' }, now)
      await deleteDraft(trx, { visitorHash: 'somebody else' }, 'question')
      expect(await findDraft(trx, visitor, 'question', now)).not.toBeNull()
    }))
})
