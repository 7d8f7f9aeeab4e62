import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { search } from '#capabilities/search/index.ts'
import { HelpfulnessBar } from '#community/finding/helpfulness-bar.tsx'
import { reindexEverything } from '#community/finding/reindex.ts'
import { Page as WholePage } from '#community/page.tsx'
import { anyone } from '#community/permissions/doors.ts'
import { get } from '#community/routes.ts'
import { page as pageReply } from '#platform/http/reply.ts'
import { testDatabase } from '#test/database.ts'
import { testHouse } from '#test/house.ts'
import { questionWriter } from '#test/questions.ts'
import { brandStylesheet } from '#ui/styles/brand.ts'
import { launch } from './browser.ts'

/** Stands for the page of a question, and for asking: the box only has to bring people there. */
const places = [
  get('/questions/:id/:slug', anyone, (x) =>
    pageReply(
      <WholePage x={x} title="Gevonden">
        <h1>Gevonden</h1>
        <HelpfulnessBar x={x} questionId={x.params.id ?? ''} />
      </WholePage>,
    ),
  ),
  get('/questions/new', anyone, (x) =>
    pageReply(
      <WholePage x={x} title="Vraag stellen">
        Nieuw
      </WholePage>,
    ),
  ),
]

const { db, ...database } = await testDatabase()
const { site, server } = await testHouse({ db, ...database }, [search, { name: 'places', routes: places }])
const write = questionWriter(site.db)
let browser: Browser
let origin = ''
let lauw = ''

beforeAll(async () => {
  const board = await write.board('warmte')
  lauw = await write.question(board, { title: 'Boiler van de warmtepomp is lauw', state: 'confirmed', best: 'Hoger.' })
  await write.question(board, { title: 'Boiler tikt in de nacht' })
  await reindexEverything(site.db)
  await serveBuilt()
  await server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  server.server.closeAllConnections()
})

async function serveBuilt() {
  const built = await build({
    entryPoints: ['src/app/browser.ts', 'src/app/styles.css'],
    absWorkingDir: join(import.meta.dirname, '../..'),
    outdir: '/',
    entryNames: '[name]',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' },
    publicPath: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  server.get('/brand.css', (_request, reply) => reply.type('text/css').send(brandStylesheet({ hue: 158 })))
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }
  for (const { path, contents } of built.outputFiles) {
    const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    server.get(path, (_request, reply) => reply.type(type).send(Buffer.from(contents)))
  }
}

async function visit(path: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(origin + path)
  return page
}

const box = (page: Page) => page.locator('input[data-one-box]')

describe('the one box', () => {
  it('suggests after a pause, and is led by the keyboard alone', async () => {
    const page = await visit('/search')
    await box(page).pressSequentially('boiler lauw', { delay: 20 })
    const options = page.getByRole('option')
    await options.first().waitFor()
    expect(await options.count()).toBe(3)
    expect(await box(page).getAttribute('aria-expanded')).toBe('true')
    expect((await new AxeBuilder({ page }).include('ask-box').analyze()).violations).toEqual([])
    await box(page).press('ArrowDown')
    const chosen = await box(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${chosen}`).textContent()).toContain('Boiler van de warmtepomp is lauw')
    await box(page).press('Escape')
    expect(await options.first().isVisible()).toBe(false)
    await box(page).press('ArrowDown')
    await box(page).press('ArrowDown')
    await box(page).press('ArrowUp')
    await box(page).press('Enter')
    await page.waitForURL(`**/questions/${lauw}/q?from=suggestions`)
  })

  it('is ready for typing for whoever opens the page to search, and leaves whoever reads what was found alone', async () => {
    const page = await visit('/search')
    await page.keyboard.type('boiler')
    expect(await box(page).inputValue()).toBe('boiler')
    await page.goto(`${origin}/search?q=boiler`)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  })

  it('asks with the words kept when nothing fits', async () => {
    const page = await visit('/search')
    await box(page).pressSequentially('boiler fluit', { delay: 20 })
    await page.getByRole('option', { name: 'Stel hem' }).click()
    await page.waitForURL('**/questions/new?title=boiler%20fluit')
  })

  it.each([true, false])('searches on Enter without a choice, with scripts: %s', async (scripts) => {
    const page = await visit('/search', scripts)
    await box(page).fill('boiler lauw')
    await box(page).press('Enter')
    await page.waitForURL('**/search?q=boiler+lauw')
    await page.getByRole('heading', { name: 'Boiler van de warmtepomp is lauw' }).waitFor()
  })
})

describe('"did this solve it?"', () => {
  it.each([true, false])('takes two taps and no signing in, with scripts: %s', async (scripts) => {
    const page = await visit(`/questions/${lauw}/q?from=search`, scripts)
    await page.getByRole('button', { name: 'Ja, opgelost' }).click()
    await page.getByRole('button', { name: 'Bellen' }).click()
    await page.getByText('Dank je.').waitFor()
    expect(await page.context().cookies()).toEqual([])
  })

  it('and offers whoever was not helped to ask first, with the words of the search that they opened', async () => {
    const page = await visit('/search?q=boiler+lauw')
    await page.getByRole('link', { name: 'Boiler van de warmtepomp is lauw' }).click()
    await page.getByRole('button', { name: 'Nee, nog niet' }).click()
    await page.getByText('wat zou je dan doen?').waitFor()
    await page.locator('.helpfulness').getByRole('link', { name: 'Stel je vraag hier' }).click()
    await page.waitForURL('**/questions/new?title=boiler%20lauw')
  })
})
