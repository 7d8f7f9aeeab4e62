import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { Onderling } from '#app/program.ts'
import { type Config, readConfig } from '#platform/config/config.ts'
import { freePort } from '#platform/db/free-port.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { createLog } from '#platform/log/log.ts'
import { build } from '#scripts/build.mjs'
import { testDatabase } from '../database.ts'
import { launch } from './browser.ts'

export interface Installation {
  readonly url: string
  /** What whoever started it reads on their screen. */
  readonly greeting: string
  readonly open: (more?: BrowserContextOptions) => Promise<Guest>
}

export interface Demo extends Installation {
  /** Somebody who signed in, without the pages in between. */
  readonly openAs: (handle: string, more?: BrowserContextOptions) => Promise<Guest>
  /** Sends the reminders that are due. */
  readonly remind: () => Promise<void>
  readonly db: Awaited<ReturnType<typeof testDatabase>>['db']
}

export interface Guest {
  readonly page: Page
  readonly context: BrowserContext
  readonly hasScripts: boolean
  /** What the browser complained of: errors, refusals of the security policy, answers that failed. */
  readonly complaints: string[]
}

export const PHONE = { width: 390, height: 844 }

/** The demo community as people start it, and a browser to look at it. For one test file. */
export function demo(more: Partial<Config> = {}): Demo {
  const house = installation({ demo: true }, more)
  const openAs = async (handle: string, options: BrowserContextOptions = {}): Promise<Guest> => {
    const guest = await house.open(options)
    const form = { email: `${handle}@zonnewinde.example`, password: 'onderling-demo', returnTo: '/' }
    const signedIn = await guest.context.request.post('/sign-in', { form, headers: { origin: house.url } })
    expect([handle, signedIn.status()]).toEqual([handle, 200])
    return guest
  }
  return Object.assign(house, { openAs, remind: () => addJob(house.db, 'questions.remind', {}) })
}

/** What somebody has just installed for their own community. */
export const newInstallation = (): Installation => installation({ demo: false })

/** On a port and a database of its own. */
function installation(kind: { demo: boolean }, more: Partial<Config> = {}): Installation & Pick<Demo, 'db'> {
  const house = { url: '', greeting: '', db: undefined as unknown as Demo['db'] }
  let browser: Browser
  let program: Onderling
  const guests: Guest[] = []
  const dataDir = mkdtempSync(join(tmpdir(), 'onderling-e2e-'))

  beforeAll(async () => {
    await build()
    const database = await testDatabase()
    const port = await freePort()
    const { connectionString } = database
    const environment = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: connectionString, RATE_LIMITS: 'off' }
    const config = readConfig({ ...environment, DATABASE_MAY_LOSE_DATA: 'on' }, kind)
    program = new Onderling({ ...config, ...more }, createLog({ level: 'error' }))
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
    await program.start()
    const greeting = printed.mock.calls.flat().join('\n')
    printed.mockRestore()
    Object.assign(house, { url: `http://localhost:${port}`, greeting, db: database.db })
    browser = await launch()
  }, 120_000)

  afterAll(async () => {
    await Promise.all(guests.map(({ context }) => context.close().catch(() => {})))
    await browser?.close()
    await program?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const open = async (options: BrowserContextOptions = {}): Promise<Guest> => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'nl-NL', baseURL: house.url, ...options })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const hasScripts = options.javaScriptEnabled ?? true
    const guest = { page, context, hasScripts, complaints: listenTo(context) }
    guests.push(guest)
    return guest
  }
  return Object.assign(house, { open })
}

/** Nothing that a browser complains of is let pass. */
function listenTo(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    // An answer of 4xx on a page that was asked for is told here too; what it says is on the page.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`))
  context.on('response', (response) => {
    const isPartOfThePage = ['stylesheet', 'script', 'font', 'image'].includes(response.request().resourceType())
    if (response.status() >= (isPartOfThePage ? 400 : 500)) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}
