import { describe, expect, it } from 'vitest'
import { demo } from './demo.ts'
import { appears, mailTo, signIn, signUp, write } from './steps.ts'

const house = demo()

describe.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', (_, javaScriptEnabled) => {
  const unique = javaScriptEnabled ? 'fluitketel' : 'brompot'
  const title = `Mijn ${unique} geeft een zoemend geluid bij het laden`
  const answer = `Draai de ${unique} een kwartslag, dan is het stil.`
  let address = ''

  it('a visitor finds a solved question by a word with a slip in it, and says that it helped, without a cookie', async () => {
    const guest = await house.open({ javaScriptEnabled })
    const { page } = guest
    await page.goto('/')
    const box = page.locator('#big-ask')
    if (javaScriptEnabled) {
      await box.pressSequentially('zonepanelen leveren nietz')
      const option = page.getByRole('option').first()
      await option.waitFor()
      expect(await option.textContent()).toMatch(/zonnepanelen|omvormer|panelen/i)
      await option.click()
    } else {
      await box.fill('zonepanelen leveren nietz')
      await box.press('Enter')
      await page.waitForURL('**/search?q=*')
      await page.locator('main h2 a, main h3 a').first().click()
    }
    await page.waitForURL(/\/questions\/\d+\/[a-z0-9-]+/)
    await page.getByRole('button', { name: 'Ja, opgelost' }).click()
    await page.getByRole('button', { name: 'Bellen' }).click()
    await page.getByText('Dank je.').first().waitFor()
    expect(await guest.context.cookies()).toEqual([])
    expect(guest.complaints).toEqual([])
  })

  it('a visitor asks, and the question is there after signing up with a code from the mail', async () => {
    const guest = await house.open({ javaScriptEnabled })
    const { page } = guest
    const newcomer = javaScriptEnabled ? 'joost' : 'anneke'
    await page.goto(`/questions/new?title=${encodeURIComponent(title)}`)
    await write(guest, `Het ${unique} begon gisteren te zoemen.`)
    await page.getByLabel('Onderwerp').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    await signUp(guest, newcomer)
    await page.waitForURL('**/questions/new*')
    expect(await page.getByLabel('Je vraag in één zin').inputValue()).toBe(title)
    await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    await page.waitForURL(/\/questions\/\d+\/mijn-/)
    await page.getByText(`Het ${unique} begon gisteren te zoemen.`).first().waitFor()
    expect(guest.complaints).toEqual([])
  })

  it('a member asks, another answers, the page of the first is true at once, and what was confirmed is told', async () => {
    const fatima = await house.openAs('fatima', { javaScriptEnabled })
    await fatima.page.goto('/questions/new')
    await fatima.page.getByLabel('Je vraag in één zin').fill(`${title}, help`)
    await write(fatima, 'Sinds vanochtend, en het wordt steeds harder.')
    await fatima.page.getByLabel('Onderwerp').selectOption({ index: 1 })
    await fatima.page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
    await fatima.page.waitForURL(/\/questions\/\d+\/mijn-/)
    address = new URL(fatima.page.url()).pathname

    const henk = await house.open({ javaScriptEnabled })
    await signIn(henk.page, 'henk')
    await henk.page.goto(address)
    await write(henk, answer)
    await henk.page.getByRole('button', { name: 'Plaats antwoord' }).click()
    await henk.page.getByText(answer).first().waitFor()

    if (javaScriptEnabled) await fatima.page.getByText(answer).first().waitFor()
    expect(await mailTo(fatima, 'fatima@zonnewinde.example', new RegExp(`henk.*${unique}`, 'i'))).toContain(answer)
    if (!javaScriptEnabled) await fatima.page.reload()
    await fatima.page.getByText(answer).first().waitFor()

    await fatima.page.getByRole('button', { name: 'Dit loste het op' }).first().click()
    await fatima.page.getByText('Bevestigd door vraagsteller').first().waitFor()
    await henk.page.goto('/notices')
    await appears(henk.page, new RegExp(`Je antwoord loste .*${unique}`))
    expect(await mailTo(henk, 'henk@zonnewinde.example', new RegExp(`loste.*${unique}`))).toContain(
      'Je krijgt dit omdat',
    )
    expect([...fatima.complaints, ...henk.complaints]).toEqual([])
  })

  it('the next person finds it', async () => {
    const { page, complaints } = await house.open({ javaScriptEnabled })
    await page.goto(`/search?q=${unique}+zoemt`)
    await page
      .getByRole('link', { name: `${title}, help` })
      .first()
      .click()
    await page.waitForURL(/\/questions\//)
    await page.getByText(answer).first().waitFor()
    expect(complaints).toEqual([])
  })

  it('the asker changes their mind, and the question is open again', async () => {
    const { page, complaints } = await house.openAs('fatima', { javaScriptEnabled })
    await page.goto(address)
    await page.getByRole('button', { name: 'Toch niet opgelost' }).first().click()
    await page.getByText('Niet opgelost').first().waitFor()
    expect(complaints).toEqual([])
  })
})

it('a choice in the list changes the address, and Back brings the list before it with its own choices', async () => {
  const { page, complaints } = await house.open()
  const chosen = () => Promise.all(['Product', 'Gevraagd'].map((label) => page.getByLabel(label).inputValue()))
  await page.goto('/questions')
  await page.getByText('Filter', { exact: true }).click()
  await page.getByLabel('Product').selectOption('zw-omvormer-36')
  await page.waitForURL((url) => url.search === '?product=zw-omvormer-36')
  await page.getByRole('heading', { level: 1, name: 'Vragen over Omvormer ZW-Omvormer 3.6' }).waitFor()
  await page.getByLabel('Gevraagd').selectOption('365')
  await page.waitForURL((url) => url.search === '?product=zw-omvormer-36&age=365')
  await page.goBack()
  await page.waitForURL((url) => url.search === '?product=zw-omvormer-36')
  await expect.poll(chosen).toEqual(['zw-omvormer-36', ''])
  await page.goBack()
  await page.waitForURL((url) => url.search === '')
  await expect.poll(chosen).toEqual(['', ''])
  expect(complaints).toEqual([])
})

it('whoever chooses by keyboard passes other choices on the way, and says when they are done', async () => {
  const { page, complaints } = await house.open()
  await page.goto('/questions')
  await page.getByText('Filter', { exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const lists: string[] = []
  page.on('request', (request) => /\/questions\?/.test(request.url()) && lists.push(new URL(request.url()).search))
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown')
  const board = await page.getByLabel('Onderwerp', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Toon', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.search === `?board=${board}`)
  expect(lists).toEqual([`?board=${board}`])
  expect(complaints).toEqual([])
})
