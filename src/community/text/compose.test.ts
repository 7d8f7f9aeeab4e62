import { describe, expect, it } from 'vitest'
import { languageOf } from './compose.ts'

describe('the language of a text', () => {
  it.each([
    ['nl', 'Boiler is lauw. Wie weet dit?'],
    ['nl', 'App is traag of hangt, wat nu?'],
    ['nl', 'Rekent Slim laden met prijzen per kwartier of nog met die per uur?'],
    ['en', 'Is it safe to touch?'],
    ['en', 'Boiler was lukewarm and my shower is cold'],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(text, language === 'nl' ? 'en' : 'nl')).toBe(language)
  })

  it('is that of the community where the words do not tell', () => {
    for (const language of ['nl', 'en'] as const) expect(languageOf('E14 was in orde', language)).toBe(language)
  })
})
