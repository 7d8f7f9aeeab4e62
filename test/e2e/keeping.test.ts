import { describe, expect, it } from 'vitest'
import { demo, type Guest } from './demo.ts'
import { mailTo, signIn, write } from './steps.ts'

const house = demo()

async function ask(guest: Guest, title: string): Promise<string> {
  const { page } = guest
  await page.goto('/questions/new')
  await page.getByLabel('Je vraag in één zin').fill(title)
  await write(guest, `Dit is er aan de hand: ${title.toLowerCase()}.`)
  await page.getByLabel('Onderwerp').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
  await page.waitForURL(/\/questions\/\d+\//)
  return new URL(page.url()).pathname
}

async function answer(guest: Guest, address: string, words: string): Promise<void> {
  await guest.page.goto(address)
  await write(guest, words)
  await guest.page.getByRole('button', { name: 'Plaats antwoord' }).click()
  await guest.page.getByText(words).first().waitFor()
}

const idIn = (address: string): string => address.split('/')[2] ?? ''

const focused = ({ page }: Guest) => page.evaluate(() => document.activeElement?.closest('[id]')?.id ?? 'the page')

it('a button that goes when it is pressed leaves the keyboard where it stood', async () => {
  const fatima = await house.openAs('fatima')
  const { page } = fatima
  await page.goto('/notices')
  await page.getByRole('button', { name: 'Alles gelezen' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Alles gelezen' }).waitFor({ state: 'detached' })
  await expect.poll(() => focused(fatima)).toBe('content')
  const address = await ask(fatima, 'Wie heeft hier een beter plan voor')
  await answer(await house.openAs('henk'), address, 'Begin bij de isolatie.')
  await page.goto(address)
  const notSolved = page.getByRole('button', { name: 'Nog niet opgelost' })
  await notSolved.focus()
  await page.keyboard.press('Enter')
  await notSolved.waitFor({ state: 'detached' })
  await expect.poll(() => focused(fatima)).not.toMatch(/^(the page|content)$/)
})

describe('a helper who thanks and answers', () => {
  it('stays where they pressed, and then sees their answer', async () => {
    const fatima = await house.openAs('fatima')
    const address = await ask(fatima, 'Waarom tikt mijn leiding zo hard')
    const henk = await house.openAs('henk')
    await answer(henk, address, 'Zet de druk lager.')
    const { page } = await house.openAs('noor', { viewport: { width: 390, height: 500 } })
    await page.goto(address)
    const thanks = page.locator('#answers button').filter({ hasText: 'Bedankt' }).last()
    await thanks.focus()
    const before = await page.evaluate(() => scrollY)
    await page.keyboard.press('Enter')
    await page.getByText('Je bedankje is gegeven.').waitFor()
    expect(before).toBeGreaterThan(0)
    expect(await page.evaluate(() => scrollY)).toBe(before)
    expect(await thanks.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.evaluate(() => scrollTo(0, 0))
    await write({ ...henk, page }, 'Bij mij was het de stroomsnelheid.')
    await page.getByRole('button', { name: 'Plaats antwoord' }).click()
    await page.waitForURL(/said=answered#answer-\d+$/)
    const own = page.locator(new URL(page.url()).hash)
    expect(await own.textContent()).toContain('stroomsnelheid')
    await own.and(page.locator('[data-at]')).waitFor()
    const top = await own.evaluate((one) => one.getBoundingClientRect().top)
    expect([top >= 0, top < 500]).toEqual([true, true])
  })

  it('without scripts reads that it was said, and then has the page free again', async () => {
    const { page } = await house.open({ javaScriptEnabled: false })
    await page.goto('/?said=saved')
    const message = page.locator('.toast').first()
    expect(await message.isVisible()).toBe(true)
    await message.evaluate((one) => {
      for (const leaving of one.getAnimations()) leaving.finish()
    })
    expect(await message.isVisible()).toBe(false)
  })
})

describe('what keeps the place in order', () => {
  it.each([320, 390, 600])('stands whole on a screen %d wide, in every menu of the page', async (width) => {
    const { page, complaints } = await house.openAs('sam', { viewport: { width, height: 844 } })
    const { id } = await house.db
      .selectFrom('questions')
      .select('id')
      .where('answer_count', '>', 0)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await page.goto(`/questions/${id}`)
    const menus = page.locator('details[data-menu] > summary:visible')
    expect(await menus.count()).toBeGreaterThan(3)
    for (const menu of await menus.all()) {
      await menu.click()
      const panel = await menu.locator('+ .menu-panel').boundingBox()
      expect(panel?.x).toBeGreaterThanOrEqual(0)
      expect((panel?.x ?? 0) + (panel?.width ?? width)).toBeLessThanOrEqual(width)
      await page.keyboard.press('Escape')
    }
    expect(complaints).toEqual([])
  })

  it('a moderator hides a question for a reason, and its author alone is told', async () => {
    const fatima = await house.openAs('fatima')
    const address = await ask(fatima, 'Koop nu goedkope zonnehoedjes')
    const sam = await house.openAs('sam')
    await sam.page.goto(`/questions/${idIn(address)}/keeping/hide`)
    await sam.page.getByLabel('Reden').fill('Dit is reclame, en daar is deze plek niet voor.')
    await sam.page.getByRole('button', { name: 'Verbergen' }).click()
    await sam.page.waitForURL((url) => url.pathname === address)
    const mail = await mailTo(fatima, 'fatima@zonnewinde.example', /zonnehoedjes/)
    expect(mail).toContain('Dit is reclame, en daar is deze plek niet voor.')
    await fatima.page.goto(address)
    await fatima.page.getByText('Dit is reclame').first().waitFor()
    const visitor = await house.open()
    expect((await visitor.page.goto(address))?.status()).toBe(410)
    expect([...fatima.complaints, ...sam.complaints, ...visitor.complaints]).toEqual([])
  })

  it('the address of a question that was merged leads to the other for ever', async () => {
    const fatima = await house.openAs('fatima')
    const kept = await ask(fatima, 'Mijn kattenluik tocht door de warmtepomp')
    const double = await ask(fatima, 'Tocht door het kattenluik bij mijn warmtepomp')
    const sam = await house.openAs('sam')
    await sam.page.goto(`/questions/${idIn(double)}/keeping/merge`)
    await sam.page.getByLabel('De andere vraag').fill(`${house.url}${kept}`)
    const reason = sam.page.getByLabel('Reden')
    if ((await reason.count()) > 0) await reason.fill('Dit is dezelfde vraag.')
    await sam.page.getByRole('button', { name: 'Samenvoegen' }).click()
    await sam.page.waitForURL((url) => url.pathname === kept)
    const visitor = await house.open()
    const response = await visitor.page.goto(double)
    expect([response?.status(), new URL(visitor.page.url()).pathname]).toEqual([200, kept])
    const first = response?.request().redirectedFrom()
    expect((await first?.response())?.status()).toBe(301)
    expect([...fatima.complaints, ...sam.complaints, ...visitor.complaints]).toEqual([])
  })
})

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, javaScriptEnabled) => {
  it('the link in a reminder stores the outcome by a button and not by being followed, signed out too, and can be undone', async () => {
    const fatima = await house.openAs('fatima', { javaScriptEnabled })
    const word = javaScriptEnabled ? 'dakgoot' : 'schoorsteen'
    const address = await ask(fatima, `De ${word} druppelt op de omvormer`)
    await answer(
      await house.openAs('henk', { javaScriptEnabled }),
      address,
      `Zet er een kapje boven, dan is de ${word} droog.`,
    )
    const id = idIn(address)
    const old = new Date(Date.now() - 3 * 86_400_000)
    const times = { created_at: old, first_answer_at: old, last_answer_at: old }
    await house.db.updateTable('questions').set(times).where('id', '=', id).execute()
    await house.db.updateTable('answers').set({ created_at: old }).where('question_id', '=', id).execute()
    await house.remind()
    const mail = await mailTo(fatima, 'fatima@zonnewinde.example', new RegExp(`${word}`), /\/outcomes\//)
    const link = /\/outcomes\/[\w.~-]+/.exec(mail)?.[0] ?? ''

    const guest = await house.open({ javaScriptEnabled })
    const { page, context } = guest
    // A scanner of mail follows every link, some more than once.
    for (let looks = 0; looks < 2; looks++) expect((await context.request.get(link)).status()).toBe(200)
    expect(await stateOf(id)).toBe('answered')
    await page.goto(link)
    await page.getByText(`dan is de ${word} droog`).first().waitFor()
    await page.getByRole('button', { name: 'Ja, dit loste het op' }).click()
    await page.getByText('Dank je wel.').first().waitFor()
    expect(await stateOf(id)).toBe('confirmed')
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('Teruggedraaid').first().waitFor()
    expect(await stateOf(id)).toBe('answered')
    expect((await context.cookies()).filter(({ name }) => name.includes('session'))).toEqual([])
    expect([...fatima.complaints, ...guest.complaints]).toEqual([])
  })

  const stateOf = async (id: string): Promise<string> => {
    const row = await house.db.selectFrom('questions').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    return row.state
  }

  it('a member says where it was asked before, a moderator merges the two, and the finder is told', async () => {
    const word = javaScriptEnabled ? 'zolderraam' : 'kelderluik'
    const fatima = await house.openAs('fatima', { javaScriptEnabled })
    const kept = await ask(fatima, `Condens op het ${word} door de warmtepomp`)
    const double = await ask(fatima, `Mijn ${word} beslaat sinds de warmtepomp`)
    const piet = await house.openAs('piet', { javaScriptEnabled })
    await piet.page.goto(double)
    await piet.page.locator('.question-actions .menu summary').click()
    await piet.page.getByRole('link', { name: 'Dit is eerder gevraagd' }).click()
    await piet.page.getByLabel('Zoek de eerdere vraag').fill(house.url + kept)
    await piet.page.locator('.proposing-search').getByRole('button', { name: 'Zoek' }).click()
    await piet.page.getByRole('radio', { name: `Condens op het ${word}` }).check()
    await piet.page.getByLabel('Waarom is het dezelfde vraag?').fill('Allebei condens.')
    await piet.page.getByRole('button', { name: 'Stel dit voor' }).click()
    await piet.page.waitForURL((url) => url.pathname === double)
    await piet.page.getByText('Een moderator kijkt ernaar').first().waitFor()

    const sam = await house.openAs('sam', { javaScriptEnabled })
    await sam.page.goto('/')
    await sam.page
      .locator('#waiting')
      .getByRole('link', { name: `Mijn ${word} beslaat` })
      .waitFor()
    await sam.page.goto(double)
    await sam.page.getByText('Allebei condens.').waitFor()
    await sam.page.locator('#question-standing').getByRole('link', { name: 'Samenvoegen' }).click()
    await sam.page.getByRole('button', { name: 'Samenvoegen' }).click()
    await sam.page.waitForURL((url) => url.pathname === kept)

    const mail = await mailTo(piet, 'piet@zonnewinde.example', new RegExp(`Goed gezien.*${word}`))
    expect(mail).toContain('overgenomen')
    await piet.page.goto('/members/piet')
    await piet.page.getByText('Dubbele vragen gevonden').waitFor()
    expect([...fatima.complaints, ...piet.complaints, ...sam.complaints]).toEqual([])
  })

  it('somebody signs in and out, and reads it in their own language', async () => {
    const { page, complaints } = await house.open({ javaScriptEnabled })
    await signIn(page, 'noor')
    await page.locator('.account-menu summary').click()
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.locator('.account-menu').waitFor({ state: 'detached' })
    await page.goto('/questions?view=solved')
    await page.getByRole('button', { name: 'English' }).last().click()
    await page.getByRole('heading', { name: 'Questions' }).first().waitFor()
    expect(new URL(page.url()).search).toBe('?view=solved')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: 'Nederlands' }).last().click()
    await page.getByRole('heading', { name: 'Vragen' }).first().waitFor()
    expect(complaints).toEqual([])
  })
})

it('by keyboard alone somebody signs in, finds, answers and thanks, and always sees where they are', async () => {
  const { page, complaints } = await house.open()
  const press = (key: string) => page.keyboard.press(key)
  const isMarked = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      const around = at.parentElement ? getComputedStyle(at.parentElement) : null
      const isOutlined = outlineStyle !== 'none' && outlineWidth !== '0px'
      return (
        isOutlined ||
        boxShadow !== 'none' ||
        (around !== null && (around.boxShadow !== 'none' || around.outlineStyle !== 'none'))
      )
    })
  /** With Tab to the first thing that fits; everything on the way shows that it has the focus. */
  const tabTo = async (selector: string) => {
    for (let steps = 0; steps < 150; steps++) {
      await press('Tab')
      const at = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
      const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 100))
      if (await page.evaluate(() => document.activeElement !== document.body))
        expect([name, await isMarked()]).toEqual([name, true])
      if (at) return
    }
    throw new Error(`${selector} is not reached by Tab on ${page.url()}`)
  }
  await page.goto('/')
  await press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip')
  await press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'content')
  await page.goto('/sign-in')
  await tabTo('main input[name=email]')
  await page.keyboard.type('noor@zonnewinde.example')
  await tabTo('input[name=password]')
  await page.keyboard.type('onderling-demo')
  await press('Enter')
  await page.waitForURL((url) => url.pathname === '/')
  await tabTo('#big-ask')
  await page.keyboard.type('boiler wordt niet warm')
  await page.getByRole('option').first().waitFor()
  await press('ArrowDown')
  await press('Enter')
  await page.waitForURL(/\/questions\/\d+\//)
  await tabTo('form[action$="/thanks"] button:not([disabled])')
  await press('Enter')
  await page.locator('form[action$="/thanks"] button[aria-pressed=true]').first().waitFor()
  await tabTo('.answer-form textarea, .answer-form [contenteditable=true]')
  await page.locator('.composer-writing').first().waitFor()
  await page.keyboard.type('Bij mij hielp het om de stand even op boost te zetten.')
  await tabTo('.answer-form button.button-primary')
  await press('Enter')
  await page.getByText('Bij mij hielp het om de stand').first().waitFor()
  expect(complaints).toEqual([])
})
