import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { exampleAnswers } from '#capabilities/readiness/assessment/example-brands.ts'
import { comparisonPath, keepPath, questionsPath, resultPath } from '#capabilities/readiness/assessment/paths.ts'
import { demo, type Guest, PHONE } from './demo.ts'
import { write } from './steps.ts'

const house = demo()

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Only what colours decide is different in the other theme. */
const COLOURS = ['color-contrast', 'link-in-text-block']
const DESK = { width: 1440, height: 900 }

interface State {
  readonly name: string
  readonly path: string
  readonly as?: string
  /** Looks on a desk as it does on a phone. */
  readonly alike?: true
  /** What somebody does before the page is looked at. */
  readonly doing?: (guest: Guest) => Promise<unknown>
}

const questionIn = async (state: string): Promise<string> => {
  const row = await house.db
    .selectFrom('questions')
    .innerJoin('boards', 'boards.id', 'questions.board_id')
    .select(['questions.id', 'questions.slug'])
    .where('questions.state', '=', state)
    .where('boards.access', '=', 'everyone')
    .where('questions.hidden_at', 'is', null)
    .where('questions.deleted_at', 'is', null)
    .orderBy('questions.answer_count', 'desc')
    .orderBy('questions.id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return `/questions/${row.id}/${row.slug}`
}

async function chooseEnglish({ page }: Guest) {
  await page.getByRole('button', { name: 'English' }).last().click()
  await page.waitForFunction(() => document.documentElement.lang === 'en')
}

const states: readonly State[] = [
  { name: 'home', path: '/' },
  { name: 'home in English', alike: true, path: '/', doing: chooseEnglish },
  {
    name: 'suggestions while typing',
    path: '/',
    doing: async ({ page }) => {
      await page.locator('#big-ask').pressSequentially('zonnepanelen')
      await page.getByRole('option').first().waitFor()
    },
  },
  { name: 'all questions', path: '/questions' },
  { name: 'all questions in English', alike: true, path: '/questions', doing: chooseEnglish },
  { name: 'solved questions', alike: true, path: '/questions?view=solved' },
  { name: 'a list with nothing in it', alike: true, path: '/questions?tag=bestaatniet' },
  { name: 'a question that was confirmed', path: 'state:confirmed' },
  { name: 'a question that waits', path: 'state:new' },
  { name: 'a question that is not solved', path: 'state:not-solved' },
  { name: 'a question that the brand verified', path: 'state:brand-verified' },
  { name: 'an earlier version', alike: true, path: 'state:confirmed/history' },
  { name: 'asking', path: '/questions/new' },
  {
    name: 'asking with something missing',
    path: '/questions/new',
    doing: async ({ page }) => {
      await page.locator('form.ask-form').evaluate((form: HTMLFormElement) => {
        form.noValidate = true
      })
      await page.getByRole('button', { name: 'Plaats mijn vraag' }).click()
      await page.getByRole('alert').or(page.locator('.error-summary')).first().waitFor()
    },
  },
  { name: 'asking in a board that asks more', path: '/questions/new?board=warmtepompen' },
  { name: 'searching', path: '/search' },
  { name: 'what was found', path: '/search?q=zonnepanelen' },
  { name: 'nothing found', alike: true, path: '/search?q=xqzwvkj' },
  { name: 'signing in', path: '/sign-in' },
  {
    name: 'signing in wrongly',
    alike: true,
    path: '/sign-in',
    doing: async ({ page }) => {
      await page.getByLabel('E-mailadres').fill('henk@zonnewinde.example')
      await page.getByLabel('Wachtwoord', { exact: true }).fill('niet-dit-wachtwoord')
      await page.getByRole('button', { name: 'Inloggen', exact: true }).last().click()
      await page.getByText('horen niet bij elkaar').first().waitFor()
    },
  },
  { name: 'signing up', alike: true, path: '/sign-up' },
  { name: 'a forgotten password', alike: true, path: '/forgotten-password' },
  { name: 'a member', path: '/members/henk' },
  { name: 'privacy', path: '/privacy' },
  { name: 'how a community would grow', path: '/readiness/growth' },
  { name: 'own community, or not yet', path: '/readiness' },
  { name: 'the questions about readiness', path: questionsPath() },
  { name: 'who can be reached', path: questionsPath(exampleAnswers.energy, 'means') },
  { name: 'own address or elsewhere', alike: true, path: questionsPath(exampleAnswers.energy, 'place') },
  { name: 'a result of readiness', path: resultPath(exampleAnswers.energy) },
  { name: 'results side by side', path: comparisonPath(Object.values(exampleAnswers)) },
  { name: 'keeping an assessment', alike: true, path: keepPath(exampleAnswers.energy) },
  { name: 'what is not there', path: '/nergens/zonnepanelen-storing' },
  { name: 'home of a member', path: '/', as: 'fatima' },
  {
    name: 'a question for a member, writing',
    path: 'state:answered',
    as: 'fatima',
    doing: (guest) => write(guest, 'Een begin.'),
  },
  { name: 'a question for its helper', path: 'state:confirmed', as: 'henk' },
  { name: 'notices', path: '/notices', as: 'henk' },
  { name: 'an account', path: '/account', as: 'fatima' },
  { name: 'ways to sign in', path: '/account/sign-in', as: 'fatima' },
  { name: 'which mail to get', alike: true, path: '/account/notices', as: 'fatima' },
  { name: 'saying that it was asked before', path: 'state:answered/duplicate-proposals?q=warmtepomp', as: 'fatima' },
  { name: 'a decision of a moderator', path: 'state:answered/keeping/hide', as: 'sam' },
  {
    name: 'a menu that is open',
    path: '/',
    as: 'sam',
    doing: ({ page }) => page.locator('.account-menu summary').click(),
  },
  { name: 'the brand', path: '/manage/settings', as: 'ada' },
  { name: 'the boards', path: '/manage/settings/boards', as: 'ada' },
  {
    name: 'what a board asks of askers',
    path: '/manage/settings/boards',
    as: 'ada',
    doing: async ({ page }) => {
      await page.getByRole('link', { name: 'Warmtepompen' }).click()
      await page.getByRole('link', { name: 'Bekijk en wijzig' }).click()
      await page.getByRole('heading', { name: 'Extra vragen bij Warmtepompen' }).waitFor()
    },
  },
  { name: 'the people', path: '/manage/members', as: 'ada' },
  { name: 'the mail of the demo', alike: true, path: '/dev/mail' },
  { name: 'every element', alike: true, path: '/dev/ui' },
]

async function addressOf(path: string): Promise<string> {
  const [, state = '', rest = ''] = /^state:([a-z-]+)(.*)$/.exec(path) ?? []
  if (!state) return path
  const address = await questionIn(state)
  return rest ? `${address.split('/').slice(0, 3).join('/')}${rest}` : address
}

async function complaintsOn(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(RULES)).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

/** Also the shortest change of colour takes a frame, and what is read meanwhile is neither the one nor the other. */
const isStill = (page: Page) =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  )

