import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testHouse } from '#test/house.ts'
import { readiness } from '../index.ts'
import { businessCasePath, businessCaseWith, caseFilePath, openCasePath, resultsPath, teiPath } from '../paths.ts'
import type { CaseWords } from './case-fields.ts'
import { firstWords } from './case-words.ts'
import { asFormBody } from './forms.ts'
import { readCaseText } from './read-case.ts'

const { server, site } = await testHouse(await testDatabase(), [readiness])

const look = (url: string, language = 'nl') => server.inject({ url, headers: { 'accept-language': language } })

/** The form as a browser sends it, with some fields changed. */
function send(
  url: string,
  changes: Record<string, string> = {},
  { language = 'nl', objectives = firstWords('mid', 'nl').objectives as readonly string[] } = {},
) {
  const words: CaseWords = firstWords('mid', language as 'nl')
  const body = new URLSearchParams({ size: 'mid', ...words.fields, runs: '2000', ...changes })
  for (const one of objectives) body.append('objectives', one)
  return server.inject({
    method: 'POST',
    url,
    headers: { 'accept-language': language, 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  })
}

function sendFile(text: string, language = 'nl') {
  const boundary = 'grens'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="case.json"\r\n`
  return server.inject({
    method: 'POST',
    url: openCasePath,
    headers: { 'accept-language': language, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${head}content-type: application/json\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  })
}

const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')

describe('a director opens the business case', () => {
  it('and reads in both languages that a community beside a call centre does not pay', async () => {
    const [dutch, english] = await Promise.all([look(businessCasePath), look(businessCasePath, 'en')])
    expect([dutch.statusCode, english.statusCode]).toEqual([200, 200])
    expect(textOf(dutch.body)).toContain('Dit verdient zich niet terug binnen 36 maanden.')
    expect(textOf(dutch.body)).toContain('€ -396.313')
    expect(textOf(english.body)).toContain('This does not pay within 36 months.')
    expect(textOf(english.body)).toContain('-€396,313')
    expect(textOf(english.body)).toContain('The server calculated 20,000 runs instead of 100,000')
  })

  it('and gets pictures without any style that the security policy would refuse', async () => {
    const { body } = await look(businessCasePath)
    expect(body.match(/class="chart-drawing"/g)).toHaveLength(8)
    expect(body).not.toMatch(/\sstyle=|<style/)
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('of a small brand, which begins with other numbers', async () => {
    const { body } = await look(`${businessCasePath}?size=small`)
    expect(body).toContain('name="sessions.mode" value="75000"')
  })

  it('from the readiness result, with the chance of stalling that came out there', async () => {
    const one = await look(businessCaseWith(0.12))
    expect(one.body).toContain('name="stall.mode" value="12"')
    expect(textOf(one.body)).toContain('is overgenomen uit de uitkomst van de vragenlijst: 12%')
    const range = await look(businessCaseWith([0.1, 0.2, 0.35]))
    expect(range.body).toContain('name="stall.high" value="35"')
    for (const wrong of ['2', 'veel', '0.5,0.1,0.2', '-1', '0.1,0.2']) {
      const answer = await look(`${businessCasePath}?stall=${wrong}`)
      expect([wrong, textOf(answer.body).includes('was niet te lezen')]).toEqual([wrong, true])
    }
  })
})

it('made-up chances of stalling keep no page: those of others stay', async () => {
  await look(businessCasePath)
  const before = site.pageCache.size
  for (const chance of [0.31, 0.32]) expect((await look(businessCaseWith(chance))).statusCode).toBe(200)
  expect([before > 0, site.pageCache.size]).toEqual([true, before])
})

describe('a director changes the numbers', () => {
  it('and the server calculates what was sent', async () => {
    const { statusCode, body } = await send(businessCasePath, { 'fte.kind': 'number', 'fte.mode': '0,5' })
    expect(statusCode).toBe(200)
    expect(body).toContain('name="fte.mode" value="0,5"')
    expect(textOf(body)).not.toContain('€ -396.313')
  })

  it('counts another objective, and finds it in the table', async () => {
    const { body } = await send(businessCasePath, {}, { objectives: ['service', 'testing', 'reputation', 'partners'] })
    expect(textOf(body)).toContain('Producten testen Hard')
    expect(textOf(body)).not.toContain('Marktonderzoek Hard')
  })

  it('says what overlaps, and that is taken off', async () => {
    const before = await send(caseFilePath)
    expect(before.json()).not.toHaveProperty('overlaps')
    const overlap = { 'overlap0.of': 'ideas', 'overlap0.countedIn': 'research', 'overlap0.share': '50' }
    const after = await send(caseFilePath, overlap)
    expect(after.json()).toMatchObject({ overlaps: [{ of: 'ideas', countedIn: 'research', share: 0.5 }] })
  })

  it.each([
    ['sessions.mode', '500.000', 'Bezoeken per jaar: ‘500.000’ kan op twee manieren worden gelezen'],
    ['sessions.mode', '1.000,50', 'kan op twee manieren worden gelezen'],
    ['sessions.low', '', 'Bezoeken per jaar: Hier moet een getal staan.'],
    ['sessions.low', '2000000', 'Bezoeken per jaar: De laagste'],
    ['found.high', '150', 'van 0 tot en met 100'],
    ['costContact.low', '-4', 'Kosten van één contact'],
    ['costContact.low', 'NaN', '‘NaN’ is geen getal'],
    ['oneOff.high', 'Infinity', '‘Infinity’ is geen getal'],
    ['horizon', '0', 'Looptijd in maanden'],
    ['horizon', '1000', 'van 12 tot en met 60'],
    ['horizon', '12,5', 'Looptijd in maanden'],
    ['runs', '99999999', 'Aantal trekkingen'],
    ['found.successes', '10', 'Hier moet een getal staan'],
  ])(
    'but %s cannot be “%s”: the field is named, what is allowed is said, and the words are kept',
    async (field, typed, said) => {
      const { statusCode, body } = await send(businessCasePath, { [field]: typed })
      expect(statusCode).toBe(422)
      expect(textOf(body).toLowerCase()).toContain(said.toLowerCase())
      expect(body).toContain(typed ? `name="${field}" value="${typed}"` : `name="${field}" value `)
      expect(body).toContain('name="margin.mode" value="80"')
    },
  )

  it('or sends a form of nothing, or of nonsense, and gets the form again with what is missing', async () => {
    for (const payload of ['', 'sessions.kind=constructor&objectives=toString', 'objectives=service&size=enormous']) {
      const answer = await server.inject({
        method: 'POST',
        url: businessCasePath,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      })
      expect([payload, answer.statusCode]).toEqual([payload, 422])
    }
  })

  it('and is asked for an objective when none is left', async () => {
    const { statusCode, body } = await send(businessCasePath, {}, { objectives: [] })
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain('Kies ten minste één doel.')
  })

  it('in English with a comma, and is told to use a point', async () => {
    const { statusCode, body } = await send(businessCasePath, { 'fte.mode': '2,5' }, { language: 'en' })
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain('“2,5” can be read in two ways. Write a point for decimals')
  })

  it('and everything zero is not calculated', async () => {
    const zeros = Object.fromEntries(
      Object.keys(firstWords('mid', 'nl').fields).map((name) => [
        name,
        name.endsWith('.kind') ? 'number' : name.endsWith('.mode') ? '0' : '',
      ]),
    )
    const { statusCode } = await send(businessCasePath, {
      ...zeros,
      horizon: '36',
      discount: '10',
      seed: '1',
      runs: '1000',
    })
    expect(statusCode).toBe(422)
  })
})

describe('a director saves', () => {
  it('a file that the command line reads, and opens it again with nothing lost', async () => {
    const saved = await send(caseFilePath, { 'sessions.kind': 'quantiles', 'found.successes': '60', 'found.of': '120' })
    expect(saved.headers['content-disposition']).toContain('business-case.json')
    const read = readCaseText(saved.body)
    if (!('input' in read)) throw new Error(JSON.stringify(read.problems))
    expect(read.input.inputs.sessions).toEqual({ p10: 150_000, p50: 500_000, p90: 1_500_000 })
    expect(read.input.inputs.found).toEqual({ pert: [0.3, 0.5, 0.7], measured: { successes: 60, of: 120 } })
    const opened = await sendFile(saved.body)
    expect(opened.statusCode).toBe(200)
    expect(opened.body).toContain('name="found.of" value="120"')
    expect(opened.body).toContain('name="runs" value="2000"')
  })

  it('a table for a Dutch spreadsheet, and one for an English one', async () => {
    const dutch = await send(resultsPath)
    expect(dutch.body.charCodeAt(0)).toBe(0xfeff)
    expect(dutch.body).toContain('Netto contante waarde, waarschijnlijkste waarden;-396313,4')
    const english = await send(`${resultsPath}?notation=other`)
    expect(english.body).toContain('"Netto contante waarde, waarschijnlijkste waarden",-396313.4')
  })
})

describe('a director opens a file', () => {
  it('of the worked example, and finds its figures', async () => {
    const example = readFileSync(new URL('./examples/r1.json', import.meta.url), 'utf8')
    const { statusCode, body } = await sendFile(example)
    expect(statusCode).toBe(200)
    expect(textOf(body)).toContain('€ -396.313')
  })

  it.each([
    ['{', 'Dit is geen JSON'],
    ['', 'Er staat niets in'],
    ['[]', ''],
    ['{"inputs":{"sesions":5}}', 'inputs.sesions'],
    ['{"inputs":{"sessions":{"pert":[3,2,1]}}}', 'inputs.sessions'],
    ['{"inputs":{"sessions":"1.000"}}', 'inputs.sessions'],
    ['{"horizonMonths":1000,"inputs":{}}', 'horizonMonths'],
    [`"${'x'.repeat(1_000_001)}"`, 'te groot'],
  ])('that does not read, and is told where (%#)', async (text, said) => {
    const { statusCode, body } = await sendFile(text)
    expect(statusCode).toBe(422)
    expect(textOf(body)).toContain(said)
  })

  it('that does not read, and what stood in the other form is still there', async () => {
    const words = {
      size: 'mid' as const,
      objectives: ['service' as const],
      fields: { 'fte.mode': '3,25', horizon: '48' },
    }
    const boundary = 'grens'
    const part = (name: string, value: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const { body } = await server.inject({
      method: 'POST',
      url: openCasePath,
      headers: { 'accept-language': 'nl', 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${part('before', asFormBody(words))}${part('json', '{"inputs":')}--${boundary}--\r\n`,
    })
    expect(body).toContain('name="fte.mode" value="3,25"')
    expect(body).toContain('name="horizon" value="48"')
    expect(textOf(body)).toContain('Dit is geen JSON')
    expect(body).toContain('{&quot;inputs&quot;:')
  })

  it('with a name that tries to be markup, and it stays text', async () => {
    const { body } = await sendFile('{"inputs":{"<img src=x onerror=alert(1)>":5}}')
    expect(body).not.toContain('<img src=x')
  })

  it('of a published table, and gets it recalculated', async () => {
    const line = { name: 'Winst', base: 1_000_000, rates: [[0.1, 0.1, 0.1]], lag: 1, margin: 0.5, riskAdjustment: 0.2 }
    const { statusCode, body } = await sendFile(JSON.stringify({ mode: 'tei', tei: [line] }))
    expect(statusCode).toBe(200)
    // Year 2: 1,000,000 × 0.1 × 0.5 × 0.8.
    expect(textOf(body)).toContain('Winst € 0 € 40.000 € 44.000')
  })
})

