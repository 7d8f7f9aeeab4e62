import type { MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { maskPersonalDetails } from '#community/text/mask.ts'
import { type Problem, readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther, text } from '#platform/http/reply.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { brandMark } from '#ui/brand-mark.ts'
import { brandStylesheet } from '#ui/styles/brand.ts'
import { type Filled, unreadable, untouched } from '../filled.ts'
import { askedBy } from '../outcome.ts'
import { settingsPath } from '../paths.ts'
import { changeBrand, changeLogo, removeLogo } from './actions.ts'
import { type BrandForms, BrandPage } from './brand-page.tsx'
import { hueForm, hueQuery, namingForm, patternForm, patternTrialForm } from './forms.ts'

/** GET /manage/settings */
export async function showBrand(x: MemberExchange): Promise<Reply> {
  const { hue } = readQuery(hueQuery, x.query)
  return page(brandPage(x, { hue: untouched({ hue: String(hue ?? x.brand.hue) }), triedHue: hue ?? null }))
}

export async function saveNaming(x: MemberExchange): Promise<Reply> {
  const read = readForm(namingForm, x.body)
  if (!read.ok) return pageWithProblems(brandPage(x, { naming: unreadable(x.t, read) }))
  await changeBrand(askedBy(x), read.value)
  return seeOther(saying(settingsPath, 'saved'))
}

export async function saveHue(x: MemberExchange): Promise<Reply> {
  const read = readForm(hueForm, x.body)
  if (!read.ok) return pageWithProblems(brandPage(x, { hue: unreadable(x.t, read) }))
  await changeBrand(askedBy(x), read.value)
  return seeOther(saying(`${settingsPath}#hue`, 'saved'))
}

export async function saveLogo(x: MemberExchange): Promise<Reply> {
  const file = x.files.find(({ field }) => field === 'logo')
  if (!file) return withLogoProblem(x, { code: 'form.required', params: {} })
  const refusal = await changeLogo(askedBy(x), file)
  if (refusal) return withLogoProblem(x, { code: refusal.problem, params: refusal.params })
  return seeOther(saying(`${settingsPath}#logo`, 'saved'))
}

export async function dropLogo(x: MemberExchange): Promise<Reply> {
  await removeLogo(askedBy(x))
  return seeOther(saying(`${settingsPath}#logo`, 'saved'))
}

export async function savePattern(x: MemberExchange): Promise<Reply> {
  const read = readForm(patternForm, x.body)
  if (!read.ok) return pageWithProblems(brandPage(x, { pattern: unreadable(x.t, read) }))
  await changeBrand(askedBy(x), { customerNumberPattern: read.value.pattern ?? null })
  return seeOther(saying(`${settingsPath}#customer-numbers`, 'saved'))
}

/** Shows what would be masked; nothing is kept. */
export async function tryPattern(x: MemberExchange): Promise<Reply> {
  const read = readForm(patternTrialForm, x.body)
  if (!read.ok) return pageWithProblems(brandPage(x, { pattern: unreadable(x.t, read) }))
  const { pattern, sample } = read.value
  const { text: shown, masked } = maskPersonalDetails(sample, { customerNumberPattern: pattern })
  const found = masked.find(({ kind }) => kind === 'customer-number')?.count ?? 0
  return page(brandPage(x, { pattern: untouched({ pattern, sample }), trial: { shown, found } }))
}

/** GET /manage/settings/preview/:file, such as 200.css: the colours as they would be. */
export function showPreview(x: MemberExchange): Reply {
  const [, digits, kind] = /^(\d{1,3})\.(css|svg)$/.exec(x.params.file ?? '') ?? []
  const hue = Number(digits)
  if (!kind || hue > 359) return missing
  const headers = { 'cache-control': 'private, max-age=3600' }
  if (kind === 'css') return text(brandStylesheet({ hue }), 'text/css; charset=utf-8', headers)
  return text(brandMark({ name: x.brand.name, hue }), 'image/svg+xml', headers)
}

function withLogoProblem(x: MemberExchange, { code, params }: Problem): Reply {
  const logo: Filled = { words: {}, problems: [{ field: 'logo', message: x.t(code as MessageKey, params) }] }
  return pageWithProblems(brandPage(x, { logo }))
}

function brandPage(x: MemberExchange, forms: Partial<BrandForms>) {
  const { name, addressForm, language, zone, communityConfirmations, hue, customerNumberPattern } = x.brand
  const asItIs: BrandForms = {
    naming: untouched({ name, addressForm, language, zone, communityConfirmations: String(communityConfirmations) }),
    hue: untouched({ hue: String(hue) }),
    logo: untouched(),
    pattern: untouched({ pattern: customerNumberPattern ?? '' }),
    triedHue: null,
    trial: null,
  }
  return <BrandPage x={x} forms={{ ...asItIs, ...forms }} />
}
