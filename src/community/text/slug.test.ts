import { expect, it } from 'vitest'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { slugFor } from './slug.ts'

it('a title becomes a readable address', () => {
  expect(slugFor('Warmtepomp slaat ’s nachts steeds aan en uit?')).toBe('warmtepomp-slaat-s-nachts-steeds-aan-en-uit')
  expect(slugFor('Één cv-ketel: 20 °C à 30 °C')).toBe('een-cv-ketel-20-c-a-30-c')
  expect(slugFor('Straße, smørrebrød & Łódź')).toBe('strasse-smorrebrod-lodz')
})

it('a long title ends after a whole word, a long word after sixty letters', () => {
  expect(slugFor('woord '.repeat(30))).toBe('woord-woord-woord-woord-woord-woord-woord-woord-woord-woord')
  expect(slugFor('w'.repeat(500))).toHaveLength(60)
})

it('a title in another script reads in Latin or gets the fallback', () => {
  expect(slugFor('Привет мир')).toBe('privet-mir')
  expect(slugFor('田中さん')).toBe('-')
  expect(slugFor('', 'vraag')).toBe('vraag')
})

it('whatever the title, the address is plain and short', () => {
  for (const text of Object.values(hostileStrings)) expect(slugFor(text)).toMatch(/^(?:-|[a-z0-9]+(?:-[a-z0-9]+)*)$/)
  for (const text of Object.values(hostileStrings)) expect(slugFor(text).length).toBeLessThanOrEqual(60)
})
