import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demo } from './demo.ts'
import { signUp, write } from './steps.ts'

const house = demo()

const shownPrompts = (page: Page) =>
  page
    .locator('.ask-prompts:not([hidden]) .field-label')
    .evaluateAll((labels) => labels.map((one) => one.firstChild?.textContent))

/** Words of somebody who leaves are saved a moment later. */
const savedDraft = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith('/drafts') && response.request().method() === 'POST')

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, javaScriptEnabled) => {
  const board = javaScriptEnabled ? 'Besparen' : 'Verwarming'
  const prompt = 'Hoe groot is je huis?'
  const title = javaScriptEnabled ? 'Waar lekt mijn warmte weg' : 'Waarom blijft het beneden koud'

  it('staff add a question for askers in a board, and put it in its place', async () => {
    const { page, complaints } = await house.openAs('mira', { javaScriptEnabled })
    await page.goto('/manage/settings/boards')
    await page.getByRole('link', { name: board, exact: true }).click()
    await page.getByRole('link', { name: 'Bekijk en wijzig' }).click()
    await page.getByLabel('Aanwijzing in het Nederlands').fill('Een foto van de plek zegt vaak meer.')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText('Bewaard.').first().waitFor()
    for (const [label, isRequired] of [
      ['Wat heb je al geprobeerd?', false],
      [prompt, true],
    ] as const) {
      await page.getByLabel('De vraag in het Nederlands').fill(label)
      await page.getByLabel('Meer regels').check()
      await page.getByLabel('Verplicht').setChecked(isRequired)
      await page.getByRole('button', { name: 'Toevoegen' }).click()
      await page.getByRole('link', { name: label }).waitFor()
    }
    await page.getByRole('button', { name: `Omhoog: ${prompt}` }).click()
    await page.waitForURL('**?moved=*')
    const names = page.locator('.settings-list .settings-name')
    expect((await names.allTextContents()).map((name) => name.trim())).toEqual([prompt, 'Wat heb je al geprobeerd?'])
    if (javaScriptEnabled) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  it('a visitor is asked it, misses nothing of what was typed after signing up, and everybody reads the answers', async () => {
    const guest = await house.open({ javaScriptEnabled })
    const { page } = guest
    const newcomer = javaScriptEnabled ? 'gerrit' : 'annelies'
    await page.goto(`/questions/new?title=${encodeURIComponent(title)}`)
    await write(guest, 'Het tocht bij de plinten.')
    await page.getByLabel('Onderwerp').selectOption({ label: board })
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Toon wat we bij dit onderwerp vragen' }).click()
    await page.getByRole('textbox', { name: prompt }).waitFor()
    expect(await shownPrompts(page)).toEqual([prompt, 'Wat heb je al geprobeerd?'])
    await page.locator('.ask-guidance:not([hidden])', { hasText: 'Een foto van de plek' }).waitFor()
    await page.getByRole('textbox', { name: prompt }).fill('Honderd vierkante meter')
    if (javaScriptEnabled) {
      await page.getByLabel('Onderwerp').selectOption({ label: 'Warmtepompen' })
      expect(await shownPrompts(page)).not.toContain(prompt)
      await page.getByLabel('Onderwerp').selectOption({ label: board })
      await savedDraft(page)
      await page.reload()
    }
    expect(await page.getByRole('textbox', { name: prompt }).inputValue()).toBe('Honderd vierkante meter')
    await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    await signUp(guest, newcomer)
    await page.waitForURL('**/questions/new*')
    await page.getByRole('textbox', { name: 'Wat heb je al geprobeerd?' }).fill('Tochtstrips geplakt')
    await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    await page.waitForURL(/\/questions\/\d+\/waar/)
    const said = (await page.locator('.prose').first().textContent()) ?? ''
    expect(said.trim().replace(/\s+/g, ' ')).toBe(
      `Het tocht bij de plinten. ${prompt} Honderd vierkante meter Wat heb je al geprobeerd? Tochtstrips geplakt`,
    )
    expect(guest.complaints).toEqual([])
  })

  it('what is required and empty is told at its own field, and the words stay', async () => {
    const guest = await house.openAs('fatima', { javaScriptEnabled })
    const { page } = guest
    await page.goto('/questions/new')
    await page.getByLabel('Je vraag in één zin').fill(`${title}, weer`)
    await write(guest, 'Bewaar mijn woorden.')
    await page.getByLabel('Onderwerp').selectOption({ label: board })
    // As a browser does that does not check by itself.
    if (javaScriptEnabled)
      await page.locator('.ask-form').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''))
    await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    if (javaScriptEnabled) {
      await page.locator('.error-summary a').click()
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    } else await page.getByText('Bij dit onderwerp vragen we nog iets').waitFor()
    expect(await page.locator('textarea[name=body]').inputValue()).toBe('Bewaar mijn woorden.')
    await page.getByRole('textbox', { name: prompt }).fill('Klein')
    await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    await page.waitForURL(/\/questions\/\d+\/waar/)
    await page.goto(`${page.url().split('/').slice(0, 5).join('/')}/edit`)
    expect(await page.locator('textarea[name=body]').inputValue()).toContain(`**${prompt}**\nKlein`)
    if (javaScriptEnabled) await page.locator('.composer-writing strong', { hasText: prompt }).waitFor()
    expect(guest.complaints).toEqual([])
  })
})
