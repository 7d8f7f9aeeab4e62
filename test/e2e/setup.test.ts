import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { newInstallation, PHONE } from './demo.ts'

describe.each([
  { how: 'with scripts', javaScriptEnabled: true },
  { how: 'without scripts', javaScriptEnabled: false },
])('a community that nobody has set up, $how', ({ javaScriptEnabled }) => {
  const house = newInstallation()

  it('asks its first visitor to do so, whatever they came for, and looks as it should', async () => {
    const { page, complaints } = await house.open({ javaScriptEnabled, viewport: PHONE })
    await page.goto('/questions/new')
    expect(new URL(page.url()).pathname).toBe('/setup')
    const button = page.getByRole('button', { name: 'Community openen' })
    expect(await button.evaluate((shown) => getComputedStyle(shown).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    expect(complaints).toEqual([])
  })

  it.runIf(javaScriptEnabled)('is found in order by axe', async () => {
    const { page } = await house.open({ viewport: PHONE })
    await page.goto('/setup')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  it('leads nowhere else: what is in sight works', async () => {
    const { page } = await house.open({ javaScriptEnabled, viewport: { width: 1440, height: 900 } })
    await page.goto('/')
    const links = await page.locator('a:not(.skip)').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect([...new Set(links)]).toEqual(['/'])
    await page.getByRole('button', { name: 'EN: English' }).click()
    await page.getByRole('heading', { name: 'Set up the community' }).waitFor()
  })

  it('keeps what was typed when the code is wrong, and opens with the right one', async () => {
    const { page, complaints } = await house.open({ javaScriptEnabled, viewport: PHONE })
    await page.goto('/')
    const [code = ''] = /\w{4}-\w{4}-\w{4}/.exec(house.greeting) ?? []
    const words = {
      ...{ 'Naam van het merk': 'Waterkracht', 'Je naam': 'Mira Jansen', Gebruikersnaam: 'mira' },
      ...{ 'Je functie': 'communitymanager', 'E-mailadres': 'mira@waterkracht.example' },
    }
    for (const [label, value] of Object.entries(words)) await page.getByLabel(label, { exact: true }).fill(value)
    await page.getByLabel('Eenmalige code').fill('aaaa-bbbb-cccc')
    await page.getByLabel('Wachtwoord', { exact: true }).fill('een stille molen')
    await page.getByRole('button', { name: 'Community openen' }).click()
    await page.getByText('Deze code klopt niet').first().waitFor()
    for (const [label, value] of Object.entries(words)) {
      expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value)
    }
    await page.getByLabel('Eenmalige code').fill(code)
    await page.getByLabel('Wachtwoord', { exact: true }).fill('een stille molen')
    await page.getByRole('button', { name: 'Community openen' }).click()
    await page.waitForURL('**/manage/settings*')
    await page.locator('.logo-name', { hasText: 'Waterkracht' }).waitFor()
    await page.goto('/setup')
    expect(await page.locator('h1').textContent()).not.toContain('Richt de community in')
    expect(complaints).toEqual([])
  })
})
