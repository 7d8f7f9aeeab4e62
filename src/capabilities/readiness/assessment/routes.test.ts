import { describe, expect, it } from 'vitest'
import { createRateLimits } from '#platform/http/rate-limits.ts'
import { testDatabase } from '#test/database.ts'
import { testHouse } from '#test/house.ts'
import { readiness } from '../index.ts'
import { type Answers, noAnswers } from './answers.ts'
import { carry, readCarried } from './carried.ts'
import { exampleAnswers } from './example-brands.ts'
import { assessmentsPath, comparisonPath, questionsPath, resultPath } from './paths.ts'
import { deleteExpiredAssessments } from './queries.ts'

const database = await testDatabase()
const { server, site } = await testHouse(database, [readiness])
const { db } = database

const visit = (url: string, language = 'nl') => server.inject({ url, headers: { 'accept-language': language } })

const send = (url: string, fields: Record<string, string> = {}, language = 'nl') =>
  server.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
  })

const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const wordsOf = (html: string) =>
  main(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

const foundations = { fans: '1', cause: '0', need: '2' }
const enablers = { collaboration: '2', content: '2', patience: '1', reach: '3', capacity: '1', measurement: '2' }

/** Keeps answers as somebody; gives the address. */
async function keep(answers: Answers = exampleAnswers.energy, name = 'Dirk'): Promise<string> {
  const kept = await send(`${assessmentsPath}?a=${carry(answers)}`, { title: 'Zonnewinde', name })
  return String(kept.headers.location).split('?')[0] ?? ''
}

describe('without an account', () => {
  it('a visitor reads in both languages what it is and how long it takes, and gets no cookie', async () => {
    const [dutch, english] = [await visit('/readiness'), await visit('/readiness', 'en')]
    expect(wordsOf(dutch.body)).toContain('Tien minuten')
    expect(wordsOf(english.body)).toContain('Ten minutes')
    expect(dutch.headers['set-cookie']).toBeUndefined()
  })

  it('the answers of a step go on in the address of the next, and nothing is stored', async () => {
    const first = await send(questionsPath(), { ...foundations, 'fans-confidence': 'measured' })
    expect(first.statusCode).toBe(303)
    const second = await send(String(first.headers.location), { ...enablers, go: 'next' })
    const third = await send(String(second.headers.location), { legal: 'no', go: 'result' })
    const result = await visit(String(third.headers.location))
    expect(wordsOf(result.body)).toContain('Nog niet')
    expect(wordsOf(result.body)).toContain('Het mag niet.')
    expect(await db.selectFrom('kept_assessments').select('id').execute()).toEqual([])
  })

  it('a question that was left open is named beside it, and what was answered stays', async () => {
    const again = await send(questionsPath(), { fans: '3', 'need-note': 'Jaarverslag 2025' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('href="#field-cause"')
    expect(again.body).toMatch(/id="field-fans-3"[^>]*checked/)
    expect(again.body).toContain('Jaarverslag 2025')
  })

  it('whoever goes back sees what they answered', async () => {
    const page = await visit(questionsPath(exampleAnswers.giffgaff, 'enablers'))
    expect(page.body).toMatch(/id="field-patience-4"[^>]*checked/)
  })

  it('a result is no page for search engines and tells other sites nothing', async () => {
    const page = await visit(resultPath(exampleAnswers.energy))
    expect(page.body).toContain('<meta name="robots" content="noindex, nofollow"/>')
    expect(page.body).toContain('<meta name="referrer" content="same-origin"/>')
    expect(page.headers['cache-control']).toBe('private, no-store')
  })

  it('a result without all answers leads to the first that is missing', async () => {
    const half: Answers = { ...noAnswers, items: { fans: { answer: 1, confidence: 1 } } }
    const { statusCode, headers } = await visit(resultPath(half))
    expect([statusCode, headers.location]).toEqual([303, questionsPath(half)])
  })
})

describe('the decision', () => {
  it.each([
    ['energy', 'Nog niet', 'Het geld is op voordat een community kan dragen.'],
    ['giffgaff', 'Nu een eigen community', 'Er is iets dat mensen bij elkaar brengt.'],
    ['detergent', 'Nee, of ergens anders', 'Betere voorwaarden maken geen fundament.'],
  ] as const)('%s reads %s, with the reason', async (brand, decision, reason) => {
    const words = wordsOf((await visit(resultPath(exampleAnswers[brand]))).body)
    expect(words).toContain(decision)
    expect(words).toContain(reason)
  })

  it('a score just below the bar is not shown as the bar', async () => {
    const { items, ...rest } = exampleAnswers.energy
    const raised = { patience: 3, need: 3, capacity: 3 }
    const near = Object.entries(raised).map(([item, answer]) => [item, { answer, confidence: 0.8 }])
    const answers: Answers = { ...rest, legal: true, items: { ...items, ...Object.fromEntries(near) } }
    const words = wordsOf((await visit(resultPath(answers))).body)
    expect(words).toContain('Een proef')
    expect(words).toContain('69 van de 100')
  })

  it('whoever knows no figures is told that critical mass is unknown and blocks nothing', async () => {
    const { contactable: _, founders: __, ...unknown } = exampleAnswers.giffgaff
    const words = wordsOf((await visit(resultPath(unknown))).body)
    expect(words).toContain('Nu een eigen community')
    expect(words).toContain('Het houdt niets tegen.')
  })

  it('the table of places counts when nobody typed a number, and goes along to the growth page', async () => {
    const sources = { app: { size: 100_000, overlap: 0, permission: 0.6, conversion: 0.05 } }
    const counted: Answers = { ...exampleAnswers.energy, contactable: undefined, sources }
    const { body } = await visit(resultPath(counted))
    expect(wordsOf(body)).toContain('Samen 60.000 mensen')
    expect(body).toContain('contactable=60000')
  })
})

it('whoever changes answers reads what moved, by which change', async () => {
  const { energy } = exampleAnswers
  const better: Answers = { ...energy, items: { ...energy.items, patience: { answer: 3, confidence: 0.8 } } }
  const words = wordsOf((await visit(resultPath(better, energy))).body)
  expect(words).toMatch(/De score ging van 46 naar 52\. De uitkomst blijft: Nog niet\./)
  expect(words).toMatch(/Geduld van 25 naar 75: alleen al goed voor \+\d,\d\./)
  expect(words).toContain('Minstens 12 maanden geduld (50): nu gehaald.')
  expect(wordsOf((await visit(resultPath(energy, energy))).body)).not.toContain('Wat er veranderde')
})

it('whoever can invite more people reads what that does to the chance of enough', async () => {
  const { energy } = exampleAnswers
  const words = wordsOf((await visit(resultPath({ ...energy, contactable: 181_000 }, energy))).body)
  expect(words).toMatch(/De kans op genoeg mensen in maand 3 ging van \d+(,\d)?% naar \d+(,\d)?%\./)
})

it('whoever has answered all nine goes from any step to the result, and not before', async () => {
  const answered = await visit(questionsPath(exampleAnswers.energy, 'foundations'))
  expect(wordsOf(answered.body)).toContain('Naar de uitkomst')
  expect(wordsOf((await visit(questionsPath())).body)).not.toContain('Naar de uitkomst')
  const kept = await keep()
  const [, respondent] = /respondents\/([^"?/]+)\?/.exec((await visit(kept)).body) ?? []
  const again = await visit(`${kept}/respondents/${respondent}?step=enablers`)
  expect(wordsOf(again.body)).toContain('Naar de uitkomst')
})

describe('bad input', () => {
  it.each([
    ['250.000', 'contactable'],
    ['250,5', 'contactable'],
    ['-3', 'founders'],
    ['veel', 'founders'],
    ['99999999999999', 'contactable'],
    ['NaN', 'founders'],
  ])('%s people is not guessed at: %s is named, and the words stay', async (typed, field) => {
    const again = await send(questionsPath(exampleAnswers.energy, 'means'), { [field]: typed })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain(`href="#field-${field}"`)
    expect(wordsOf(again.body)).toContain('Schrijf hier alleen cijfers')
    expect(again.body).toContain(`value="${typed}"`)
  })

  it('more than all of them cannot be invited; per cents are read as they are written here', async () => {
    const fields = { 'app-size': '1000', 'app-overlap': '0', 'app-permission': '101', 'app-conversion': '2,5' }
    const again = await send(questionsPath(exampleAnswers.energy, 'means'), fields)
    expect(again.body).toContain('href="#field-app-permission"')
    const good = await send(questionsPath(exampleAnswers.energy, 'means'), { ...fields, 'app-permission': '60' })
    const { a } = Object.fromEntries(new URL(String(good.headers.location), 'http://x').searchParams)
    expect(readCarried(a)?.sources.app).toEqual({ size: 1000, overlap: 0, permission: 0.6, conversion: 0.025 })
  })

  it.each(['x', '%00', 'AAAA', carry(exampleAnswers.energy).slice(0, 90), 'a'.repeat(8_000)])(
    'an address that was damaged on its way (%#) says so',
    async (a) => {
      const page = await visit(`/readiness/result?a=${a}`)
      expect(page.statusCode).toBe(422)
      expect(wordsOf(page.body)).toContain('Dit adres is niet compleet')
    },
  )

  it('answers that nobody can give are not in an address', () => {
    const odd = { ...exampleAnswers.energy, items: { fans: { answer: 40, confidence: 1 } } }
    expect(readCarried(carry(odd))).toBeNull()
  })

  it('evidence that does not fit an address is said, not cut off', async () => {
    // Text that cannot be made shorter.
    const letter = (at: number) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))
    const noise = (from: number) => Array.from({ length: 500 }, (_, at) => letter(from + at)).join('')
    const notes = Object.fromEntries(Object.keys(enablers).map((item, at) => [`${item}-note`, noise(at * 500)]))
    const again = await send(questionsPath(), { ...foundations })
    const long = await send(String(again.headers.location), { ...enablers, ...notes })
    expect(long.statusCode).toBe(422)
    expect(wordsOf(long.body)).toContain('te lang voor het adres')
  })
})

describe('a kept assessment', () => {
  it('has an address that nobody can guess, of which only the hash is stored', async () => {
    const path = await keep()
    const secret = path.split('/').at(-1) ?? ''
    expect(secret).toMatch(/^[\w-]{43}$/)
    const stored = JSON.stringify(await db.selectFrom('kept_assessments').selectAll().execute())
    expect(stored).not.toContain(secret)
    const page = await visit(path)
    expect(wordsOf(page.body)).toContain('Bewaard tot')
    expect(page.headers['referrer-policy']).toBe('same-origin')
    expect((await visit(`${assessmentsPath}/${'x'.repeat(43)}`)).statusCode).toBe(404)
  })

  it('sent twice is kept once', async () => {
    const fields = { title: 'Tweemaal', name: 'Eva', _once: 'c0ffee00-0000-4000-8000-000000000001' }
    const url = `${assessmentsPath}?a=${carry(exampleAnswers.energy)}`
    const [one, other] = [await send(url, fields), await send(url, fields)]
    expect(one.headers.location).toBe(other.headers.location)
    const kept = await db.selectFrom('kept_assessments').select('id').where('title', '=', 'Tweemaal').execute()
    expect(kept).toHaveLength(1)
  })

  it('can be gone on with later, from where one was', async () => {
    const path = await keep({ ...noAnswers, items: { fans: { answer: 2, confidence: 0.8 } } })
    const page = await visit(path)
    expect(wordsOf(page.body)).toContain('1 van 9 vragen')
    expect(wordsOf(page.body)).toContain('Nog niemand heeft alle negen vragen beantwoord')
    const [respondent = ''] = /\/respondents\/\d+\?step=foundations/.exec(page.body) ?? []
    const saved = await send(`${path}${respondent}`, { ...foundations, go: 'later' })
    expect(String(saved.headers.location)).toContain(path)
    expect(wordsOf((await visit(path)).body)).toContain('3 van 9 vragen')
  })

  it('two people answer, and see where they differ and what they say together', async () => {
    const path = await keep(exampleAnswers.energy, 'Dirk')
    const joined = await send(`${path}/respondents`, { name: 'Sam' })
    const respondent = String(joined.headers.location).split('?')[0]
    await send(`${respondent}?step=foundations`, { ...foundations, need: '4' })
    await send(`${respondent}?step=enablers`, { ...enablers, patience: '3' })
    const words = wordsOf((await visit(path)).body)
    expect(words).toContain('Een brede behoefte 2 stappen uit elkaar')
    expect(words).toContain('Dirk : 6 tot 12 maanden')
    expect(words).toContain('Sam : 18 tot 24 maanden')
    expect(words).toContain('antwoorden van Dirk, Sam')
  })

  it('refuses a name that is taken, and keeps what was typed', async () => {
    const path = await keep(exampleAnswers.energy, 'Dirk')
    const again = await send(`${path}/respondents`, { name: 'Dirk' })
    expect(again.statusCode).toBe(422)
    expect(wordsOf(again.body)).toContain('Er antwoordt al iemand onder deze naam')
    expect(again.body).toContain('value="Dirk"')
  })

  it('whoever has one address cannot change the answers behind another', async () => {
    const [own, others] = [await keep(), await keep(exampleAnswers.energy, 'Iemand anders')]
    const page = (await visit(others)).body
    const [, id] = /\/respondents\/(\d+)\?/.exec(page) ?? []
    expect((await send(`${own}/respondents/${id}?step=foundations`, foundations)).statusCode).toBe(404)
    expect((await send(`${own}/respondents/${id}/deletion`)).statusCode).toBe(404)
    expect((await visit(others)).body).toContain('Iemand anders')
  })

  it('is gone at once with one button, and so are all answers', async () => {
    const path = await keep(exampleAnswers.energy, 'Weg')
    expect((await send(`${path}/deletion`)).statusCode).toBe(303)
    expect((await visit(path)).statusCode).toBe(404)
    expect(await db.selectFrom('respondents').select('id').where('name', '=', 'Weg').execute()).toEqual([])
  })

  it('disappears by itself after half a year without a change', async () => {
    const path = await keep(exampleAnswers.energy, 'Vergeten')
    await db
      .updateTable('kept_assessments')
      .set({ created_at: new Date(0), expires_at: new Date(Date.now() - 1000) })
      .execute()
    expect((await visit(path)).statusCode).toBe(404)
    expect(await deleteExpiredAssessments(db, site.now())).toBeGreaterThan(0)
    expect(await db.selectFrom('respondents').select('id').execute()).toEqual([])
  })

  it('what somebody writes stays text', async () => {
    const path = await keep({ ...exampleAnswers.energy, title: '<i>x</i>' }, '<script>alert(1)</script>')
    expect((await visit(path)).body).not.toContain('<script>alert(1)')
  })
})

describe('side by side', () => {
  it('one step higher on an answer stands beside what it is now', async () => {
    const compared = await send(comparisonPath([exampleAnswers.energy]), { step: 'patience' })
    const words = wordsOf((await visit(String(compared.headers.location))).body)
    expect(words).toContain('Geduld een stap hoger')
    expect(words).toMatch(/Geduld 25 50/)
  })

  it('several steps together are one variant', async () => {
    const form = new URLSearchParams([
      ['step', 'patience'],
      ['step', 'need'],
      ['together', 'true'],
    ])
    const compared = await server.inject({
      method: 'POST',
      url: comparisonPath([exampleAnswers.energy]),
      payload: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'nl' },
    })
    expect(wordsOf((await visit(String(compared.headers.location))).body)).toMatch(/Uitkomst Nog niet Een proef/)
  })

  it('a kept assessment joins by its address, which does not go along', async () => {
    const path = await keep(exampleAnswers.giffgaff)
    const compared = await send(comparisonPath([exampleAnswers.energy]), { other: `http://localhost:3000${path}` })
    const { body } = await visit(String(compared.headers.location))
    expect(wordsOf(body)).toContain('Nu een eigen community')
    expect(body).not.toContain(path)
  })

  it('an address that leads to no result, or a fifth column, is refused in words', async () => {
    const other = await send(comparisonPath([exampleAnswers.energy]), { other: 'https://elders.example/' })
    expect([other.statusCode, wordsOf(other.body)]).toEqual([
      422,
      expect.stringContaining('geen uitkomst die we kunnen lezen'),
    ])
    const four = Array.from({ length: 4 }, () => exampleAnswers.energy)
    const fifth = await send(comparisonPath(four), { step: 'patience' })
    expect([fifth.statusCode, wordsOf(fifth.body)]).toEqual([422, expect.stringContaining('Er passen vier kolommen')])
  })
})

it('nobody makes addresses without end', async () => {
  const limits = createRateLimits(database.pool)
  const asker = { address: '198.51.100.7' }
  for (let made = 0; made < 20; made++) expect((await limits.spend('new-assessment', asker)).allowed).toBe(true)
  expect((await limits.spend('new-assessment', asker)).allowed).toBe(false)
})
