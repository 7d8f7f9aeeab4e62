import { expect, test } from 'vitest'
import { readsLikeThanks } from './reads-like-thanks.ts'

test.each([
  'Bedankt, dat was het!',
  'Top, het werkt weer. Dank je wel Henk',
  'Hij draait nu al 25 minuten achter elkaar, heel zachtjes. Dit is hem!',
  'Gelukt!',
  'Thanks, that did it.',
  'It works, thank you',
])('an asker who writes "%s" is offered to confirm', (words) => {
  expect(readsLikeThanks(words)).toBe(true)
})

test.each([
  'Bedankt, maar het werkt nog steeds niet',
  'Dank je, ik ga het proberen',
  'Helaas niet gelukt',
  'Werkt dit ook bij de ZW-Aero 9?',
  'Thanks, but it still fails',
  'Ik heb de stand op 2 gezet.',
  '',
  'x'.repeat(1_000),
])('an asker who writes "%s" is not', (words) => {
  expect(readsLikeThanks(words)).toBe(false)
})
