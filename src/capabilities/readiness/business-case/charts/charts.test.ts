import { expect, it } from 'vitest'
import { translator } from '#platform/i18n/translate.ts'
import { calculate } from '../calculated.ts'
import { usualCase } from '../inputs.ts'
import { chartTexts } from '../texts.ts'
import { cleaned } from './draw.ts'
import { inks } from './inks.ts'

const texts = chartTexts(translator('nl'))
const drawn = () => calculate({ ...usualCase('mid'), runs: 500 }, texts).drawings

it('a picture carries no style and no colour of its own, so that the theme decides and the policy lets it pass', () => {
  for (const { narrow, wide } of Object.values(drawn())) {
    for (const svg of [narrow, wide]) {
      expect(svg).toMatch(/^<svg [^>]*viewBox=/)
      expect(svg).not.toMatch(/style|ecmeta|#0[0-9a-f]{5}|rgb|onclick|xlink/)
      expect(svg).toMatch(/class="[^"]*fill-/)
    }
  }
})

it('the same case is drawn the same, whatever was drawn before', () => {
  expect(drawn()).toEqual(drawn())
})

it('what leads to another place in a picture leads within that picture', () => {
  const svg = cleaned('npv', '<svg width="1" height="2" viewBox="0 0 1 2"><g clip-path="url(#zr7-c0)"></g></svg>')
  expect(svg).toContain('clip-path="url(#npv-c0)"')
})

it('each ink stands for one colour', () => {
  expect(new Set(Object.values(inks)).size).toBe(Object.keys(inks).length)
})

it('a case in which hardly anything is filled in still gets its pictures, not an error', () => {
  const nothing = {
    ...usualCase('mid'),
    objectives: ['reputation' as const],
    inputs: { exposedCustomers: 0 },
    runs: 100,
  }
  expect(() => calculate(nothing, texts)).not.toThrow()
})