/** How far the page can be pushed sideways, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** How far the last thing in the bar stands outside the margin of the page, in pixels. */
const outsideBar = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('.bar-inner') as HTMLElement
    const edge = bar.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(bar).paddingRight)
    const rights = [...bar.querySelectorAll('.bar-tools > *')].map((tool) => tool.getBoundingClientRect().right)
    return Math.max(0, Math.round(Math.max(...rights) - edge))
  })

/** How much what stands on the page has moved since it was opened. */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )

/** Targets smaller than 24 by 24 that do not stand in running text. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, summary, select, input:not([type=hidden]), .action, .menu-item',
      ),
    ]
      .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((target) => ({ target, box: (target.closest('label') ?? target).getBoundingClientRect() }))
      .filter(({ target, box }) => !target.closest('.visually-hidden, [aria-hidden=true]') && box.width > 1)
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ target, box }) => `${target.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  )

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)('on %s', (place, viewport) => {
  it.each(states.filter(({ alike }) => place === 'a phone' || !alike))(
    '$name: nothing to complain of in either theme',
    async ({ path, as, doing }) => {
      const guest = as ? await house.openAs(as, { viewport }) : await house.open({ viewport })
      const { page, context, complaints } = guest
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.goto(await addressOf(path))
      await page.waitForLoadState('load')
      const moved = await shifted(page)
      await doing?.(guest)
      await isStill(page)
      expect(await complaintsOn(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await isStill(page)
      expect(await complaintsOn(page, COLOURS)).toEqual([])
      expect([viewport.width, await overflow(page)]).toEqual([viewport.width, 0])
      if (place === 'a phone') {
        expect(await smallTargets(page)).toEqual([])
        await page.setViewportSize({ width: 320, height: 568 })
        expect([320, await overflow(page), await outsideBar(page)]).toEqual([320, 0, 0])
        expect(await smallTargets(page)).toEqual([])
      }
      expect(moved).toBeLessThan(0.05)
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})
