import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demo, type Guest, PHONE } from './demo.ts'

const house = demo()
const PATH = '/readiness/business-case'
const DESK = { width: 1440, height: 900 }
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The worker has said its last word about what stands in the form. */
const calculated = (page: Page) =>
  page.waitForFunction(
    () => {
      const desk = document.querySelector('case-desk.case-live')
      return desk && !desk.hasAttribute('data-calculating') && desk.querySelector('[data-status]')?.textContent
    },
    undefined,
    { timeout: 60_000 },
  )

async function opened(more: Parameters<typeof house.open>[0] = {}, path = PATH): Promise<Guest> {
  const guest = await house.open({ viewport: DESK, reducedMotion: 'reduce', ...more })
  await guest.page.goto(path)
  if (guest.hasScripts) await calculated(guest.page)
  return guest
}

const complaintsOn = async (page: Page, rules?: string[]): Promise<string[]> => {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(RULES)).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

/** Of each thing that opens one: all at once are ten thousand elements, and they are alike. */
const openSome = (page: Page) =>
  page.evaluate(() => {
    const some = '#group-growth, #group-overlaps, #field-ask .case-more, #percentiles, #drivers, #formula-service'
    for (const details of document.querySelectorAll<HTMLDetailsElement>(`${some}, #overlap, #inputs-used`)) {
      details.open = true
    }
  })

/** Also the shortest change of colour takes a frame, and what is read meanwhile is neither the one nor the other. */
const isStill = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))

const figure = async (page: Page, label: string): Promise<string> => {
  const row = page.locator('[data-report] .case-figures div').filter({ hasText: label })
  return (await row.locator('b').first().innerText()).replace('\u00a0', ' ')
}

/** Types in place of what stands there, as somebody at a keyboard does. */
async function retype(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(value)
}

describe.each([
  ['Dutch', 'nl-NL', 'Dit verdient zich niet terug binnen 36 maanden.'],
  ['English', 'en-GB', 'This does not pay within 36 months.'],
] as const)('in %s', (_, locale, verdict) => {
  it.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ] as const)(
    'on %s all of it can be read and used by everybody, in either theme',
    async (_place, viewport) => {
      const { page, context, complaints } = await opened({ locale, viewport })
      expect(await page.locator('[data-report] .case-verdict-title').innerText()).toBe(verdict)
      await openSome(page)
      await isStill(page)
      expect(await complaintsOn(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await isStill(page)
      expect(await complaintsOn(page, ['color-contrast', 'link-in-text-block'])).toEqual([])
      const pushed = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await pushed()).toBe(0)
      if (viewport === PHONE) await page.setViewportSize({ width: 320, height: 568 })
      expect(await pushed()).toBe(0)
      expect(complaints).toEqual([])
      await context.close()
    },
    180_000,
  )
})

