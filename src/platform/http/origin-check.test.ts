import { describe, expect, test } from 'vitest'
import { cookieFor } from './cookies.ts'
import { formTokenFor, isFormToken } from './form-token.ts'
import { isFromOurselves } from './origin-check.ts'
import { ownPath } from './own-path.ts'

const publicUrl = 'https://samen.zonnewinde.example'
const from = (headers: Record<string, string | string[]>, method = 'POST') =>
  isFromOurselves({ method, headers: { host: 'samen.zonnewinde.example', ...headers } }, publicUrl)

describe('where a form comes from', () => {
  test('our own pages may change things, with and without JavaScript', () => {
    expect(from({ 'sec-fetch-site': 'same-origin', origin: publicUrl })).toBe(true)
    expect(from({ origin: publicUrl })).toBe(true)
    expect(from({})).toBe(true)
  })

  test('the other name of a machine at home counts when browser and Host agree', () => {
    const home = { method: 'POST', headers: { host: '192.168.1.9:3000', origin: 'http://192.168.1.9:3000' } }
    expect(isFromOurselves(home, 'http://localhost:3000')).toBe(true)
  })

  test.each<Record<string, string | string[]>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin, cross-site' },
    { 'sec-fetch-site': ['same-origin', 'cross-site'] },
    { 'sec-fetch-site': '' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { origin: 'https://samen.zonnewinde.example.evil.example' },
    { origin: 'https://evil-samen.zonnewinde.example' },
    { origin: 'https://samen.zonnewinde.example:8443' },
    { origin: 'http://samen.zonnewinde.example@evil.example' },
    { origin: 'file:///samen.zonnewinde.example' },
  ])('%j may not', (headers) => expect(from(headers)).toBe(false))

  test('looking is free', () => expect(from({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(true))
})

test('a form token belongs to one session', () => {
  const token = formTokenFor('secret', 'session-1')
  expect(isFormToken(token, 'secret', 'session-1')).toBe(true)
  for (const wrong of [undefined, null, '', [token], { token }, `${token}x`, formTokenFor('secret', 'session-2')])
    expect(isFormToken(wrong, 'secret', 'session-1')).toBe(false)
})

test('a cookie over https can be planted by nobody else', () => {
  expect(cookieFor('session', publicUrl)).toMatchObject({
    name: '__Host-onderling-session',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true },
  })
  expect(cookieFor('session', 'http://localhost:3000')).toMatchObject({
    name: 'onderling-session',
    options: { secure: false },
  })
})

describe('where to go back to', () => {
  test.each(['/', '/questions/new', '/questions/12/titel?page=2#answer-3', '/search?q=a%20b'])('%s is ours', (path) =>
    expect(ownPath(path)).toBe(path),
  )

  test.each<unknown>([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/questions\\..',
    '/\t/evil.example',
    ' /questions',
    '/a b',
    '/%0d\u0000',
    'javascript:alert(1)',
    '/..//evil.example',
    '/./\t/evil',
    ['/questions'],
    { toString: () => '/questions' },
    `/${'a'.repeat(8_001)}`,
  ])('%j is not', (path) => expect(ownPath(path)).toBe('/'))
})