describe('a table of a consultancy', () => {
  const body = (changes: Record<string, string>) => ({
    method: 'POST' as const,
    url: teiPath,
    headers: { 'accept-language': 'nl', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      years: '3',
      discount: '10',
      'tei0.name': 'Winst',
      'tei0.base': '1000000',
      'tei0.rates': '10 ; 10 ; 10',
      'tei0.lag': '1',
      'tei0.margin': '50',
      'tei0.risk': '20',
      ...changes,
    }).toString(),
  })

  it('is recalculated from the form', async () => {
    const { statusCode, body: html } = await server.inject(body({}))
    expect(statusCode).toBe(200)
    expect(textOf(html)).toContain('Winst € 0 € 40.000 € 44.000')
  })

  it.each([
    ['tei0.base', '1.000.000', 'Opbrengst 1, Uitgangsbedrag'],
    ['tei0.rates', '10', 'Opbrengst 1, Percentages'],
    ['tei0.margin', '150', 'Opbrengst 1, Marge'],
    ['years', '2,5', 'Aantal jaren'],
  ])('names %s when it cannot be “%s”', async (field, typed, said) => {
    const { statusCode, body: html } = await server.inject(body({ [field]: typed }))
    expect(statusCode).toBe(422)
    expect(textOf(html)).toContain(said)
  })

  it('begins with an example', async () => {
    expect((await look(teiPath)).statusCode).toBe(200)
    expect((await look(teiPath, 'en')).statusCode).toBe(200)
  })
})