describe('somebody with scripts', () => {
  it('types, and sees the outcome move without sending anything', async () => {
    const { page, context, complaints } = await opened()
    const before = await figure(page, 'Gemiddelde')
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.locator('#group-costs > summary').click()
    await page.locator('#field-fte details summary').click()
    await page.locator('[name="fte.kind"]').selectOption('number')
    await retype(page, 'fte.mode', '0,5')
    await calculated(page)
    await page.waitForFunction(
      (was) => !document.querySelector('[data-report]')?.textContent?.replaceAll('\u00a0', ' ').includes(was),
      before,
    )
    expect(await page.locator('[name="fte.low"]').isVisible()).toBe(false)
    expect(sent.filter((url) => !url.includes('/assets/'))).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('gets the same figures as from the server', async () => {
    const { page, context } = await opened()
    await retype(page, 'runs', '5000')
    await calculated(page)
    await page.waitForFunction(() => document.querySelector('#chart-npv figcaption')?.textContent?.includes('5.000'))
    const own = await page.locator('[data-report]').innerHTML()
    const form = await page.evaluate(() => {
      const data = new FormData(document.querySelector('form.case-form') as HTMLFormElement)
      return new URLSearchParams([...data] as [string, string][]).toString()
    })
    const headers = { origin: house.url, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await context.request.post(PATH, { data: form, headers })
    const theirs = await page.evaluate(
      async (html) => {
        const fresh = new DOMParser().parseFromString(html, 'text/html')
        return fresh.querySelector('[data-report]')?.innerHTML
      },
      await answer.text(),
    )
    expect(own).toBe(theirs)
    await context.close()
  })

  it('runs 100,000 times, and the page answers meanwhile', async () => {
    const { page, context } = await opened()
    await retype(page, 'seed', '7')
    await page.waitForFunction(() => document.querySelector('case-desk')?.hasAttribute('data-calculating'))
    // Clicks, opens and paints while the worker has not finished.
    await page.locator('#group-service > summary').click()
    const meanwhile = await page.evaluate(
      () =>
        new Promise<{ isOpen: boolean; isCalculating: boolean }>((resolve) =>
          requestAnimationFrame(() =>
            resolve({
              isOpen: document.querySelector<HTMLDetailsElement>('#group-service')?.open ?? false,
              isCalculating: document.querySelector('case-desk')?.hasAttribute('data-calculating') ?? false,
            }),
          ),
        ),
    )
    expect(meanwhile).toEqual({ isOpen: true, isCalculating: true })
    await calculated(page)
    expect(await page.locator('#chart-npv figcaption').innerText()).toContain('100.000 trekkingen')
    await context.close()
  })

  it('is told beside the field what is wrong, keeps what was typed, and goes on when it is put right', async () => {
    const { page, context, complaints } = await opened()
    await page.locator('#group-growth > summary').click()
    await retype(page, 'sessions.mode', '500.000')
    const problem = page.locator('#field-sessions-problem')
    await problem.getByText('kan op twee manieren worden gelezen').waitFor()
    const field = page.locator('[name="sessions.mode"]')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.inputValue()).toBe('500.000')
    expect(await complaintsOn(page)).toEqual([])
    expect(await page.locator('case-desk').getAttribute('data-stale')).toBe('')
    await retype(page, 'sessions.mode', '600000')
    await page.waitForFunction(() => document.querySelector('#field-sessions-problem')?.textContent === '')
    await calculated(page)
    expect(await field.getAttribute('aria-invalid')).toBeNull()
    expect(complaints).toEqual([])
    await context.close()
  })

  it('keeps open what was opened, and the place where the keyboard is', async () => {
    const { page, context } = await opened()
    await page.locator('#formula-service > summary').click()
    await page.locator('#percentiles > summary').focus()
    // Something that recalculates without moving the focus.
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[name="horizon"]')
      if (!field) return
      field.value = '48'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await page.locator('[data-report] .case-verdict-title').getByText('48 maanden').waitFor()
    await calculated(page)
    expect(await page.locator('#formula-service').getAttribute('open')).toBe('')
    expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe('percentiles')
    await context.close()
  })

  it('reaches every field by keyboard, switches an objective on with a space, and finds it counted', async () => {
    const { page, context } = await opened()
    await page.locator('#objective-research').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('objective-testing')
    await page.keyboard.press('Space')
    await page.locator('[data-report]').getByRole('rowheader', { name: 'Producten testen' }).waitFor()
    await context.close()
  })

  it('finds what was typed again after another page, and in the notation of another language', async () => {
    const { page, context } = await opened()
    await page.locator('#group-costs > summary').click()
    await retype(page, 'fte.mode', '3,25')
    await page.locator('#objective-ideas').uncheck()
    await calculated(page)
    await page.waitForFunction(() => sessionStorage.getItem('onderling-business-case')?.includes('3,25'))
    await page.goto('/privacy')
    await page.goto(PATH)
    await calculated(page)
    expect(await page.locator('[name="fte.mode"]').inputValue()).toBe('3,25')
    expect(await page.locator('#objective-ideas').isChecked()).toBe(false)
    await page.getByRole('button', { name: 'English' }).last().click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await calculated(page)
    expect(await page.locator('[name="fte.mode"]').inputValue()).toBe('3.25')
    expect(await page.locator('#field-fte-problem').innerText()).toBe('')
    await page.goto(`${PATH}?size=small`)
    await calculated(page)
    expect(await page.locator('[name="fte.mode"]').inputValue()).toBe('1')
    await context.close()
  })

  it('saves the case and the table from the page itself', async () => {
    const { page, context, complaints } = await opened()
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
      return readFileSync(await download.path(), 'utf8')
    }
    const read = JSON.parse(await save('Bewaar als JSON'))
    expect(read).toMatchObject({ mode: 'monthly', runs: 100_000, inputs: { ask: { pert: [0.004, 0.01, 0.02] } } })
    expect(await save('Bewaar als CSV')).toContain('Trekkingen;100000')
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('somebody whose browser cannot fetch the worker', () => {
  it('has the form that the server answers', async () => {
    const { page, context } = await house.open({ viewport: DESK })
    await page.route('**/case-worker-*.js', (route) => route.abort())
    await page.goto(PATH)
    await page.locator('#field-horizon').fill('24')
    await page.getByRole('button', { name: 'Reken door' }).click()
    await page.locator('[data-report] .case-verdict-title').getByText('24 maanden').waitFor()
    await context.close()
  })
})

describe('somebody without scripts', () => {
  it('changes a number, sends the form, and reads the new outcome and what the server left out', async () => {
    const { page, context, complaints } = await opened({ javaScriptEnabled: false })
    expect(await figure(page, 'waarschijnlijkste waarden')).toBe('€ -396.313')
    await page.locator('#field-horizon').fill('60')
    await page.getByRole('button', { name: 'Reken door' }).click()
    expect(await page.locator('[data-report] .case-verdict-title').innerText()).toContain('60 maanden')
    expect(await page.locator('[data-report]').innerText()).toContain('20.000 trekkingen in plaats van 100.000')
    expect(await page.locator('.chart-wide svg').count()).toBe(4)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('sends something wrong, and finds it above the form, in its place and with a link to it', async () => {
    const { page, context } = await opened({ javaScriptEnabled: false })
    await page.locator('#field-horizon').fill('1.000')
    await page.getByRole('button', { name: 'Reken door' }).click()
    await page.locator('.error-summary a').click()
    expect(await page.locator('#field-horizon').inputValue()).toBe('1.000')
    expect(await page.locator('#field-horizon-problem').innerText()).toContain('1.000')
    await context.close()
  })

  it('sends ten megabytes, and is told that it is too large', async () => {
    const { page, context } = await opened({ javaScriptEnabled: false })
    const buffer = Buffer.from(`{"inputs":"${'x'.repeat(10_000_000)}"}`)
    await page.locator('[name=file]').setInputFiles({ name: 'case.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    expect(await page.locator('.error-summary').innerText()).toContain('te groot')
    await context.close()
  })
})

describe('a table of a consultancy', () => {
  it('can be read and used by everybody', async () => {
    const { page, context, complaints } = await house.open({ viewport: PHONE }).then(async (guest) => {
      await guest.page.goto(`${PATH}/tei`)
      return guest
    })
    expect(await complaintsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Reken door' }).click()
    expect(await page.locator('#tei-results').isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })
})
