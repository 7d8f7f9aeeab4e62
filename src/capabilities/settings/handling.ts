import type { z } from 'zod'
import type { MemberExchange } from '#community/exchange.ts'
import { type Said, saying } from '#community/said.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { type Filled, refusedWith, unreadable, wordsOf } from './filled.ts'
import type { Outcome } from './outcome.ts'

type Handler = (x: MemberExchange) => Promise<Reply>

/** A handler of the one thing in an address; for what cannot be one the database is not asked. */
export const onOne =
  (work: (x: MemberExchange, id: string) => Promise<Reply>): Handler =>
  async (x) => {
    const id = idIn(x)
    return id ? work(x, id) : missing
  }

/** The same for a part of it, such as a version of a product. */
export const onPart = (
  part: string,
  work: (x: MemberExchange, id: string, partId: string) => Promise<Reply>,
): Handler =>
  onOne(async (x, id) => {
    const partId = idIn(x, part)
    return partId ? work(x, id, partId) : missing
  })

/** The id in an address, or null for what cannot be one. */
export function idIn(x: MemberExchange, name = 'id'): string | null {
  const id = x.params[name] ?? ''
  return /^[1-9]\d{0,17}$/.test(id) ? id : null
}

export function handleIn(x: MemberExchange): string | null {
  const handle = x.params.handle ?? ''
  return /^[a-z0-9][\w-]{1,29}$/i.test(handle) ? handle : null
}

/** The one-time key of a form, whatever it held. */
export const onceOf = (x: MemberExchange): unknown => (x.body as { _once?: unknown } | null)?._once

type Shown = Parameters<typeof page>[0]

/** The page of something that may not be there. */
export async function ifThere(shown: Promise<Shown | null>, as: (shown: Shown) => Reply = page): Promise<Reply> {
  const found = await shown
  return found ? as(found) : missing
}

export const withProblems = (shown: Promise<Shown | null>): Promise<Reply> => ifThere(shown, pageWithProblems)

interface Asking<Form extends z.ZodObject, Value> {
  readonly form: Form
  readonly deed: (input: z.output<Form>) => Promise<Outcome<Value>>
  /** Where it leads: to the result, with a fresh GET. */
  readonly to: string | ((value: Value) => string)
  readonly said?: Said
  /** The page again, with the words kept and what is wrong beside the fields. */
  readonly again: (form: Filled) => Promise<Reply>
}

/** One form, from what was typed to where it leads. */
export async function answerForm<Form extends z.ZodObject, Value>(
  x: MemberExchange,
  { form, deed, to, said = 'saved', again }: Asking<Form, Value>,
): Promise<Reply> {
  const read = readForm(form, x.body)
  if (!read.ok) return again(unreadable(x.t, read))
  return afterDeed(x, await deed(read.value), { to, said, again })
}

/** After a deed: the result, or why not. */
export async function afterDeed<Value>(
  x: MemberExchange,
  result: Outcome<Value>,
  { to, said = 'saved', again }: Pick<Asking<z.ZodObject, Value>, 'to' | 'said' | 'again'>,
): Promise<Reply> {
  if (result.outcome === 'unknown') return missing
  if (result.outcome === 'refused') return again(refusedWith(x.t, wordsOf(x), result.reason, result.field))
  return seeOther(saying(typeof to === 'string' ? to : to(result.value), said))
}

/** A page that came back with problems stands at the address of its form: whoever loads that one gets the page itself. */
export const upBy =
  (levels: number) =>
  (x: MemberExchange): Reply =>
    seeOther((x.request.url.split('?')[0] ?? '').split('/').slice(0, -levels).join('/'))
