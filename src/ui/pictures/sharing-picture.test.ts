import { expect, test } from 'vitest'
import { breakLines, drawable, widthOf } from './lettering.ts'
import { brandPicture, titlePicture } from './sharing-picture.ts'

const zonnewinde = { name: 'Zonnewinde', hue: 157, hasLogo: false }

test('a title is broken between words and every line fits', () => {
  const lines = breakLines('Warmtepomp slaat ’s nachts steeds aan en uit', 80, 700, 4)
  expect(lines?.join(' ')).toBe('Warmtepomp slaat ’s nachts steeds aan en uit')
  expect(lines?.every((line) => widthOf(line, 80) <= 700)).toBe(true)
})

test('a very long title still becomes a picture', () => {
  expect(titlePicture(zonnewinde, 'warmtepomp '.repeat(40))).toContain('<svg')
  expect(titlePicture(zonnewinde, 'w'.repeat(150))).toContain('<svg')
})

test('little pictures fall away, and letters that would go missing are not drawn at all', () => {
  expect(drawable('Één groep blijft koud 🥶')).toBe('Één groep blijft koud')
  expect(drawable('Тепловой насос')).toBeNull()
  expect(titlePicture(zonnewinde, 'Тепловой насос')).toBeNull()
})

test('a brand with its own logo is not shown with the drawn mark', () => {
  expect(brandPicture(zonnewinde)).toContain('#')
  expect(brandPicture({ ...zonnewinde, hasLogo: true }).split('<circle').length).toBe(2)
  expect(brandPicture({ ...zonnewinde, hasLogo: true })).not.toContain('M3.5 26')
})

test('nothing typed can become markup in the picture', () => {
  expect(titlePicture(zonnewinde, '<script>alert(1)</script>')).not.toContain('<script')
})
