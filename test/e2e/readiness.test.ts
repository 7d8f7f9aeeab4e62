import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demo } from './demo.ts'

const house = demo()

type Given = readonly (readonly [question: RegExp, answer: string])[]

/** Chooses an answer by its words, as somebody does who reads. */
async function answer(page: Page, given: Given): Promise<void> {
  for (const [question, words] of given) {
    await page.getByRole('group', { name: question }).getByText(words, { exact: true }).click()
  }
}

const next = (page: Page) => page.getByRole('button', { name: /^(Verder|Next)$/ }).click()
const toResult = (page: Page) => page.getByRole('button', { name: /^(Naar de uitkomst|To the result)$/ }).click()

const decision = (page: Page) => page.locator('.readiness-verdict h2')

async function expectNothingToComplainOf(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([])
}

const supplier: Record<'foundations' | 'enablers', Given> = {
  foundations: [
    [
      /^Helpen klanten elkaar nu al/,
      'Minder dan 10 behulpzame berichten per maand, op alle plekken samen (score −20 tot 0)',
    ],
    [/^Is er een gevestigde orde/, 'Alleen een slogan'],
    [/^Hoeveel vragen per jaar/, '25.000 tot 100.000'],
  ],
  enablers: [
    [/^Hoe werken marketing en klantenservice/, 'Met gezamenlijke doelen'],
    [/^Wat is er al geschreven/, 'De 50 meest gestelde vragen zijn beschreven'],
    [/^Hoe lang is het betaald/, '6 tot 12 maanden'],
    [/^Hoeveel klanten hebben gezegd/, '50.000 tot 250.000'],
    [/^Hoeveel betaalde tijd/, 'Minder dan een halve baan'],
    [/^Wat kun je meten/, 'Bezoek kan aan klantgegevens gekoppeld worden'],
  ],
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, javaScriptEnabled) => {
  it('the director of an energy supplier gets an honest "not yet", changes three things and sees what moved', async () => {
    const { page, context, complaints } = await house.open({ javaScriptEnabled })
    await page.goto('/readiness')
    await page.getByRole('link', { name: 'Begin met de vragen' }).click()
    await answer(page, supplier.foundations)
    await next(page)
    await answer(page, supplier.enablers)
    await next(page)
    await page.getByLabel(/^Hoeveel mensen hebben beloofd/).fill('20')
    await page.getByLabel(/^Hoeveel mensen kun je uitnodigen/).fill('180000')
    await toResult(page)

    await page.waitForURL(/\/readiness\/result/)
    expect(await decision(page).innerText()).toBe('Nog niet')
    await page.getByText('Het geld is op voordat een community kan dragen.').waitFor()
    await page.getByRole('heading', { name: 'Reparatielijst' }).waitFor()
    const score = async () => Number(await page.locator('.readiness-score b').innerText())
    const before = await score()

    await page.getByRole('link', { name: 'Geduld', exact: true }).click()
    await page.waitForURL(/step=enablers/)
    await answer(page, [
      [/^Hoe lang is het betaald/, '18 tot 24 maanden'],
      [/^Hoeveel betaalde tijd/, 'Een tot twee banen'],
    ])
    await page.getByRole('button', { name: 'Terug' }).click()
    await page.waitForURL(/step=foundations/)
    await answer(page, [[/^Hoeveel vragen per jaar/, '100.000 tot 500.000']])
    await next(page)
    await page.waitForURL(/step=enablers/)
    await next(page)
    await page.waitForURL(/step=means/)
    expect(await page.getByLabel(/^Hoeveel mensen kun je uitnodigen/).inputValue()).toBe('180000')
    await toResult(page)
    await page.waitForURL(/\/readiness\/result/)
    expect(await decision(page).innerText()).toBe('Een proef')
    expect(await score()).toBeGreaterThan(before + 10)
    await page.getByRole('heading', { name: 'Wat er veranderde' }).waitFor()
    await page.getByText(/^Geduld van 25 naar 75/).waitFor()
    await page.getByText('Minstens 12 maanden geduld (50): nu gehaald.').waitFor()
    expect(await context.cookies()).toEqual([])
    if (javaScriptEnabled) await expectNothingToComplainOf(page)
    expect(complaints).toEqual([])
  })

  it('what was left open or typed in another way is named, and nothing is lost', async () => {
    const { page, complaints } = await house.open({ javaScriptEnabled })
    await page.goto('/readiness/questions')
    await answer(page, supplier.foundations.slice(0, 2))
    await next(page)
    await page.getByRole('alert').waitFor()
    expect(await page.locator('#field-fans-1').isChecked()).toBe(true)
    await page.getByRole('alert').getByRole('link').click()
    await answer(page, supplier.foundations.slice(2))
    await next(page)
    await page.waitForURL(/step=enablers/)
    await answer(page, supplier.enablers)
    await next(page)
    await page.waitForURL(/step=means/)
    await page.getByLabel(/^Hoeveel mensen kun je uitnodigen/).fill('180.000')
    await next(page)
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel(/^Hoeveel mensen kun je uitnodigen/).inputValue()).toBe('180.000')
    if (javaScriptEnabled) await expectNothingToComplainOf(page)
    expect(complaints).toEqual([])
  })

  it('two people answer by one secret address, see where they differ, go on later, and one deletes it all', async () => {
    const { page: dirk, complaints } = await house.open({ javaScriptEnabled })
    await dirk.goto('/readiness/questions')
    await answer(dirk, supplier.foundations)
    await dirk.getByRole('button', { name: 'Bewaren en later verder' }).click()
    await dirk.getByLabel('Waarvan is dit?').fill('Zonnewinde')
    await dirk.getByLabel('Onder welke naam antwoord je?').fill('Dirk')
    await dirk.getByRole('button', { name: 'Bewaar en maak het adres' }).click()
    await dirk.waitForURL(/\/readiness\/assessments\/[\w-]{43}/)
    const address = dirk.url()

    await dirk.getByRole('link', { name: /^Verder of aanpassen/ }).click()
    await dirk.waitForURL(/step=foundations/)
    expect(await dirk.locator('#field-need-2').isChecked()).toBe(true)
    await next(dirk)
    await dirk.waitForURL(/step=enablers/)
    await answer(dirk, supplier.enablers)
    await next(dirk)
    await dirk.waitForURL(/step=means/)
    await toResult(dirk)
    await dirk.waitForURL(/assessments\/[\w-]{43}(\?|$)/)
    expect(await decision(dirk).innerText()).toBe('Nog niet')

    const { page: sam } = await house.open({ javaScriptEnabled })
    await sam.goto(address)
    await sam.getByLabel('Ook antwoorden').fill('Sam')
    await sam.getByRole('button', { name: 'Begin met de vragen' }).click()
    await sam.waitForURL(/respondents/)
    await answer(sam, supplier.foundations)
    await next(sam)
    await sam.waitForURL(/step=enablers/)
    await answer(sam, [...supplier.enablers, [/^Hoe lang is het betaald/, '24 maanden of langer']])
    await next(sam)
    await sam.waitForURL(/step=means/)
    await toResult(sam)
    await sam.waitForURL(/assessments\/[\w-]{43}(\?|$)/)
    await sam.getByRole('heading', { name: 'Waar jullie verschillen' }).waitFor()
    await sam.getByText('3 stappen uit elkaar').waitFor()
    if (javaScriptEnabled) await expectNothingToComplainOf(sam)

    await sam.getByRole('button', { name: 'Verwijder alles' }).click()
    await sam.waitForURL(/\/readiness(\?|$)/)
    expect((await dirk.goto(address))?.status()).toBe(404)
    expect(complaints).toEqual([])
  })
})

