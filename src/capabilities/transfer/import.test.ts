import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as bulk from '#capabilities/questions/bulk/queries.ts'
import { settleQuestions } from '#capabilities/questions/bulk/settle.ts'
import { listWrongCounts } from '#capabilities/questions/bulk/wrong-counts.ts'
import { answerPath } from '#capabilities/questions/paths.ts'
import { testDatabase } from '#test/database.ts'
import { importStackExchange } from './actions.ts'
import { findOldAddress } from './old-addresses.ts'
import type { ImportReport } from './report.ts'

const { db } = await testDatabase()
const site = { db, signals: { send: () => {} } }
const receiver = { ...bulk, settleQuestions, answerPath }
const fixture = join(import.meta.dirname, '../../../test/fixtures/stackexchange/conlang.meta.stackexchange.com')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('an excerpt of a real community', () => {
  let report: ImportReport
  beforeAll(async () => {
    report = await importStackExchange(site, receiver, fixture)
  })

  it('comes in whole, and nothing in it is broken', async () => {
    expect(report.problems).toEqual([])
    expect(await counts()).toEqual({
      questions: rowsOf('Posts', 'PostTypeId="1"'),
      answers: rowsOf('Posts', 'PostTypeId="2"'),
      comments: rowsOf('Comments', '<row'),
    })
    expect(await listWrongCounts(db)).toEqual([])
  })

  it('keeps what its askers accepted, and what was closed as a duplicate', async () => {
    const states = await db.selectFrom('questions').select(['state', 'title', 'closed_at', 'duplicate_of_id']).execute()
    const accepted = rowsOf('Posts', 'AcceptedAnswerId=')
    expect(states.filter((one) => ['confirmed', 'duplicate'].includes(one.state)).length).toBeGreaterThanOrEqual(
      accepted,
    )
    const duplicate = states.find((one) => one.state === 'duplicate')
    expect(duplicate?.closed_at).toEqual(new Date('2018-05-20T17:02:28.207Z'))
    expect(duplicate?.duplicate_of_id).not.toBeNull()
  })

  it('begins thanks with the up-votes, without a row per voter', async () => {
    const { rows } = await sql<{ thanks: number }>`
      select a.thanks_count as thanks from answers a join imported_things t on t.thing_id = a.id and t.kind = 'answer'
      where t.source_key = '2'`.execute(db)
    expect(rows[0]?.thanks).toBe(rowsOf('Votes', 'PostId="2" VoteTypeId="2"'))
    expect(await count('thanks')).toBe(0)
  })

  it('says which things of the dump are not kept', () => {
    expect(report.leftOut.get('down-vote')).toBe(rowsOf('Votes', 'VoteTypeId="3"'))
    expect(report.leftOut.get('tag wiki')).toBe(1)
    expect(report.leftOut.get('tag description')).toBe(1)
  })

  it('names the author, the licence and the place of each post', async () => {
    const { rows } = await sql<{ credit: unknown }>`
      select credit from imported_things where kind = 'question' and source_key = '1'`.execute(db)
    expect(rows[0]?.credit).toMatchObject({
      author: expect.stringMatching(/./),
      authorUrl: 'https://conlang.meta.stackexchange.com/users/14',
      url: 'https://conlang.meta.stackexchange.com/q/1',
      licence: 'CC BY-SA 3.0',
    })
    const { rows: bare } = await sql`
      select source_key from imported_things where kind in ('question', 'answer', 'comment') and credit is null`.execute(
      db,
    )
    expect(bare).toEqual([])
  })

  it('brings people who cannot sign in, and tells nobody', async () => {
    expect(await count('auth_users')).toBe(0)
    expect(await count('members')).toBeGreaterThan(rowsOf('Users', '<row') - 1)
    expect(await count('notices')).toBe(0)
    const { rows } = await sql<{
      origins: string[]
    }>`select array_agg(distinct origin) as origins from activity`.execute(db)
    expect(rows[0]?.origins).toEqual(['imported'])
  })

  it('makes Markdown of what was HTML', async () => {
    const bodies = await db.selectFrom('questions').select('body').execute()
    const answers = await db.selectFrom('answers').select('body').execute()
    const texts = [...bodies, ...answers].map((one) => one.body)
    expect(texts.filter((text) => /<\/?(?:p|strong|em|li|pre|code)>/i.test(text))).toEqual([])
    expect(texts.some((text) => text.includes('**'))).toBe(true)
    expect(texts.some((text) => /\]\(https?:/.test(text))).toBe(true)
  })

  it('leads old addresses to their new place, with any words behind the number', async () => {
    const question = await db
      .selectFrom('imported_things')
      .select('thing_id')
      .where('kind', '=', 'question')
      .where('source_key', '=', '1')
      .executeTakeFirstOrThrow()
    const answer = await db
      .selectFrom('imported_things')
      .select('thing_id')
      .where('kind', '=', 'answer')
      .where('source_key', '=', '2')
      .executeTakeFirstOrThrow()
    const path = `/questions/${question.thing_id}`
    for (const old of [
      '/questions/1',
      '/questions/1/any-words',
      '/q/1',
      '/q/1/14',
      '/import/conlang-meta-stackexchange-com/questions/1/x',
    ]) {
      expect(await findOldAddress(db, old), old).toBe(path)
    }
    for (const old of ['/a/2', '/questions/1/any-words/2', '/a/2/14']) {
      expect(await findOldAddress(db, old), old).toBe(answerPath(question.thing_id, answer.thing_id))
    }
    expect(await findOldAddress(db, '/users/14/whoever')).toMatch(/^\/members\//)
    for (const strange of ['/questions/999', '/questions', '/q/1e5', '/a/%00', `/q/${'9'.repeat(400)}`]) {
      expect(await findOldAddress(db, strange), strange).toBeNull()
    }
    // Our own questions begin above the numbers of the source.
    expect(Number(question.thing_id)).toBeGreaterThan(119)
  })

  it('is found', async () => {
    expect(await count('findable')).toBe(rowsOf('Posts', 'PostTypeId="1"'))
  })

  it('run again adds nothing and changes nothing', async () => {
    const snapshot = async () => ({
      ...(await counts()),
      members: await count('members'),
      activity: await count('activity'),
      marks: await count('marks'),
      questions: await db.selectFrom('questions').selectAll().orderBy('id').execute(),
    })
    const before = await snapshot()
    const again = await importStackExchange(site, receiver, fixture)
    expect(await snapshot()).toEqual(before)
    expect(again.of('questions')).toMatchObject({ made: 0, known: rowsOf('Posts', 'PostTypeId="1"') })
    expect(await listWrongCounts(db)).toEqual([])
  })
})

describe('an import that is stopped', () => {
  it('continues where it was', async () => {
    const stopper = new AbortController()
    const folder = copyOf(fixture, 'halfway')
    const stopped = await importStackExchange(site, receiver, folder, {
      signal: stopper.signal,
      onProgress: (stage) => stage === 'answers' && stopper.abort(),
    })
    expect(stopped.isStopped).toBe(true)
    expect(stopped.of('answers').made).toBe(0)
    const report = await importStackExchange(site, receiver, folder)
    expect(report.isStopped).toBe(false)
    expect(report.of('questions')).toMatchObject({ made: 0, known: rowsOf('Posts', 'PostTypeId="1"') })
    expect(report.of('answers').made).toBe(rowsOf('Posts', 'PostTypeId="2"'))
    expect(await listWrongCounts(db)).toEqual([])
  })
})

describe('a dump with broken rows', () => {
  const post = (id: string, more: string, body = '&lt;p&gt;Words&lt;/p&gt;') =>
    `<row Id="${id}" PostTypeId="1" CreationDate="2020-01-01T10:00:00.000" Score="1" Title="Title ${id}" Tags="&lt;a&gt;" Body="${body}" ${more} />`
  const answer = (id: string, parent: string, more = 'OwnerUserId="1"') =>
    `<row Id="${id}" PostTypeId="2" ParentId="${parent}" CreationDate="2020-01-02T10:00:00.000" Score="5" Body="&lt;p&gt;Answer&lt;/p&gt;" ${more} />`

  it('says which line is broken, and keeps the others', async () => {
    const folder = dumpOf({
      Users: [
        '<row Id="1" DisplayName="Zoë" CreationDate="2019-01-01T00:00:00.000" />',
        '<row Id="2" CreationDate="2019-01-01T00:00:00.000" />',
        '<row Id="1" DisplayName="Twice" CreationDate="2019-01-01T00:00:00.000" />',
      ],
      Posts: [
        answer('20', '10'),
        post('10', 'OwnerUserId="1" AcceptedAnswerId="20"'),
        post('11', 'OwnerUserId="99"'),
        post('12', ''),
        post('13', 'OwnerUserId="1"', 'an & b < c'),
        post('14', 'OwnerUserId="1"').replace('2020-01-01T10', '2020-13-41T99'),
        post('10', 'OwnerUserId="1"'),
        answer('21', '404'),
        post('15', 'OwnerDisplayName="user77"'),
        '<row Id="x1" PostTypeId="1" />',
        '<row Id="30" PostTypeId="4" CreationDate="2020-01-01T10:00:00.000" Body="excerpt" />',
        post('16', 'OwnerUserId="1" AcceptedAnswerId="20"'),
        post('17', 'OwnerUserId="1"', '&lt;p&gt;bell &#x7; and &#0;nothing&lt;/p&gt;'),
        '<row Id="18" PostTypeId="1" Title="cut',
        post('19', 'OwnerUserId="1"'),
      ],
    })
    const report = await importStackExchange(site, receiver, folder)
    const lines = report.problems.map(({ file, line, words }) => `${file} ${line}: ${words}`)
    expect(lines.join('\n')).toMatch(/^Users 4: has no DisplayName$/m)
    expect(lines.join('\n')).toMatch(/^Users 5: Id 1 was there before/m)
    expect(lines.join('\n')).toMatch(/^Posts 5: its author 99 is not in Users.xml$/m)
    expect(lines.join('\n')).toMatch(/^Posts 6: has no author$/m)
    expect(lines.join('\n')).toMatch(/^Posts 7: the row is not well-formed/m)
    expect(lines.join('\n')).toMatch(/^Posts 8: CreationDate is no date/m)
    expect(lines.join('\n')).toMatch(/^Posts 9: Id 10 was there before/m)
    expect(lines.join('\n')).toMatch(/^Posts 10: its question 404 did not come in$/m)
    expect(lines.join('\n')).toMatch(/^Posts 12: Id is no number/m)
    expect(lines.join('\n')).toMatch(/^Posts 14: its accepted answer 20 is not one of its answers$/m)
    expect(lines.join('\n')).toMatch(/^Posts 16: the row is not well-formed/m)
    expect(lines.length).toBe(11)
    expect(report.of('questions')).toMatchObject({ made: 5 })
    const rows = await db
      .selectFrom('questions')
      .innerJoin('boards', 'boards.id', 'board_id')
      .select(['title', 'state'])
      .where('boards.slug', '=', report.source)
      .orderBy('questions.id')
      .execute()
    expect(rows.map((one) => one.title)).toEqual(['Title 10', 'Title 15', 'Title 16', 'Title 17', 'Title 19'])
    expect(rows[0]?.state).toBe('confirmed')
    expect(await listWrongCounts(db)).toEqual([])
  })

  it('takes no harm from hostile text', async () => {
    const hostile =
      '&lt;p onclick=&quot;x()&quot;&gt;Hi &lt;script&gt;alert(1)&lt;/script&gt;&lt;a href=&quot;javascript:alert(1)&quot;&gt;click&lt;/a&gt; &lt;img src=x onerror=alert(1)&gt; @mira&lt;/p&gt;'
    const deep = `${'&lt;div&gt;'.repeat(3_000)}deep${'&lt;/div&gt;'.repeat(3_000)}`
    const folder = dumpOf({
      Users: [
        '<row Id="1" DisplayName="&lt;img src=x onerror=alert(1)&gt;" CreationDate="2019-01-01T00:00:00.000" AboutMe="mail me: jan@example.org" />',
      ],
      Posts: [
        post('1', 'OwnerUserId="1"', hostile).replace('Title 1', '&lt;script&gt;alert(1)&lt;/script&gt;'),
        post('2', 'OwnerUserId="1"', deep),
        post('3', 'OwnerUserId="1"', `&lt;p&gt;${'long '.repeat(100_000)}&lt;/p&gt;`),
        post(
          '4',
          'OwnerUserId="1" Constructor="x" __proto__="y"',
          '&lt;pre&gt;&lt;code&gt;a &amp;lt; b\n```\n&lt;/code&gt;&lt;/pre&gt;',
        ),
      ],
    })
    const report = await importStackExchange(site, receiver, folder)
    const rows = await db
      .selectFrom('questions')
      .innerJoin('boards', 'boards.id', 'board_id')
      .select(['title', 'html', 'body'])
      .where('boards.slug', '=', report.source)
      .execute()
    expect(rows.map((one) => one.html).join('')).not.toMatch(/<script|onerror=|javascript:|onclick|class="mention"/)
    expect(report.problems.map((one) => one.words)).toEqual([expect.stringMatching(/longer than a post/)])
    const about = await db
      .selectFrom('members')
      .select('about')
      .where('about', 'like', 'mail me%')
      .executeTakeFirstOrThrow()
    expect(about.about).not.toContain('jan@')
  })

  it('ends with a clear message when a file stops half-way', async () => {
    const folder = copyOf(fixture, 'truncated')
    const posts = readFileSync(join(folder, 'Posts.xml'), 'utf8')
    writeFileSync(join(folder, 'Posts.xml'), posts.slice(0, posts.length / 2))
    await expect(importStackExchange(site, receiver, folder)).rejects.toThrow(
      /Posts\.xml is not whole: it stops after \d+ bytes/,
    )
  })

  it('ends with a clear message when the folder is none, or the board is not there', async () => {
    await expect(importStackExchange(site, receiver, '/nowhere')).rejects.toThrow(/There is no folder/)
    await expect(importStackExchange(site, receiver, tmpdir())).rejects.toThrow(/holds no Users.xml/)
    await expect(importStackExchange(site, receiver, fixture, { board: 'no-such' })).rejects.toThrow(
      /There is no board/,
    )
    const folder = copyOf(fixture, 'page')
    writeFileSync(join(folder, 'Users.xml'), `${'<html><body>Not found</body></html>'}`)
    await expect(importStackExchange(site, receiver, folder)).rejects.toThrow(/does not begin like a file/)
  })
})

function rowsOf(file: string, marker: string): number {
  return readFileSync(join(fixture, `${file}.xml`), 'utf8')
    .split('\n')
    .filter((line) => line.includes('<row') && line.includes(marker)).length
}

async function counts() {
  return { questions: await count('questions'), answers: await count('answers'), comments: await count('comments') }
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

function copyOf(source: string, name: string): string {
  const folder = join(newFolder(), name)
  cpSync(source, folder, { recursive: true })
  return folder
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onderling-dump-'))
  folders.push(folder)
  return folder
}

function dumpOf(files: Record<string, string[]>): string {
  const folder = newFolder()
  for (const [name, rows] of Object.entries(files)) {
    const root = name.toLowerCase()
    writeFileSync(
      join(folder, `${name}.xml`),
      `<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${rows.map((row) => `  ${row}\n`).join('')}</${root}>\n`,
    )
  }
  return folder
}
