import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demo, type Guest } from './demo.ts'

const house = demo()
let address = ''
let answerId = ''

/** A question that still takes answers, and an answer of some length. */
beforeAll(async () => {
  const row = await house.db
    .selectFrom('answers')
    .innerJoin('questions', 'questions.id', 'answers.question_id')
    .innerJoin('boards', 'boards.id', 'questions.board_id')
    .select(['questions.id', 'questions.slug', 'answers.id as answerId'])
    .where('boards.access', '=', 'everyone')
    .where('questions.closed_at', 'is', null)
    .where('questions.merged_into_id', 'is', null)
    .where('questions.hidden_at', 'is', null)
    .where('answers.hidden_at', 'is', null)
    .where('answers.deleted_at', 'is', null)
    .whereRef('answers.id', '=', 'questions.best_answer_id')
    .orderBy('questions.id')
    .executeTakeFirstOrThrow()
  address = `/questions/${row.id}/${row.slug}`
  answerId = row.answerId
})

const words = (page: Page) => page.locator('#answer-form textarea').inputValue()
const answer = (page: Page) => page.locator(`#answer-${answerId}`)
const questionPath = () => address.split('/').slice(0, 3).join('/')

async function begin({ page }: Guest, text: string): Promise<void> {
  await page.goto(address)
  await page.locator('#answer-form textarea').focus()
  await page.locator('.composer-writing').waitFor()
  await page.keyboard.type(text)
}

async function select(page: Page, length: number): Promise<string> {
  return answer(page)
    .locator('.prose p')
    .first()
    .evaluate((paragraph, end) => {
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text
      getSelection()?.setBaseAndExtent(text, 0, text, Math.min(end, text.length))
      return String(getSelection()).trim()
    }, length)
}

async function send({ page }: Guest): Promise<void> {
  await page.getByRole('button', { name: 'Plaats antwoord' }).click()
  await page.getByText('Je antwoord staat erop.').first().waitFor()
}

describe('with scripts', () => {
  it('a member selects some words and quotes them below what they were writing', async () => {
    const guest = await house.openAs('noor')
    const { page, complaints } = guest
    await begin(guest, 'Eerst dit.')
    const chosen = await select(page, 18)
    const button = page.locator('.quote-button')
    await button.waitFor()
    expect(await button.textContent()).toBe('Citeer')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await button.click()
    await expect.poll(() => words(page)).toContain(chosen)
    await page.keyboard.type('Dan dat.')
    await expect
      .poll(() => words(page))
      .toMatch(/^Eerst dit\.\n\n> \[[^\]]+\]\(\/questions\/\d+\/answers\/\d+\):\n>\n> [^\n]+\n\nDan dat\.$/)
    expect(await button.count()).toBe(0)
    await send(guest)
    const quote = page.locator('.answer blockquote', { hasText: chosen }).last()
    expect(await quote.locator('a').getAttribute('href')).toBe(`${questionPath()}/answers/${answerId}`)
    expect(complaints).toEqual([])
  })

  it('a member quotes by keyboard: what is selected, else the beginning of the post', async () => {
    const { page, complaints } = await house.openAs('piet')
    await page.goto(address)
    const chosen = await select(page, 12)
    await answer(page).getByRole('link', { name: 'Citeer' }).first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => words(page)).toContain(`> ${chosen}`)
    await page.keyboard.type('Ja.')
    await page.locator('.question-actions').getByRole('link', { name: 'Citeer' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => words(page)).toContain(`](${questionPath()}):`)
    await page.keyboard.type('Nee.')
    await expect.poll(() => words(page)).toMatch(/\n\nJa\.\n\n> \[[\s\S]*\n\nNee\.$/)
    expect(new URL(page.url()).search).toBe('')
    expect(complaints).toEqual([])
  })

  it('who comes back to the page with a quote finds their draft above it, once', async () => {
    const guest = await house.openAs('yara')
    const { page, complaints } = guest
    await begin(guest, 'Half geschreven.')
    await page.locator('[data-status]', { hasText: /./ }).first().waitFor()
    const other = await guest.context.newPage()
    await other.goto(`${address}?quote=answer-${answerId}#answer-form`)
    await other.locator('.composer-writing:focus').waitFor()
    await expect.poll(() => other.url()).not.toContain('quote=')
    await other.keyboard.type('Verder.')
    await expect.poll(() => words(other)).toMatch(/^Half geschreven\.\n\n> \[[^[]*\n\nVerder\.$/)
    expect(complaints).toEqual([])
  })
})

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, javaScriptEnabled) => {
  it('a visitor who quotes signs in on the way and finds the quote in the form', async () => {
    const guest = await house.open({ javaScriptEnabled })
    const { page, complaints } = guest
    const own = javaScriptEnabled ? 'Zo deed ik het ook.' : 'Bij mij hielp het niet.'
    await page.goto(address)
    await answer(page).getByRole('link', { name: 'Citeer' }).first().click()
    await page
      .getByLabel('E-mailadres')
      .fill(javaScriptEnabled ? 'mira@zonnewinde.example' : 'fatima@zonnewinde.example')
    await page.getByLabel('Wachtwoord', { exact: true }).fill('onderling-demo')
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await page.waitForURL(`**${address}*`)
    const quote = new RegExp(`^> \\[[^\\]]+\\]\\(${questionPath()}/answers/${answerId}\\):\n>\n> `)
    expect(await words(page)).toMatch(quote)
    if (javaScriptEnabled) {
      await page.locator('.composer-writing:focus').waitFor()
      await page.keyboard.type(own)
    } else await page.locator('#answer-form textarea').fill(`${await words(page)}${own}`)
    await send(guest)
    const posted = page.locator('.answer', { hasText: own }).last()
    await posted.locator('blockquote a').click()
    await page.waitForURL(`**#answer-${answerId}`)
    expect(complaints).toEqual([])
  })
})
