import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testHouse } from '#test/house.ts'
import { growthPathFor } from './paths.ts'
import { growthRoutes } from './routes.tsx'

const { server } = await testHouse(await testDatabase(), [{ name: 'readiness', routes: growthRoutes }])
const get = (query: string, language = 'nl') =>
  server.inject({ url: `/readiness/growth${query}`, headers: { 'accept-language': language } })
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')

describe('the page on which a community grows', () => {
  test('shows an example to whoever comes with nothing, and says that it is one', async () => {
    const { statusCode, body } = await get('')
    expect(statusCode).toBe(200)
    expect(body).toContain('Dit is een voorbeeld')
    expect(body).toContain('name="contactable"')
    expect(body.match(/<svg[^>]*class="chart-drawing"/g)).toHaveLength(4)
    expect(plain(body)).toMatch(/Van honderd mensen .* 44 terug .* 56/)
  })

  test('takes the numbers over from where somebody comes from', async () => {
    const { body } = await get(growthPathFor({ contactable: 250_000, founders: 80 }).replace('/readiness/growth', ''))
    expect(body).toMatch(/name="contactable"[^>]*value="250000"|value="250000"[^>]*name="contactable"/)
    expect(body).toMatch(/name="founders"[^>]*value="80"|value="80"[^>]*name="founders"/)
    expect(body).toMatch(/name="t50"[^>]*value="14"|value="14"[^>]*name="t50"/)
    expect(body).not.toContain('Dit is een voorbeeld')
  })

  test('speaks English', async () => {
    const { body } = await get('', 'en')
    expect(body).toContain('How would your community grow?')
    expect(body).toContain('What this calculation does not know')
  })

  test('shows every month, with the provenance of what was drawn', async () => {
    const { body } = await get('')
    const { length } = body.match(/<th scope="row" class="numeric">\d+<\/th>/g) ?? []
    expect(length).toBe(13 + 36)
    for (const word of ['Gepubliceerd', 'Afgeleid', 'Aanname']) expect(body).toContain(word)
  })

  test('has no inline style, which the security policy would refuse', async () => {
    expect((await get('')).body).not.toMatch(/\sstyle=|<style/)
  })

  test('says in plain words that nothing happens where there is nobody', async () => {
    const { statusCode, body } = await get('?contactable=0&founders=0&visitors=0')
    expect(statusCode).toBe(200)
    expect(body).toContain('Er gebeurt niets')
    expect(body).not.toContain('chart-drawing')
  })
})

describe('a number that does not read', () => {
  test.each([
    ['contactable', '50.000'],
    ['contactable', '1e5'],
    ['contactable', '100000001'],
    ['founders', '-3'],
    ['managerHours', '7,5'],
    ['visitors', 'NaN'],
    ['visitors', 'Infinity'],
    ['visitors', ''],
    ['t50', '7'],
    ['t50', '25'],
  ])('in %s, such as "%s", comes back with what is allowed, and nothing is calculated', async (field, value) => {
    const { statusCode, body } = await get(`?${new URLSearchParams({ [field]: value })}`)
    expect(statusCode).toBe(422)
    expect(body).toContain(`id="field-${field}-error"`)
    expect(plain(body)).toMatch(/Vul een heel getal in van \d+ tot en met [\d.]+/)
    expect(body).not.toContain('chart-drawing')
  })

  test('keeps what was typed, also what is not a number at all', async () => {
    const { statusCode, body } = await get(`?founders=${encodeURIComponent('"><script>alert(1)</script>')}&t50=9`)
    expect(statusCode).toBe(422)
    expect(body).not.toContain('<script>alert')
    expect(body).toMatch(/name="t50"[^>]*value="9"|value="9"[^>]*name="t50"/)
  })

  test('given twice is not guessed at', async () => {
    expect((await get('?founders=3&founders=4')).statusCode).toBe(422)
  })
})
