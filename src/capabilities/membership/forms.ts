import { cleanLine, cleanText } from '#platform/http/clean.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { type Language, languages } from '#platform/i18n/languages.ts'
import {
  ABOUT_LONGEST,
  INTEREST_LONGEST,
  INTERESTS_MOST,
  NAME_LONGEST,
  PRODUCTS_MOST,
  REASON_LONGEST,
  type Refusal,
} from './rules.ts'

/** What is wrong with a field; one sentence per language under `membership.problem.<this>`. */
export type Problem =
  | 'email'
  | 'password'
  | 'code'
  | 'name'
  | 'name-long'
  | 'handle'
  | 'about-long'
  | 'interests'
  | 'reason'
  | 'brand'
  | 'staff-title'

export interface FieldProblem {
  readonly field: string
  readonly problem: Problem | Refusal
}

/** Only fields that were named here come out; what else a request carries is never looked at. */
export interface Read<T> {
  readonly value: T
  readonly problems: readonly FieldProblem[]
}

/** One text of the form: several of one name, objects and arrays are nobody's form and read as empty. */
export function wordOf(input: unknown, name: string): string {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, name)) return ''
  const value: unknown = Reflect.get(input, name)
  return typeof value === 'string' ? value : ''
}

const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

export const returnToOf = (input: unknown): string => ownPath(wordOf(input, 'returnTo'))

export function readEmail(input: unknown): Read<{ email: string; returnTo: string }> {
  const email = cleanLine(wordOf(input, 'email')).slice(0, 300)
  const problems = isAddress(email) ? [] : [problem('email', 'email')]
  return { value: { email, returnTo: returnToOf(input) }, problems }
}

export function readSignIn(input: unknown): Read<{ email: string; password: string; returnTo: string }> {
  const { value, problems } = readEmail(input)
  const password = passwordOf(input, 'password')
  return {
    value: { ...value, password },
    problems: password ? problems : [...problems, problem('password', 'password')],
  }
}

export interface CodeInput {
  readonly ticket: string
  readonly code: string
  readonly returnTo: string
  /** "1" for whoever asked for the code to become a member. */
  readonly joining: string
}

export function readCode(input: unknown): Read<CodeInput> {
  const code = wordOf(input, 'code').replace(/\D/g, '')
  const joining = wordOf(input, 'joining') === '1' ? '1' : ''
  const value = { ticket: tokenOf(input, 'ticket'), code, returnTo: returnToOf(input), joining }
  return { value, problems: /^\d{6}$/.test(code) ? [] : [problem('code', 'code')] }
}

export function readJoin(input: unknown) {
  const name = readName(input)
  const value = {
    token: tokenOf(input, 'token'),
    name: name.value,
    handle: handleOf(input),
    password: passwordOf(input, 'password'),
    returnTo: returnToOf(input),
  }
  return { value, problems: name.problems }
}

export function readNewPassword(input: unknown): Read<{ token: string; password: string }> {
  const value = { token: tokenOf(input, 'token'), password: passwordOf(input, 'password') }
  return { value, problems: value.password ? [] : [problem('password', 'password')] }
}

export function readPasswordChange(input: unknown): Read<{ current: string; password: string }> {
  const value = { current: passwordOf(input, 'current'), password: passwordOf(input, 'password') }
  return { value, problems: value.password ? [] : [problem('password', 'password')] }
}

export function readEmailChange(input: unknown): Read<{ email: string; password: string }> {
  const { value, problems } = readEmail(input)
  return { value: { email: value.email, password: passwordOf(input, 'emailPassword') }, problems }
}

export function readProfile(input: unknown) {
  const name = readName(input)
  const about = cleanText(wordOf(input, 'about').slice(0, 4 * ABOUT_LONGEST))
  const interests = readInterests(wordOf(input, 'interests'))
  const value = {
    name: name.value,
    about,
    interests,
    language: languageOf(wordOf(input, 'language')),
    products: manyOf(input, 'product').slice(0, PRODUCTS_MOST),
  }
  const tooMany = interests.length > INTERESTS_MOST || interests.some((one) => [...one].length > INTEREST_LONGEST)
  const problems = [
    ...name.problems,
    ...([...about].length > ABOUT_LONGEST ? [problem('about', 'about-long')] : []),
    ...(tooMany ? [problem('interests', 'interests')] : []),
  ]
  return { value, problems }
}

export function readReason(input: unknown): Read<{ reason: string }> {
  const reason = cleanText(wordOf(input, 'reason').slice(0, 4 * REASON_LONGEST))
  const isGood = reason !== '' && [...reason].length <= REASON_LONGEST
  return { value: { reason }, problems: isGood ? [] : [problem('reason', 'reason')] }
}

export function readSetup(input: unknown) {
  const name = readName(input)
  const email = readEmail(input)
  const value = {
    code: wordOf(input, 'code').slice(0, 60),
    brand: cleanLine(wordOf(input, 'brand')),
    name: name.value,
    handle: handleOf(input),
    email: email.value.email,
    password: passwordOf(input, 'password'),
    language: languageOf(wordOf(input, 'language')) ?? 'nl',
    staffTitle: cleanLine(wordOf(input, 'staffTitle')),
  }
  const problems = [
    ...(value.code === '' ? [problem('code', 'wrong-setup-code')] : []),
    ...(isShort(value.brand) ? [] : [problem('brand', 'brand')]),
    ...name.problems,
    ...(value.handle === '' ? [problem('handle', 'handle')] : []),
    ...email.problems,
    ...(isShort(value.staffTitle) ? [] : [problem('staffTitle', 'staff-title')]),
    ...(value.password ? [] : [problem('password', 'password')]),
  ]
  return { value, problems }
}

export function languageOf(text: string): Language | null {
  return languages.find((language) => language === text) ?? null
}

/** A token as ours are made; anything else belongs to nobody. */
export function tokenOf(input: unknown, name: string): string {
  const token = wordOf(input, name)
  return /^[\w-]{43}$/.test(token) ? token : ''
}

const isAddress = (text: string) => text.length <= 254 && ADDRESS.test(text) && !text.includes('..')

const isShort = (text: string) => text !== '' && [...text].length <= NAME_LONGEST

const problem = (field: string, what: Problem | Refusal): FieldProblem => ({ field, problem: what })

/** As typed, only composed in one way: keyboards differ in how they send é. */
const passwordOf = (input: unknown, name: string) => wordOf(input, name).slice(0, 4_000).normalize('NFC')

const handleOf = (input: unknown) => cleanLine(wordOf(input, 'handle')).replace(/^@/, '').toLowerCase().slice(0, 100)

function readName(input: unknown): Read<string> {
  const name = cleanLine(wordOf(input, 'name').slice(0, 1_000))
  if (!/[\p{L}\p{N}]/u.test(name)) return { value: name, problems: [problem('name', 'name')] }
  return { value: name, problems: isShort(name) ? [] : [problem('name', 'name-long')] }
}

function readInterests(text: string): string[] {
  const interests = text
    .slice(0, 4_000)
    .split(/[,;\n]/)
    .map(cleanLine)
    .filter(Boolean)
  return [...new Set(interests)]
}

/** Ticked boxes of one name: one comes as a text, several as a list. */
function manyOf(input: unknown, name: string): string[] {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, name)) return []
  const value: unknown = Reflect.get(input, name)
  const list = Array.isArray(value) ? value : [value]
  return list.filter((one): one is string => typeof one === 'string' && /^[a-z0-9-]{1,60}$/.test(one))
}
