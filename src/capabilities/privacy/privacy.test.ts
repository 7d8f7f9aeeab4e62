import { expect, it } from 'vitest'
import { cookieFor } from '#platform/http/cookies.ts'
import { testDatabase } from '#test/database.ts'
import { testHouse } from '#test/house.ts'
import { privacy } from './index.ts'

const database = await testDatabase()
const { server, site } = await testHouse(database, [privacy])

it('a visitor reads in Dutch and in English what is kept, and gets no cookie', async () => {
  const dutch = await server.inject({ url: '/privacy', headers: { 'accept-language': 'nl' } })
  const english = await server.inject({ url: '/privacy', headers: { 'accept-language': 'en' } })
  expect([dutch.statusCode, english.statusCode]).toEqual([200, 200])
  expect(dutch.body).toContain('Wat we van je bewaren')
  expect(english.body).toContain('What we keep about you')
  expect(dutch.headers['set-cookie']).toBeUndefined()
})

it('every cookie there is stands on the page', async () => {
  const { body } = await server.inject({ url: '/privacy' })
  for (const use of ['session', 'language', 'draft'] as const) {
    expect(body).toContain(`<code>${cookieFor(use, 'http://localhost:3000').name}</code>`)
  }
})

it('a visitor reads that a business case stays in their own tab', async () => {
  for (const [language, words] of [
    ['nl', 'alleen in dat tabblad, tot je het sluit'],
    ['en', 'in that one tab, until you close it'],
  ] as const) {
    const { body } = await server.inject({ url: '/privacy', headers: { 'accept-language': language } })
    expect(body).toContain(words)
  }
})

it('a brand that says u is heard on every line', async () => {
  await database.db.updateTable('brand').set({ address_form: 'u' }).execute()
  site.signals.send(['brand'])
  const fresh = await server.inject({ url: '/privacy', headers: { 'accept-language': 'nl' } })
  const main = /<main[\s\S]*<\/main>/.exec(fresh.body)?.[0] ?? ''
  const words = main.replace(/<[^>]*>/g, ' ')
  expect(words).toContain('Wat we van u bewaren')
  expect(words.match(/\b(je|jij|jou|jouw)\b/gi)).toBeNull()
})
