import type { Site } from '#community/site.ts'
import { type Db, inTransaction } from '#platform/db/database.ts'
import { type Answers, noAnswers } from './answers.ts'
import * as rows from './queries.ts'
import { hashOfSecret, secretFor } from './secret-address.ts'

/** After the last change; said on the page. */
export const KEPT_DAYS = 180
export const MOST_RESPONDENTS = 20

/** "unknown" when nothing is kept under this secret, or not any more. */
export type Outcome<T> = { done: T } | { refused: 'name-taken' | 'too-many' } | 'unknown'

interface Kept {
  readonly title: string
  readonly name: string
  readonly answers: Answers
}

/** Answers the secret of its address. Sent twice, it is kept once. */
export async function keepAssessment(site: Site, kept: Kept, once: unknown): Promise<string> {
  const secret = secretFor(site.secret('kept-assessments'), once, kept)
  const now = site.now()
  await inTransaction(site.db, async (db) => {
    const secretHash = hashOfSecret(secret)
    const assessment = await rows.insertKeptAssessment(db, {
      secretHash,
      title: kept.title,
      expiresAt: expiryAt(now),
      now,
    })
    if (assessment.isNew) {
      await rows.insertRespondent(db, { assessmentId: assessment.id, name: kept.name, answers: kept.answers, now })
    }
  })
  return secret
}

/** One more person answers; gives their id. */
export function addRespondent(site: Site, secret: string, name: string): Promise<Outcome<string>> {
  return onKept<string>(site, secret, async (db, assessmentId) => {
    if ((await rows.countRespondents(db, assessmentId)) >= MOST_RESPONDENTS) return { refused: 'too-many' }
    const id = await rows.insertRespondent(db, { assessmentId, name, answers: noAnswers, now: site.now() })
    return id === null ? { refused: 'name-taken' } : { done: id }
  })
}

export function saveAnswers(site: Site, secret: string, id: string, answers: Answers): Promise<Outcome<null>> {
  return onKept(site, secret, async (db, assessmentId) =>
    (await rows.updateAnswers(db, { assessmentId, id, answers, now: site.now() })) ? { done: null } : 'unknown',
  )
}

export function removeRespondent(site: Site, secret: string, id: string): Promise<Outcome<null>> {
  return onKept(site, secret, async (db, assessmentId) =>
    (await rows.deleteRespondent(db, assessmentId, id)) ? { done: null } : 'unknown',
  )
}

/** All of it, at once and for good. False when there was nothing. */
export const deleteAssessment = (site: Site, secret: string): Promise<boolean> =>
  rows.deleteKeptAssessment(site.db, hashOfSecret(secret))

async function onKept<T>(
  site: Site,
  secret: string,
  work: (db: Db, assessmentId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const now = site.now()
  return inTransaction(site.db, async (db) => {
    const kept = await rows.lockKeptAssessment(db, hashOfSecret(secret), now)
    if (!kept) return 'unknown'
    const outcome = await work(db, kept.id)
    if (outcome !== 'unknown' && 'done' in outcome) await rows.updateExpiry(db, kept.id, expiryAt(now))
    return outcome
  })
}

const expiryAt = (now: Date): Date => new Date(+now + KEPT_DAYS * 86_400_000)
