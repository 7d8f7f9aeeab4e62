import { z } from 'zod'
import { cleanLine, cleanText } from './clean.ts'

/** Why a field does not read: a key of the texts ("form.too-long") and the numbers in it. */
export interface Problem {
  code: string
  params: Record<string, string | number>
}

export type Reading<Value> =
  | { ok: true; value: Value }
  | {
      ok: false
      /** By field; under "form" what is wrong with the whole. */
      problems: Record<string, Problem>
      /** What the person typed, by field, to show again. Never a password. */
      words: Record<string, string>
    }

type Form = z.ZodObject

/** Untrusted input as the typed values of a form, or a problem per field. Only fields of the schema are seen. */
export function readForm<F extends Form>(schema: F, input: unknown): Reading<z.output<F>> {
  if (!isFields(input)) return { ok: false, problems: { form: { code: 'form.unreadable', params: {} } }, words: {} }
  const fields = ownFields(schema, input)
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = bare<Problem>([])
  for (const issue of parsed.error.issues) problems[String(issue.path[0] ?? 'form')] ??= problemOf(issue, fields)
  return { ok: false, problems, words: wordsIn(schema, fields) }
}

/** An address's query: what is unknown is ignored, what is empty or wrong counts as absent and gets its default. */
export function readQuery<F extends Form>(schema: F, query: unknown): Partial<z.output<F>> & DefaultsOf<F> {
  const fields = isFields(query) ? ownFields(schema, query) : {}
  const values = Object.entries(schema.shape).map(([name, field]) => {
    const given = fields[name] === '' ? undefined : fields[name]
    const parsed = (field as z.ZodType).safeParse(given)
    return [name, parsed.success ? parsed.data : (field as z.ZodType).safeParse(undefined).data]
  })
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

interface Bounds {
  /** 0: may be left empty. */
  min?: number
}

/** One line of at most so many characters. Required, unless `min` is 0 or `.optional()` follows. */
export function line(max: number, { min = 1 }: Bounds = {}) {
  return z.string().transform(cleanLine).pipe(z.string().min(min).max(max))
}

/** Text of several lines of at most so many characters. */
export function text(max: number, { min = 1 }: Bounds = {}) {
  return z.string().transform(cleanText).pipe(z.string().min(min).max(max))
}

/** A password or code: as typed, not trimmed, never shown again; bounded in bytes because it is hashed. */
export function secret({ min = 1, maxBytes = 256 }: Bounds & { maxBytes?: number } = {}) {
  const fits = (value: string) => Buffer.byteLength(value) <= maxBytes
  const field = z
    .string()
    .min(min)
    .refine(fits, { params: { code: 'form.secret-too-long', max: maxBytes } })
  secrets.add(field)
  return field
}

/** The id of something: a positive number that fits the database, as a string. */
export function id() {
  const fits = (value: string) => /^[1-9]\d{0,18}$/.test(value) && BigInt(value) <= LARGEST_ID
  return z.string().refine(fits, { params: { code: 'form.not-an-id' } })
}

/** Where a list goes on: the id of the last one seen. */
export function cursorId() {
  return id()
}

export function choice<const Options extends readonly [string, ...string[]] | readonly string[]>(options: Options) {
  return z.enum(options as unknown as [Options[number], ...Options[number][]])
}

/** Several values of one name, as checkboxes and repeated fields send them; one alone or none counts too. */
export function list<Item extends z.ZodType>(item: Item, max = 100) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  )
}

/** A checkbox: absent when it is not ticked. */
export function checkbox() {
  return z
    .union([z.boolean(), z.enum(['on', 'true', '1', 'off', 'false', '0', ''])])
    .optional()
    .transform((value) => value === true || value === 'on' || value === 'true' || value === '1')
}

