import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import {
  checkbox,
  choice,
  cursorId,
  email,
  id,
  line,
  list,
  optional,
  readForm,
  readQuery,
  secret,
  text,
  whole,
} from './forms.ts'

const ask = z.object({
  title: line(40),
  body: text(200, { min: 10 }),
  board: choice(['warmte', 'zon']),
  product: optional(id()),
  tags: list(line(20), 3),
  follow: checkbox(),
})
const good = {
  title: 'Mijn ketel tikt',
  body: 'Hij tikt de hele dag.',
  board: 'warmte',
  product: '',
  tags: 'cv',
  follow: 'on',
}

function problemsOf(input: unknown, schema: z.ZodObject = ask) {
  const reading = readForm(schema, input)
  return reading.ok
    ? {}
    : Object.fromEntries(Object.entries(reading.problems).map(([field, { code }]) => [field, code]))
}

describe('a form that was filled in well', () => {
  it('gives typed, cleaned values', () => {
    expect(readForm(ask, { ...good, title: '  Mijn\u0000 ketel\u202e\ntikt ' })).toEqual({
      ok: true,
      value: {
        title: 'Mijn ketel tikt',
        body: good.body,
        board: 'warmte',
        product: undefined,
        tags: ['cv'],
        follow: true,
      },
    })
  })

  it('leaves out every field that it does not know', () => {
    const reading = readForm(ask, { ...good, role: 'administrator', points: '99' })
    expect(reading.ok && Object.keys(reading.value)).toEqual(['title', 'body', 'board', 'product', 'tags', 'follow'])
  })

  it('may leave out a tick and a list', () => {
    const { tags, follow, ...rest } = good
    const reading = readForm(ask, rest)
    expect(reading.ok && [reading.value.tags, reading.value.follow]).toEqual([[], false])
  })
})

describe('a form with problems', () => {
  it('names them per field with numbers for the sentence, and keeps the words', () => {
    expect(readForm(ask, { ...good, title: 'x'.repeat(41), body: ' kort ', board: 'wind' })).toEqual({
      ok: false,
      problems: {
        title: { code: 'form.too-long', params: { max: 40, length: 41 } },
        body: { code: 'form.too-short', params: { min: 10, length: 5 } },
        board: { code: 'form.not-a-choice', params: {} },
      },
      words: { ...good, title: 'x'.repeat(41), body: ' kort', board: 'wind' },
    })
  })

  it('says what still needs to be filled in, also when only invisible characters were', () => {
    expect(problemsOf({})).toEqual({ title: 'form.required', body: 'form.required', board: 'form.required' })
    expect(problemsOf({ ...good, title: '\u200b\u202e \u0000' })).toEqual({ title: 'form.required' })
    expect(problemsOf(undefined)).toEqual(problemsOf({}))
  })

  it('takes one value where one belongs: no lists, objects, numbers or nothing', () => {
    for (const odd of [['a', 'b'], [], {}, { a: 1 }, { toString: 'x' }]) {
      expect(problemsOf({ ...good, title: odd }), JSON.stringify(odd)).toEqual({ title: 'form.one-value' })
      expect(problemsOf({ ...good, board: odd }), JSON.stringify(odd)).toEqual({ board: 'form.one-value' })
    }
    for (const odd of [1, true, () => 'x'])
      expect(problemsOf({ ...good, title: odd })).toEqual({ title: 'form.unreadable' })
    expect(problemsOf({ ...good, title: null })).toEqual({ title: 'form.required' })
  })

  it('keeps the words of a field that came twice', () => {
    const reading = readForm(ask, { ...good, title: ['Een', 'Twee'] })
    expect(!reading.ok && reading.words.title).toBe('Een, Twee')
  })

  it('never shows a password again', () => {
    const schema = z.object({ name: line(5), password: secret({ min: 10 }), again: secret().optional() })
    const reading = readForm(schema, { name: 'te lange naam', password: ' geheim\u0000 ', again: 'x' })
    expect(reading).toMatchObject({
      ok: false,
      words: { name: 'te lange naam' },
      problems: { password: { code: 'form.too-short' } },
    })
    expect(JSON.stringify(reading)).not.toContain('geheim')
    expect(problemsOf({ name: 'a', password: 'é'.repeat(129) }, schema)).toEqual({ password: 'form.secret-too-long' })
    expect(readForm(schema, { name: 'a', password: ' met spaties ' })).toMatchObject({
      value: { password: ' met spaties ' },
    })
  })

  it('is itself the problem when it is no form', () => {
    for (const odd of ['tekst', 5, true, [], [good]]) expect(problemsOf(odd)).toEqual({ form: 'form.unreadable' })
  })

  it('sees own fields only', () => {
    expect(problemsOf(Object.create(good))).toEqual(problemsOf({}))
    const odd = z.object({ constructor: line(9), toString: optional(line(9)) })
    expect(problemsOf({}, odd)).toEqual({ constructor: 'form.required' })
    expect(readForm(ask, JSON.parse(`{"__proto__":{"title":"x"},"body":"${'x'.repeat(20)}"}`)).ok).toBe(false)
  })

  it('lets a slice name its own problem', () => {
    const schema = z.object({
      title: line(9).refine((t) => t !== 'help', { params: { code: 'questions.vague', nr: 2 } }),
    })
    expect(readForm(schema, { title: 'help' })).toMatchObject({
      problems: { title: { code: 'questions.vague', params: { nr: 2 } } },
    })
  })
})