it('the founder of giffgaff gets "now" in English, by keyboard alone', async () => {
  const { page, complaints } = await house.open({ locale: 'en-GB' })
  await page.goto('/readiness/questions')
  const choose = async (item: string, place: number) => {
    await page.locator(`#field-${item}-0`).focus()
    for (let pressed = 0; pressed < place; pressed++) await page.keyboard.press('ArrowDown')
    if (place === 0) await page.keyboard.press('Space')
  }
  for (const [item, place] of [
    ['fans', 3],
    ['cause', 4],
    ['need', 3],
  ] as const)
    await choose(item, place)
  await page.getByRole('button', { name: 'Next' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/step=enablers/)
  const enablers = [
    ['collaboration', 4],
    ['content', 2],
    ['patience', 4],
    ['reach', 3],
    ['capacity', 3],
    ['measurement', 3],
  ] as const
  for (const [item, place] of enablers) await choose(item, place)
  await page.locator('#field-measurement-3').press('Enter')
  await page.waitForURL(/step=means/)
  await page.locator('#field-legal-yes').press('Space')
  await page.getByLabel(/^How many people have promised/).fill('100')
  await page.getByLabel(/^How many people can you invite/).fill('400000')
  await page.getByRole('button', { name: 'To the result' }).press('Enter')
  await page.waitForURL(/\/readiness\/result/)
  expect(await decision(page).innerText()).toBe('Own community now')
  await expectNothingToComplainOf(page)

  await page.getByRole('button', { name: 'Nederlands' }).last().click()
  await page.waitForFunction(() => document.documentElement.lang === 'nl')
  expect(await decision(page).innerText()).toBe('Nu een eigen community')
  expect(complaints).toEqual([])
})

it('a maker of detergent gets "no" and is told where to go instead; three variants stand side by side; it prints', async () => {
  const { page, complaints } = await house.open()
  await page.goto('/readiness')
  await page.getByRole('link', { name: 'Een maker van wasmiddel' }).click()
  await page.waitForURL(/\/readiness\/result/)
  expect(await decision(page).innerText()).toBe('Nee, of ergens anders')
  await page.getByRole('heading', { name: 'Welke plek: Ergens anders' }).waitFor()
  await page.getByRole('checkbox', { name: /^Een brede behoefte/ }).check()
  await page.getByRole('checkbox', { name: /^Geduld/ }).check()
  await page.getByRole('button', { name: 'Naast elkaar zetten' }).click()
  await page.waitForURL(/\/readiness\/comparison/)
  expect(await page.locator('.readiness-compared thead th').count()).toBe(3)
  await expectNothingToComplainOf(page)
  await page.goBack()
  await page.waitForURL(/\/readiness\/result/)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: 'Naast elkaar zetten' }).isVisible()).toBe(false)
  expect(await decision(page).isVisible()).toBe(true)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000)
  expect(complaints).toEqual([])
})
