import { describe, expect, it } from 'vitest'
import type { MessageKey } from './keys.generated.ts'
import { translatorOf } from './translator-of.ts'

const texts = {
  nl: new Map([
    ['x.plain', 'Stel je vraag'],
    ['x.named', 'Dag {name}'],
    ['x.count', '{count, plural, =0 {nog geen antwoord} one {# antwoord} other {# antwoorden}}'],
    ['x.link', 'Lees <link>onze regels</link>, {name}'],
  ]),
  en: new Map([['x.count', '{count, plural, one {# answer} other {# answers}}']]),
  'nl-u': new Map([['x.plain', 'Stel uw vraag']]),
}
const key = (name: string) => name as MessageKey
const dutch = translatorOf(texts, 'nl')

describe('a reader', () => {
  it('who reads Dutch is addressed with je, or with u where the brand chose that', () => {
    expect(dutch(key('x.plain'))).toBe('Stel je vraag')
    expect(translatorOf(texts, 'nl', 'u')(key('x.plain'))).toBe('Stel uw vraag')
    expect(translatorOf(texts, 'nl', 'u')(key('x.named'), { name: 'Noor' })).toBe('Dag Noor')
  })

  it('sees counts in the way of their language', () => {
    expect(dutch(key('x.count'), { count: 0 })).toBe('nog geen antwoord')
    expect(dutch(key('x.count'), { count: 1234 })).toBe('1.234 antwoorden')
    expect(translatorOf(texts, 'en')(key('x.count'), { count: 1234 })).toBe('1,234 answers')
  })

  it('gets markup inside a sentence as nodes, never as text', () => {
    const parts = dutch.rich<object>(key('x.link'), {
      name: '<b>Noor</b>',
      link: (words) => ({ href: '/rules', words }),
    })
    expect(parts).toEqual(['Lees ', { href: '/rules', words: ['onze regels'] }, ', <b>Noor</b>'])
  })

  it('never meets a missing text unnoticed: it stops the test', () => {
    expect(() => dutch(key('x.nowhere'))).toThrow('No text for "x.nowhere"')
  })
})