/** A whole number, typed or as a number in JSON. */
export function whole({ min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {}) {
  const read = (value: unknown) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value
  return z.preprocess(read, z.int().min(min).max(max))
}

/** An e-mail address that mail can be sent to, in small letters. */
export function email() {
  return z
    .string()
    .transform((value) => cleanLine(value).toLowerCase())
    .pipe(
      z
        .string()
        .min(1)
        .max(254)
        .refine(isEmail, { params: { code: 'form.not-an-email' } }),
    )
}

/** An empty field counts as an absent one. */
export function optional<Field extends z.ZodType>(field: Field) {
  return z.preprocess(
    (value) => (typeof value === 'string' && cleanLine(value) === '' ? undefined : value),
    field.optional(),
  )
}

const LARGEST_ID = 9_223_372_036_854_775_807n
const secrets = new WeakSet<z.ZodType>()

function isEmail(value: string): boolean {
  if (value === '') return true
  const [local = '', domain = '', ...more] = value.split('@')
  const localReads = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local)
  const domainReads = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/.test(domain)
  return more.length === 0 && local.length <= 64 && localReads && domainReads
}

function isSecret(field: z.ZodType | undefined): boolean {
  if (!field) return false
  const inner = (field.def as { innerType?: z.ZodType }).innerType
  return secrets.has(field) || isSecret(inner)
}

/** The fields that always have a value, because absence has a default. */
type DefaultsOf<F extends Form> = {
  [Name in keyof F['shape'] as F['shape'][Name] extends z.ZodDefault | z.ZodCatch ? Name : never]: z.output<
    F['shape'][Name]
  >
}

function isFields(input: unknown): input is Record<string, unknown> {
  return input === undefined || input === null || (typeof input === 'object' && !Array.isArray(input))
}

function ownFields(schema: Form, input: Record<string, unknown> | null | undefined): Record<string, unknown> {
  const names = Object.keys(schema.shape).filter((name) => input && Object.hasOwn(input, name))
  return bare(names.map((name) => [name, input?.[name] ?? undefined]))
}

function wordsIn(schema: Form, fields: Record<string, unknown>): Record<string, string> {
  const typed = Object.entries(fields).filter(([name]) => !isSecret(schema.shape[name] as z.ZodType))
  return bare(typed.map(([name, value]) => [name, words(value)]))
}

function words(value: unknown): string {
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one === 'string')
      .map(cleanText)
      .join(', ')
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : cleanText(value)
}

function problemOf(issue: z.core.$ZodIssue, fields: Record<string, unknown>): Problem {
  const value = fields[String(issue.path[0])]
  const length = typeof value === 'string' ? cleanText(value).length : 0
  if (issue.code === 'custom') return customProblem(issue)
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum)
    if (issue.origin === 'string') return { code: 'form.too-long', params: { max, length } }
    return issue.origin === 'array'
      ? { code: 'form.too-many', params: { max } }
      : { code: 'form.too-high', params: { max } }
  }
  if (issue.code === 'too_small') {
    const min = Number(issue.minimum)
    if (issue.origin === 'string') return length === 0 ? REQUIRED : { code: 'form.too-short', params: { min, length } }
    return issue.origin === 'array'
      ? { code: 'form.too-few', params: { min } }
      : { code: 'form.too-low', params: { min } }
  }
  if (value === undefined || value === '') return REQUIRED
  if (typeof value === 'object') return { code: 'form.one-value', params: {} }
  return { code: issue.code === 'invalid_value' ? 'form.not-a-choice' : 'form.unreadable', params: {} }
}

const REQUIRED: Problem = { code: 'form.required', params: {} }

/** A check of a slice names its own code: `.refine(rule, { params: { code: 'questions.title-again' } })`. */
function customProblem(issue: z.core.$ZodIssueCustom): Problem {
  const { code, ...params } = issue.params ?? {}
  return { code: typeof code === 'string' ? code : 'form.unreadable', params }
}

/** Without inheritance: a missing field called "constructor" is missing. */
function bare<Value>(entries: [string, Value][]): Record<string, Value> {
  return Object.assign(Object.create(null), Object.fromEntries(entries))
}
