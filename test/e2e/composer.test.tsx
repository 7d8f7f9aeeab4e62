import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { securityHeaders } from '#app/http/security-headers.ts'
import { writing } from '#capabilities/writing/index.ts'
import { unnamedBrand } from '#community/brand/brand.ts'
import { dropDraft } from '#community/drafts/drafts.ts'
import type { Exchange } from '#community/exchange.ts'
import { reindexEverything } from '#community/finding/reindex.ts'
import { Page as WholePage } from '#community/page.tsx'
import { anyone } from '#community/permissions/doors.ts'
import { get, post } from '#community/routes.ts'
import { composeText, personalDetailsIn } from '#community/text/compose.ts'
import { Composer } from '#community/text/composer.tsx'
import { page as pageReply, pageWithProblems, seeOther } from '#platform/http/reply.ts'
import { diskStorage } from '#platform/storage/storage.ts'
import { testDatabase } from '#test/database.ts'
import { person, testHouse } from '#test/house.ts'
import { questionWriter } from '#test/questions.ts'
import { Button } from '#ui/elements/button.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Narrow } from '#ui/layout/narrow.tsx'
import { brandStylesheet } from '#ui/styles/brand.ts'
import { launch } from './browser.ts'

const posted: { title: string; body: string; keep: unknown }[] = []

const WRITTEN = new Map([
  ['simple', 'Zet de **ketel** uit.\n\n- eerst de kraan\n- dan de stekker'],
  ['table', '| druk | graden |\n|---|---|\n| 1,5 | 60 |'],
])

function write(x: Exchange, body?: { value: string; details?: ReturnType<typeof personalDetailsIn> }) {
  const place = x.params.place ?? 'question'
  const value = body?.value ?? WRITTEN.get(place.replace('edit-', ''))
  return (
    <WholePage x={x} title="Schrijven">
      <Narrow>
        <h1>Stel je vraag</h1>
        <Form action={`/write/${place}`}>
          <Field name="title" label="Titel">
            <TextInput />
          </Field>
          <Composer
            x={x}
            label="Je vraag"
            hint="Wat heb je al geprobeerd?"
            place={place}
            value={value}
            details={body?.details}
          />
          <Button>Plaats</Button>
        </Form>
      </Narrow>
    </WholePage>
  )
}

const routes = [
  get('/write/:place', anyone, (x) => pageReply(write(x))),
  get('/written', anyone, (x) =>
    pageReply(
      <WholePage x={x} title="Geplaatst">
        <h1>Geplaatst</h1>
      </WholePage>,
    ),
  ),
  post('/write/:place', anyone, async (x) => {
    const { body, title, keep, checked } = x.body as Record<string, string>
    const details = checked ? [] : personalDetailsIn(String(body), x.brand)
    if (details.length > 0) return pageWithProblems(write(x, { value: String(body), details }))
    posted.push({ title: String(title), body: String(body), keep })
    await dropDraft(x, x.params.place ?? '')
    return seeOther(x.params.place === 'again' ? '/write/again?posted' : '/written')
  }),
]

const database = await testDatabase()
const { site, server } = await testHouse(database, [writing, { name: 'write', routes }])
const dir = mkdtempSync(join(tmpdir(), 'composer-'))
Object.assign(site, { storage: diskStorage(dir) })
const fatima = await person(site, 'fatima')
await person(site, 'henk')
const written = questionWriter(site.db)

let browser: Browser
let origin = ''

