import { expect, it } from 'vitest'
import { brandMark } from './brand-mark.ts'

it('a brand without a logo has a mark in its own hue, whatever it is called', () => {
  const mark = brandMark({ name: 'Zon & <b>Wind</b>', hue: 158 })
  expect(mark).toMatch(/^<svg xmlns=/)
  expect(mark).toContain('<title>Zon &#38; &#60;b&#62;Wind&#60;/b&#62;</title>')
  expect(brandMark({ name: 'Zon', hue: 25 })).not.toBe(brandMark({ name: 'Zon', hue: 265 }))
})
