import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { demo } from './demo.ts'

const house = demo()

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, javaScriptEnabled) => {
  it('a director plays with the growth of a community, is told what does not read, and sees what it means', async () => {
    const { page, context, complaints } = await house.open({ javaScriptEnabled })
    await page.goto('/readiness/growth?contactable=250000&founders=80')
    const founders = page.getByLabel('Mensen om mee te beginnen')
    expect(await founders.inputValue()).toBe('80')
    expect(await page.getByLabel('Klanten die je mag uitnodigen').inputValue()).toBe('250000')
    await page
      .getByText(/draagt de community zichzelf/)
      .first()
      .waitFor()

    await founders.fill('1.000')
    await page.getByRole('button', { name: 'Reken het uit' }).click()
    await page.getByRole('alert').waitFor()
    expect(await founders.inputValue()).toBe('1.000')
    expect(await founders.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.growth-chart').count()).toBe(0)

    await founders.fill('0')
    await page.getByLabel('Klanten die je mag uitnodigen').fill('0')
    await page.getByLabel('Bezoekers per maand, later').fill('300')
    await page.getByLabel('Bezoekers per maand, later').press('Enter')
    await page.getByText('In drie jaar draagt de community zichzelf meestal niet').waitFor()
    expect(new URL(page.url()).searchParams.get('visitors')).toBe('300')
    expect(await page.locator('.growth-chart svg').count()).toBe(4)

    const all = page.getByText('Alle 36 maanden')
    await all.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'De groei per maand, het midden van alle keren' }).waitFor()
    expect(await context.cookies()).toEqual([])
    if (javaScriptEnabled) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([])
    }
    expect(complaints).toEqual([])
  })
})