beforeAll(async () => {
  await serveBuilt()
  const headers = securityHeaders('http://localhost:3000')
  server.addHook('onSend', async (_request, reply, payload) => {
    for (const name in headers) if (!reply.hasHeader(name)) reply.header(name, headers[name])
    return payload
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  server.server.closeAllConnections()
  rmSync(dir, { recursive: true, force: true })
})

async function serveBuilt() {
  const built = await build({
    entryPoints: ['src/app/browser.ts', 'src/app/styles.css'],
    absWorkingDir: join(import.meta.dirname, '../..'),
    outdir: '/',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]',
    publicPath: '/',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' },
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }
  server.get('/brand.svg', (_request, reply) =>
    reply.type('image/svg+xml').send('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  )
  server.get('/brand.css', (_request, reply) => reply.type('text/css').send(brandStylesheet({ hue: 158 })))
  for (const { path, contents } of built.outputFiles) {
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    server.get(path, (_request, reply) => reply.type(type).send(Buffer.from(contents)))
  }
}

interface Visit {
  member?: boolean
  scripts?: boolean
  width?: number
  dark?: boolean
  state?: Awaited<ReturnType<BrowserContext['storageState']>>
}

/** Somebody opens the page; whatever the policy or a script complains about fails the test. */
async function visit(place: string, { member = true, scripts = true, width = 1280, dark, state }: Visit = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    locale: 'nl-NL',
    colorScheme: dark ? 'dark' : 'light',
    storageState: state,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const [[name, value] = ['', '']] = Object.entries(fatima.cookies)
  if (member) await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // Live updates belong to another capability.
    if (message.type() === 'error' && !message.location().url.includes('/live'))
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/write/${place}`)
  return { context, page, complaints }
}

const editor = (page: Page) => page.getByRole('textbox', { name: 'Je vraag' })
const field = (page: Page) => page.locator('textarea[name=body]')
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function opened(page: Page) {
  await field(page).focus()
  await page.locator('.composer-writing').waitFor()
}

describe('the composer', () => {
  it('writes Markdown while one sees bold words and a list', async () => {
    const { page, context, complaints } = await visit('question')
    await opened(page)
    await page.keyboard.type('Mijn ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('ketel')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' lekt')
    await page.keyboard.press('Enter')
    await tool(page, 'Lijst met punten').click()
    await page.keyboard.type('eerst')
    await page.keyboard.press('Enter')
    await page.keyboard.type('1. dan # dit *niet*')
    expect(await page.locator('.composer-writing strong').textContent()).toBe('ketel')
    expect(await tool(page, 'Lijst met punten').getAttribute('aria-pressed')).toBe('true')
    const text = await field(page).inputValue()
    expect(text).toContain('Mijn **ketel** lekt')
    expect(composeText({ text }, unnamedBrand).html).toContain('<li>')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/written')
    expect(posted.at(-1)?.body).toBe(text)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is one stop for the Tab key, and the arrows walk its buttons', async () => {
    const { page, context } = await visit('question')
    await opened(page)
    await page.keyboard.press('Alt+F10')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await focused()).toBe('Vet')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Cursief')
    await page.keyboard.press('End')
    expect(await focused()).toBe('Vraag invoegen')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Vet')
    await context.close()
  })

  it('takes a pasted picture, and asks what is in it without stopping the writer', async () => {
    const { page, context, complaints } = await visit('answer:7')
    await opened(page)
    await page.keyboard.type('Kijk:')
    await pastePicture(page)
    const alt = page.getByLabel('Wat staat erop?')
    await alt.waitFor()
    await alt.fill('De lekkende [kraan]')
    await expect
      .poll(() => field(page).inputValue())
      .toMatch(/!\[De lekkende \\\[kraan\\\]\]\(\/attachments\/\d+\/[a-z-]+-80x60\.webp\)/)
    await editor(page).click()
    await page.getByRole('button', { name: 'Voorbeeld' }).click()
    const shown = page.locator('.composer-preview img')
    await shown.waitFor()
    expect(await shown.getAttribute('alt')).toBe('De lekkende [kraan]')
    expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(80)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('keeps the text and says why when a picture cannot be taken', async () => {
    const { page, context } = await visit('answer:8')
    await opened(page)
    await page.keyboard.type('Kijk:')
    await page.locator('input[type=file]').setInputFiles({
      name: 'plan.svg',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    })
    await page.getByText('SVG-bestanden nemen we niet aan').waitFor()
    expect(await field(page).inputValue()).toBe('Kijk:')
    await context.close()
  })

  it('offers members after an @, chosen with the keyboard', async () => {
    const { page, context, complaints } = await visit('answer:9')
    await opened(page)
    await page.keyboard.type('Dank je @he')
    await page.getByRole('option', { name: 'henk' }).waitFor()
    expect(await editor(page).getAttribute('aria-activedescendant')).toBe('composer-answer-9-mentions-0')
    await page.keyboard.press('Enter')
    await page.keyboard.type('en groet')
    await expect.poll(() => field(page).inputValue()).toBe('Dank je @henk en groet')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('finds a question and puts a link to it into the text', async () => {
    const board = await written.board(`board-${Date.now()}`)
    const id = await written.question(board, { title: 'Warmtepomp maakt lawaai', state: 'confirmed' })
    await reindexEverything(site.db)
    const { page, context } = await visit('answer:10')
    await opened(page)
    await page.keyboard.type('Zie ')
    await tool(page, 'Vraag invoegen').click()
    await page.getByRole('combobox', { name: 'Welke vraag wil je invoegen?' }).fill('warmtepomp lawaai')
    await page.getByRole('option', { name: 'Warmtepomp maakt lawaai' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => field(page).inputValue()).toContain(`Zie [Warmtepomp maakt lawaai](/questions/${id})`)
    await context.close()
  })

  it('tells while typing what will be masked, and lets the author keep it', async () => {
    const { page, context } = await visit('answer:14')
    await opened(page)
    await page.keyboard.type('Bel mij op 06-12345678')
    await page.getByText('Dit maken we onleesbaar').waitFor()
    await page.getByLabel('06-12345678').check()
    await page.getByRole('button', { name: 'Plaats' }).click()
    await page.waitForURL('**/written')
    expect(posted.at(-1)).toMatchObject({ body: 'Bel mij op 06-12345678', keep: '06-12345678' })
    await context.close()
  })

  it('brings a draft back after the browser was closed, and throws it away when asked', async () => {
    const first = await visit('question', { member: false })
    await opened(first.page)
    await first.page.getByLabel('Titel').fill('Ketel lekt')
    await editor(first.page).click()
    await first.page.keyboard.type('Sinds gisteren **')
    await first.page.getByText('Concept bewaard').waitFor()
    // Only the cookie is left: the browser was closed, its storage emptied.
    const state = await first.context.storageState()
    await first.context.close()
    await site.db
      .updateTable('drafts')
      .set({ updated_at: new Date(Date.now() - 12 * 60_000) })
      .where('visitor_hash', 'is not', null)
      .execute()
    const again = await visit('question', { member: false, state: { ...state, origins: [] } })
    await again.page.getByText('Concept van 12 min geleden hersteld').waitFor()
    expect(await again.page.getByLabel('Titel').inputValue()).toBe('Ketel lekt')
    await again.page.locator('.composer-writing').waitFor()
    expect(await field(again.page).inputValue()).toContain('Sinds gisteren')
    await again.page.getByRole('button', { name: 'Weggooien' }).click()
    await expect.poll(() => field(again.page).inputValue()).toBe('')
    await again.page.reload()
    await again.page.waitForTimeout(500)
    expect(await field(again.page).inputValue()).toBe('')
    await again.context.close()
  })

  it('has nothing left to bring back after posting', async () => {
    const { page, context } = await visit('answer:11')
    await opened(page)
    await page.keyboard.type('Draai de kraan dicht.')
    await page.getByText('Concept bewaard').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/written')
    await page.goto(`${origin}/write/answer:11`)
    await page.waitForTimeout(500)
    expect(await field(page).inputValue()).toBe('')
    await context.close()
  })

  it('opens a text that stands already, and leaves alone what it cannot give back the same', async () => {
    const simple = await visit('edit-simple')
    await opened(simple.page)
    expect(await simple.page.locator('.composer-writing li').count()).toBe(2)
    await simple.context.close()
    const table = await visit('edit-table')
    await field(table.page).focus()
    await table.page.getByText('onderdelen die de opmaakknoppen niet kennen').waitFor()
    expect(await table.page.locator('.composer-writing').count()).toBe(0)
    await tool(table.page, 'Vet').click()
    expect(await field(table.page).inputValue()).toContain('|---|')
    await table.context.close()
  })

  it('never loses what is being typed when the page refreshes itself', async () => {
    const { page, context } = await visit('answer:12')
    await opened(page)
    await page.keyboard.type('Ik ben nog bez')
    await page.evaluate(() => {
      document.querySelector('h1')?.setAttribute('data-old', '')
      const { Turbo } = window as never as { Turbo: { visit: (url: string, how: object) => void } }
      Turbo.visit(location.href, { action: 'replace' })
    })
    await page.locator('h1:not([data-old])').waitFor()
    await page.keyboard.type('ig')
    expect(await field(page).inputValue()).toBe('Ik ben nog bezig')
    await context.close()
  })

  it('is asked about personal details after sending too, with the words still there', async () => {
    const { page, context } = await visit('answer:15')
    await opened(page)
    await page.keyboard.type('Bel 06-12345678')
    await page.getByText('Dit maken we onleesbaar').waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('8')
    const asked = page.waitForResponse((response) => response.status() === 422)
    await page.keyboard.press('Control+Enter')
    await asked
    await expect.poll(() => page.getByLabel('06-12345678').count(), { timeout: 10_000 }).toBe(1)
    expect(await field(page).inputValue()).toBe('Bel 06-12345678')
    await page.getByRole('button', { name: 'Plaats' }).click()
    await page.waitForURL('**/written')
    expect(posted.at(-1)?.keep).toBeUndefined()
    await context.close()
  })

  it('is empty again when posting leads back to the same page', async () => {
    const { page, context } = await visit('again')
    await opened(page)
    await page.keyboard.type('Eerste antwoord')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/write/again?posted')
    await expect.poll(() => field(page).inputValue()).toBe('')
    await editor(page).click()
    await page.keyboard.type('Tweede')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => posted.at(-1)?.body).toBe('Tweede')
    await context.close()
  })

  it('keeps what is typed without a connection, and makes links with the keyboard', async () => {
    const { page, context } = await visit('answer:16')
    await opened(page)
    await page.keyboard.type('handleiding')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+k')
    await page.getByLabel('Waar gaat de link heen?').fill('zonnewinde.example/ketel')
    await page.keyboard.press('Enter')
    await context.setOffline(true)
    await page.keyboard.press('End')
    await page.keyboard.type(' lezen')
    await page.waitForTimeout(500)
    await context.setOffline(false)
    await site.db.deleteFrom('drafts').where('place', '=', 'answer:16').execute()
    const again = await context.newPage()
    await again.goto(page.url())
    await again.getByText('Concept hersteld').waitFor()
    expect(await field(again).inputValue()).toBe('[handleiding](https://zonnewinde.example/ketel) lezen')
    await context.close()
  })

  it('is a plain field without scripts, with the preview in a tab of its own', async () => {
    const { page, context } = await visit('question', { scripts: false })
    await field(page).fill('Bel **mij** op 06-12345678')
    const [preview] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Voorbeeld' }).click(),
    ])
    await preview.waitForLoadState()
    expect(await preview.locator('.prose strong').textContent()).toBe('mij')
    expect(await field(page).inputValue()).toContain('mij')
    await page.getByRole('button', { name: 'Plaats' }).click()
    await page.getByText('Dit maken we onleesbaar').waitFor()
    await page.getByLabel('Titel').press('Enter')
    await page.waitForURL('**/written')
    expect(posted.at(-1)?.body).toContain('06-12345678')
    await context.close()
  })

  it('shows axe nothing to complain about, on a phone and in the dark too', async () => {
    for (const [width, dark] of [
      [390, false],
      [390, true],
      [1440, false],
      [1440, true],
    ] as const) {
      const { page, context } = await visit(`answer:${width}${dark ? 1 : 0}`, { width, dark })
      await opened(page)
      await page.keyboard.type('Dag @he')
      await page.getByRole('option', { name: 'henk' }).waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.type('mail mij op fatima@voorbeeld.nl')
      await page.getByText('Dit maken we onleesbaar').waitFor()
      await pastePicture(page)
      await page.getByLabel('Wat staat erop?').waitFor()
      const { violations } = await new AxeBuilder({ page }).include('form').analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await context.close()
    }
  })
})

async function pastePicture(page: Page) {
  const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  await page.evaluate((base64) => {
    const file = new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], 'schermafbeelding.png', {
      type: 'image/png',
    })
    const carried = new DataTransfer()
    carried.items.add(file)
    const event = new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true })
    document.querySelector('.composer-writing')?.dispatchEvent(event)
  }, bytes.toString('base64'))
}
