import { expect, it } from 'vitest'
import { questions } from '#capabilities/questions/index.ts'
import { testDatabase } from '#test/database.ts'
import { person, testHouse } from '#test/house.ts'

const { site, server } = await testHouse(await testDatabase(), [questions])
const henk = await person(site, 'henk')

const visit = async (url: string, headers: Record<string, string> = {}) =>
  (await server.inject({ method: 'GET', url, headers })).body

it('what a stranger adds to an address or a header never stands in the page that others get', async () => {
  const headers = { 'x-forwarded-host': 'evil.example', 'x-original-url': '/evil', host: 'evil.example' }
  await visit('/questions?utm=evil-words&view=solved', headers)
  const after = await visit('/questions?view=solved')
  expect(after).not.toContain('evil')
  expect(site.pageCache.size).toBe(1)
})

it('the page of a member is never given to a visitor, nor kept', async () => {
  const before = site.pageCache.size
  const own = await server.inject({ method: 'GET', url: '/questions?view=unsolved', cookies: henk.cookies })
  expect(own.body).toContain('henk')
  expect(site.pageCache.size).toBe(before)
  expect(await visit('/questions?view=unsolved')).not.toContain('henk')
})

it('only pages that are there are kept', async () => {
  const before = site.pageCache.size
  expect(await visit('/questions/999999/nothing')).toContain('Deze pagina is er niet')
  expect(site.pageCache.size).toBe(before)
})

it('a language is a page of its own', async () => {
  expect(await visit('/questions', { 'accept-language': 'en' })).toContain('<html lang="en"')
  expect(await visit('/questions', { 'accept-language': 'nl' })).toContain('<html lang="nl"')
})
