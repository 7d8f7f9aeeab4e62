import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function written(isTTY: boolean, work: (log: ReturnType<typeof createLog>) => void): string {
  const stream = Object.assign(new PassThrough(), { isTTY })
  work(createLog({ stream }))
  return String(stream.read())
}

test('a person at a terminal reads one plain line', () => {
  const line = written(true, (log) => log.info({ questions: 12 }, 'The demo is ready'))
  expect(line).toMatch(/^\d\d:\d\d:\d\d The demo is ready questions=12\n$/)
})

test('a machine reads JSON', () => {
  expect(JSON.parse(written(false, (log) => log.warn({ lag: 3 }, 'late')))).toMatchObject({ lag: 3, msg: 'late' })
})

test('what is personal is left out', () => {
  const line = written(false, (log) => log.info({ email: 'a@b.nl', request: { ip: '10.1.2.3', id: 'r1' } }, 'seen'))
  expect(line).not.toMatch(/a@b|10\.1/)
  expect(line).toContain('r1')
})

test('what somebody typed is left out of an error of the database, its code is kept', () => {
  const error = Object.assign(new Error('invalid input syntax for type bigint: "jan@huis.nl"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (email)=(jan@huis.nl) already exists.',
  })
  const line = written(false, (log) => log.error({ err: error }, 'failed'))
  expect(line).not.toContain('jan@')
  expect(line).toContain('22P02')
})
