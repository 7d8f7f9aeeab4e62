import { describe, expect, it } from 'vitest'
import { brandColour, brandStylesheet } from './brand.ts'
import { type Colours, coloursOf, contrast, type Neutral, type Theme } from './colours.ts'
import { palette } from './palette.ts'

const themes: Theme[] = ['light', 'dark']
const neutrals: Neutral[] = ['warm', 'cool', 'brand']

function unreadable(colours: Colours): string[] {
  return Object.entries(palette).flatMap(([name, tone]) =>
    (tone.on ?? []).flatMap((ground) => {
      const [text, under] = [colours[name], colours[ground]]
      const ratio = text && under ? contrast(text, under) : 0
      return ratio < (tone.contrast ?? 4.5) ? [`${name} on ${ground}: ${ratio.toFixed(2)}`] : []
    }),
  )
}

describe('a brand', () => {
  it.each(themes)('may choose any hue: every text stays readable in the %s theme', (theme) => {
    for (let hue = 0; hue < 360; hue++) {
      for (const neutral of neutrals) expect(unreadable(coloursOf(theme, hue, neutral)), `hue ${hue}`).toEqual([])
    }
  })

  it('keeps its colour: the correction moves lightness, not the hue', () => {
    for (let hue = 0; hue < 360; hue += 10) {
      const { brand } = coloursOf('light', hue)
      expect(brand?.h).toBeCloseTo(hue, 0)
      expect(brand?.c).toBeGreaterThan(0.05)
    }
  })

  it('gets one small file without a word about anything but tokens', () => {
    const sheet = brandStylesheet({ hue: 158, corner: 'sharp', headings: 'serif' })
    expect(sheet).toContain('--corner:3px')
    expect(sheet).toMatch(/--brand:oklch\(/)
    expect(sheet.length).toBeLessThan(5000)
  })

  it('is the same in mail, where tokens are not read', () => {
    expect(brandColour({ hue: 158 }, 'light', 'brand')).toMatch(/^#[0-9a-f]{6}$/)
  })
})
