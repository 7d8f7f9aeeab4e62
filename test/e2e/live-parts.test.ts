import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from './browser.ts'

const streams = new Set<ServerResponse>()
const asked: { url: string; live: boolean }[] = []
let answers: string[] = []
let script = ''

const answerList = () => `
  <p id="state" data-live="question:1" data-live-source="/fragment">${answers.length} beantwoord</p>
  <div id="answers" data-live="question:1" data-live-source="/fragment" data-live-count="${answers.length}"
    data-live-one="1 nieuw antwoord" data-live-many="{count} nieuwe antwoorden">
    ${answers.map((words, n) => `<p id="answer-${n}">${words}</p>`).join('')}
    <details id="more"><summary>Meer</summary>Tekst</details>
    <textarea id="comment"></textarea>
    <div id="composer" data-turbo-permanent><textarea id="words"></textarea></div>
    <button id="thanks">Bedankt</button>
  </div>`

const wholePage = () => `<!doctype html><html lang="nl"><head><title>Vraag</title>
  <script type="module" src="/live.js"></script></head>
  <body>${answerList()}<div id="announcer" aria-live="polite"></div></body></html>`

const server = createServer((request, response) => {
  const url = request.url ?? '/'
  asked.push({ url, live: request.headers['x-live'] !== undefined })
  if (url === '/live.js') return void response.setHeader('content-type', 'text/javascript').end(script)
  if (!url.startsWith('/live?'))
    return void response.setHeader('content-type', 'text/html').end(url === '/fragment' ? answerList() : wholePage())
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 200\n\n')
  streams.add(response)
  response.on('close', () => streams.delete(response))
})

const changed = () => {
  for (const stream of streams) stream.write('event: changed\ndata: question:1\n\n')
}

let browser: Browser
let page: Page

beforeAll(async () => {
  const bundle = await build({
    stdin: {
      contents: `import { keepPagesLive } from './live.ts'; keepPagesLive()`,
      resolveDir: join(import.meta.dirname, '../../src/ui/browser'),
    },
    bundle: true,
    format: 'esm',
    write: false,
  })
  script = bundle.outputFiles[0]?.text ?? ''
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  await page?.close()
  answers = ['Draai de kraan dicht.']
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await expect.poll(() => streams.size).toBe(1)
})

const text = (selector: string) => page.locator(selector).textContent()

describe('an open page', () => {
  it('shows a new answer within seconds, and says so to who listens', async () => {
    answers.push('Bel de monteur.')
    changed()
    await expect.poll(() => page.locator('#answer-1').count(), { timeout: 4_000 }).toBe(1)
    await expect.poll(() => text('#announcer')).toBe('1 nieuw antwoord')
    answers.push('a', 'b')
    changed()
    await expect.poll(() => text('#announcer'), { timeout: 4_000 }).toBe('2 nieuwe antwoorden')
    expect(asked.filter(({ url }) => url === '/fragment').every(({ live }) => live)).toBe(true)
  })

  it('fetches parts of the same source together', async () => {
    answers.push('Nog een')
    asked.length = 0
    changed()
    await expect.poll(() => text('#state'), { timeout: 4_000 }).toBe('2 beantwoord')
    await expect.poll(() => page.locator('#answer-1').count()).toBe(1)
    expect(asked.filter(({ url }) => url === '/fragment')).toHaveLength(1)
  })

  it('leaves alone what is typed, open or focused', async () => {
    await page.fill('#words', 'Mijn antwoord')
    await page.fill('#comment', 'Mijn reactie')
    await page.locator('#more summary').click()
    await page.locator('#thanks').focus()
    answers.unshift('Eerste')
    changed()
    await expect.poll(() => text('#answer-0'), { timeout: 4_000 }).toBe('Eerste')
    expect(await page.inputValue('#words')).toBe('Mijn antwoord')
    expect(await page.inputValue('#comment')).toBe('Mijn reactie')
    expect(await page.locator('#more').evaluate((it) => (it as HTMLDetailsElement).open)).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('thanks')
  })

  it('catches up after the connection was lost', async () => {
    answers.push('Tijdens de storing')
    for (const stream of streams) stream.destroy()
    await expect.poll(() => text('#answers'), { timeout: 6_000 }).toContain('Tijdens de storing')
  })
})