describe('fields', () => {
  const reads = (field: z.ZodType, value: unknown) => readForm(z.object({ field }), { field: value }).ok

  it('an id is a positive number that the database can hold', () => {
    for (const value of ['1', '42', '9223372036854775807']) expect(reads(id(), value), value).toBe(true)
    for (const value of [
      '0',
      '-1',
      '01',
      '1abc',
      ' 1',
      '1.0',
      '1e3',
      '0x1',
      '9223372036854775808',
      '9'.repeat(30),
      '١',
      '',
      1,
    ])
      expect(reads(id(), value), String(value)).toBe(false)
  })

  it('a choice is one of the choices, not what every object has', () => {
    for (const value of ['__proto__', 'constructor', 'toString', 'Warmte', ' warmte', ''])
      expect(reads(choice(['warmte']), value), value).toBe(false)
  })

  it('an e-mail address is one that mail can be sent to', () => {
    for (const value of [
      'mira@zonnewinde.example',
      ' Mira.X+y@Mail.Example.NL ',
      "o'brien@example.nl",
      'a@xn--mller-kva.example',
    ])
      expect(reads(email(), value), value).toBe(true)
    for (const value of [
      '',
      'mira',
      'mira@',
      '@example.nl',
      'a@b',
      'a@b..nl',
      'a..b@c.nl',
      '.a@b.nl',
      'a@b@c.nl',
      'a b@c.nl',
      'a@b.nl,c@d.nl',
      'a@b.nl\r\nBcc: x@y.nl',
      'a@1.2',
      '<a@b.nl>',
      `${'a'.repeat(65)}@b.nl`,
      `a@${'b.'.repeat(130)}nl`,
    ])
      expect(reads(email(), value), value).toBe(false)
    expect(readForm(z.object({ email: email() }), { email: ' Mira@Example.NL' })).toMatchObject({
      value: { email: 'mira@example.nl' },
    })
  })

  it('a list takes one, several or none, up to its bound', () => {
    const tags = z.object({ tags: list(line(5), 2) })
    expect(readForm(tags, { tags: ['a', 'b'] })).toMatchObject({ value: { tags: ['a', 'b'] } })
    expect(problemsOf({ tags: ['a', 'b', 'c'] }, tags)).toEqual({ tags: 'form.too-many' })
    expect(problemsOf({ tags: ['a', { b: 1 }] }, tags)).toEqual({ tags: 'form.one-value' })
  })

  it('a whole number is whole and within its bounds', () => {
    for (const value of ['3', 3, '10']) expect(reads(whole({ min: 1, max: 10 }), value)).toBe(true)
    for (const value of ['', '0', '11', '1.5', 1.5, 'x', '1e1', '9'.repeat(400), Number.NaN, ['3']])
      expect(reads(whole({ min: 1, max: 10 }), value)).toBe(false)
  })

  it('a tick is a tick', () => {
    const value = (sent: unknown) => readForm(z.object({ tick: checkbox() }), { tick: sent })
    for (const sent of ['on', 'true', true, '1']) expect(value(sent)).toMatchObject({ value: { tick: true } })
    for (const sent of ['off', false, '', undefined]) expect(value(sent)).toMatchObject({ value: { tick: false } })
    expect(value(['on', 'on']).ok).toBe(false)
  })
})

describe('the query of an address', () => {
  const schema = z.object({
    view: choice(['all', 'mine']).default('all'),
    board: line(20).optional(),
    after: cursorId().optional(),
  })

  it('is read where it can be and else has its default', () => {
    expect(readQuery(schema, { view: 'mine', board: 'zon', after: '12', utm: 'x' })).toEqual({
      view: 'mine',
      board: 'zon',
      after: '12',
    })
    for (const odd of [
      {},
      null,
      undefined,
      'x',
      [],
      { view: 'geen', board: '', after: '1abc' },
      { view: ['mine', 'all'], board: { a: 1 } },
    ])
      expect(readQuery(schema, odd), JSON.stringify(odd)).toEqual({ view: 'all' })
  })
})

describe('whatever is sent', () => {
  it('as a form or as JSON, is read or refused, never a crash', async () => {
    const app = Fastify()
    await app.register(formbody)
    app.post('/', (request) => readForm(ask, request.body))
    for (const value of Object.values(hostileStrings)) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const payload = new URLSearchParams({ ...good, title: value.toWellFormed() }).toString()
      expect((await app.inject({ method: 'POST', url: '/', headers, payload })).statusCode).toBe(200)
      expect((await app.inject({ method: 'POST', url: '/', payload: { ...good, title: value } })).statusCode).toBe(200)
    }
    const odd = [
      'title=a&title=b',
      'title[]=a',
      'title[a]=b',
      '__proto__=x&title=y',
      '&&&',
      '=',
      'title',
      '%',
      '%00=%00',
      'a=1&'.repeat(2000),
    ]
    for (const payload of odd) {
      const answer = await app.inject({
        method: 'POST',
        url: '/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      })
      expect(answer.json(), payload).toMatchObject({ ok: false })
    }
    await app.close()
  })
})
