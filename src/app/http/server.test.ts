import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { wholeHouse } from '#test/whole-house.ts'

const house = await wholeHouse(await testDatabase())

it('an address that cannot be decoded leads nowhere, in the words and the form of whoever asked', async () => {
  const visitor = house.visitor()
  for (const address of ['/%ff', '/members/%E0%A4%A', '/%', '/questions/%c0%ae?q=%41', '/brand/%ff.css']) {
    const { status, headers, text } = await visitor.get(address, { 'accept-language': 'en' })
    expect([address, status, headers['content-type']]).toEqual([address, 404, 'text/html; charset=utf-8'])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(text).toContain('<html lang="en"')
  }
  const { status, headers, text } = await visitor.get('/api/v1/questions/%ff')
  expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
  expect(JSON.parse(text).code).toBe('not-found')
})
