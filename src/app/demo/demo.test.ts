import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { listWrongCounts } from '#capabilities/questions/bulk/wrong-counts.ts'
import { listOpenProposals } from '#capabilities/questions/duplicate-proposals/queries.ts'
import { settleQuestion } from '#capabilities/questions/marks/queries.ts'
import { notices } from '#capabilities/questions/notices.ts'
import { questionStates } from '#community/states/states.ts'
import { findPersonalDetails } from '#community/text/mask.ts'
import { listTemplates } from '#community/topics/templates.ts'
import { findAccountByPassword } from '#platform/auth/accounts.ts'
import { testDatabase } from '#test/database.ts'
import { durationIn, readDemoContent } from './content.ts'
import { problemsOf } from './problems.ts'
import { isSeeded, seedDemo } from './seed.ts'

const content = readDemoContent()
const { db } = await testDatabase()
const now = new Date('2026-11-23T20:15:00Z')

describe('what is written for Zonnewinde', () => {
  it('fits together: everybody named is there, and nothing happens before it could', () => {
    expect(problemsOf(content)).toEqual([])
  })

  it('is at least 150 questions, a third of them of the last week, reaching back most of a year', () => {
    const ages = content.questions.map((question) => durationIn(question.ago) / 86_400_000)
    expect(content.questions.length).toBeGreaterThanOrEqual(150)
    expect(ages.filter((age) => age < 7).length / ages.length).toBeGreaterThan(0.25)
    expect(Math.max(...ages)).toBeGreaterThan(300)
  })

  it('gives away no personal details', () => {
    const texts = content.questions.flatMap((question) => [
      ...[question.title, question.body],
      ...(question.answers ?? []).flatMap((answer) => [answer.body, ...(answer.comments ?? []).map((one) => one.body)]),
    ])
    const found = texts.flatMap((text) =>
      findPersonalDetails(text, { customerNumberPattern: content.community.brand.customerNumberPattern }),
    )
    expect(found).toEqual([])
  })

  it('says what is wrong when somebody writes a mistake', () => {
    const [first, ...rest] = content.questions
    const broken = {
      ...first,
      by: 'nobody',
      product: 'zw-none',
      same: ['nobody'],
      confirmed: [{ answer: 'z', after: '1m' }],
    }
    const problems = problemsOf({ ...content, questions: [broken as typeof first & object, ...rest] })
    expect(problems.join('\n')).toMatch(/no product zw-none[\s\S]*nobody called nobody[\s\S]*no answer z/)
  })
})

describe('the first start of the demo', () => {
  it('that breaks off half-way leaves nothing, and the next one fills the database', async () => {
    const broken = {
      ...content,
      questions: content.questions.map((one, at) => (at === 40 ? { ...one, tags: ['x'.repeat(60), ''] } : one)),
    }
    await expect(seedDemo({ db }, { now, content: broken })).rejects.toThrow()
    expect(await isSeeded(db)).toBe(false)
    expect(await count('members')).toBe(0)

    expect(await seedDemo({ db }, { now, content })).toBe(true)
    expect(await isSeeded(db)).toBe(true)
    expect(await count('questions')).toBe(content.questions.length)
  })

  it('happens once', async () => {
    expect(await seedDemo({ db }, { now, content })).toBe(false)
    expect(await count('questions')).toBe(content.questions.length)
  })

  it('asks a little more on some boards, in both languages', async () => {
    const boards = await listTemplates(db, null, 'en')
    expect(boards.filter(({ prompts }) => prompts.length > 0).length).toBeGreaterThanOrEqual(3)
    const tried = (templates: typeof boards) =>
      templates.flatMap(({ prompts }) => prompts).find((one) => one.kind === 'text')
    expect(tried(boards)?.label).toBe('What have you tried?')
    expect(tried(await listTemplates(db, null, 'nl'))?.label).toBe('Wat heb je al geprobeerd?')
  })

  it('lets every demo person in with the known password', async () => {
    for (const handle of ['mira', 'henk', 'noor']) {
      expect(await findAccountByPassword(db, `${handle}@zonnewinde.example`, 'onderling-demo')).not.toBeNull()
    }
  })

  it('keeps every count as the rows say', async () => {
    expect(await listWrongCounts(db)).toEqual([])
  })

  it('shows questions in every state, as settling each by itself would', async () => {
    const states = () =>
      db
        .selectFrom('questions')
        .select(['id', 'state', 'best_answer_id', 'solved_at', 'answer_count'])
        .orderBy('id')
        .execute()
    const before = await states()
    const spread = Object.fromEntries(
      questionStates.map((state) => [state, before.filter((one) => one.state === state).length]),
    )
    expect(
      Object.values(spread).every((number) => number > 0),
      JSON.stringify(spread),
    ).toBe(true)
    for (const { id } of before) await settleQuestion(db, id, 3)
    expect(await states()).toEqual(before)
  })

  it('leaves a moderator something to decide, that a member proposed', async () => {
    const [proposal, ...others] = await listOpenProposals(db, null, { limit: 5 })
    expect(others).toEqual([])
    expect(proposal).toMatchObject({ proposedBy: { handle: 'femke' }, question: { state: 'new' } })
    expect(proposal?.original.state).toBe('confirmed')
  })

  it('tells nobody by mail, and leaves a few unread notices for fatima and henk', async () => {
    expect(await count('outgoing_mails')).toBe(0)
    const { rows } = await sql<{ handle: string; unread: number }>`
      select handle::text as handle, unread_notice_count as unread from members where unread_notice_count > 0 order by 1`.execute(
      db,
    )
    expect(rows.map((row) => row.handle)).toEqual(['fatima', 'henk'])
    expect(rows.every((row) => row.unread >= 2 && row.unread <= 5)).toBe(true)
    const kinds = await db.selectFrom('notices').select('kind').distinct().execute()
    const known = notices.map((one) => one.kind)
    expect(kinds.filter(({ kind }) => !known.includes(kind))).toEqual([])
  })

  it('leaves a year of activity that nobody lived today', async () => {
    const { rows } = await sql<{ origins: string[]; months: number; later: number }>`
      select array_agg(distinct origin) as origins, count(distinct date_trunc('month', occurred_at))::int as months,
        count(*) filter (where occurred_at > ${now}::timestamptz)::int as later
      from activity where question_id is not null`.execute(db)
    expect(rows[0]).toMatchObject({ origins: ['seeded'], later: 0 })
    expect(rows[0]?.months).toBeGreaterThanOrEqual(11)
  })

  it('can be found', async () => {
    expect(await count('findable')).toBe(content.questions.length)
  })

  it('refuses a database in which a community lives', async () => {
    await db.deleteFrom('seedings').execute()
    await expect(seedDemo({ db }, { now, content })).rejects.toThrow(/holds a community already/)
  })
})

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}
