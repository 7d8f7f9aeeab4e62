import type { Page } from 'playwright-core'
import type { Guest } from './demo.ts'

/** Writes in the composer, with scripts and without. */
export async function write({ page, hasScripts }: Guest, words: string): Promise<void> {
  const field = page.locator('.answer-form textarea[name=body], .ask-form textarea[name=body]').first()
  if (!hasScripts) return field.fill(words)
  await field.focus()
  await page.locator('.composer-writing').first().waitFor()
  await page.keyboard.type(words)
}

/** Looks again until it is there: what is told later is told when it is told. */
export async function appears(page: Page, words: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if ((await page.getByText(words).count()) > 0) return
    await page.waitForTimeout(150)
    await page.reload()
  }
  throw new Error(`${words} did not appear on ${page.url()}`)
}

export async function signIn(page: Page, handle: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mailadres').fill(`${handle}@zonnewinde.example`)
  await page.getByLabel('Wachtwoord', { exact: true }).fill('onderling-demo')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** From the page where newcomers end up, by a code in the mail, to the name they are known by. */
export async function signUp(guest: Guest, name: string): Promise<void> {
  const { page } = guest
  const address = `${name}@voorbeeld.example`
  await page.waitForURL('**/sign-up*')
  await page.getByLabel('E-mailadres').fill(address)
  await page.getByRole('button', { name: 'Mail mij een code' }).click()
  await page.waitForURL('**/code*')
  const mail = await mailTo(guest, address, /code/i)
  await page.locator('input[name=code]').fill(/\b\d{6}\b/.exec(mail)?.[0] ?? '')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.waitForURL('**/sign-up/name*')
  await page.locator('input[name=name]').fill(name)
  await page.getByRole('button', { name: 'Klaar, ga verder' }).click()
}

/** The newest mail to this address, as /dev/mail shows it; waits until it is there. */
export async function mailTo({ context }: Guest, address: string, subject: RegExp, holding = /./): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const list = await (await context.request.get('/dev/mail')).text()
    const entries = [
      ...list.matchAll(
        /<a[^>]*href="(\/dev\/mail\/\d+)"[^>]*>([\s\S]*?)<\/a>[\s\S]*?(?=<a[^>]*href="\/dev\/mail\/|$)/g,
      ),
    ]
    const fitting = entries.filter(([whole, , title = '']) => whole.includes(address) && subject.test(plain(title)))
    for (const [, path = ''] of fitting.slice(0, 5)) {
      const mail = plain(await (await context.request.get(path)).text())
      if (holding.test(mail)) return mail
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No mail to ${address} about ${subject}`)
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
