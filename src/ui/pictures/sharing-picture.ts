import { risingSun } from '../brand-mark.ts'
import { type BrandLook, brandColour } from '../styles/brand.ts'
import { breakLines, drawable, lettering, widthOf } from './lettering.ts'
import { SHARING_HEIGHT, SHARING_WIDTH } from './size.ts'

export interface SharingBrand extends BrandLook {
  readonly name: string
  /** A brand with a logo of its own is not shown with the drawn mark. */
  readonly hasLogo: boolean
}

const MARGIN = 84

/** What a link to the community looks like elsewhere: the name, and the mark rising large behind it. */
export function brandPicture(brand: SharingBrand): string {
  const name = drawable(brand.name)
  const size = name ? Math.min(124, Math.floor((600 * 100) / widthOf(name, 100))) : 0
  const colour = colours(brand)
  return drawing(brand, [
    mark(brand, 1030, 450, 310),
    name ? lettering([name], { x: MARGIN, y: 330 + size * 0.35, size, colour: colour.name }) : '',
  ])
}

/** What a link to one text looks like: its title in large letters. Null where these letters cannot be drawn. */
export function titlePicture(brand: SharingBrand, title: string): string | null {
  const words = drawable(title)
  const name = drawable(brand.name)
  if (!words || !name) return null
  const [size, lines] = fitting(words)
  const colour = colours(brand)
  const top = MARGIN + 84 + size
  return drawing(brand, [
    mark(brand, 1100, 640, 150),
    ...(brand.hasLogo ? [] : [mark(brand, MARGIN + 24, MARGIN + 20, 24)]),
    lettering([name], { x: MARGIN + (brand.hasLogo ? 0 : 66), y: MARGIN + 34, size: 40, colour: colour.name }),
    lettering(lines, { x: MARGIN - 3, y: top, size, colour: colour.ink }),
  ])
}

/** As large as fits in four lines; what is longer still ends in dots. */
function fitting(title: string): [size: number, lines: string[]] {
  const width = SHARING_WIDTH - 2 * MARGIN - 20
  for (const size of [84, 76, 68, 60]) {
    const lines = breakLines(title, size, width, size > 70 ? 3 : 4)
    if (lines) return [size, lines]
  }
  for (let words = title.split(' ').slice(0, -1); words.length > 0; words = words.slice(0, -1)) {
    const lines = breakLines(`${words.join(' ')}…`, 60, width, 4)
    if (lines) return [60, lines]
  }
  const letters = [...title]
  while (widthOf(`${letters.join('')}…`, 60) > width) letters.pop()
  return [60, [`${letters.join('')}…`]]
}

const colours = (brand: SharingBrand) => ({
  paper: brandColour(brand, 'light', 'paper'),
  ink: brandColour(brand, 'light', 'ink'),
  name: brandColour(brand, 'light', 'brand'),
  sun: brandColour(brand, 'light', 'sun'),
})

function mark(brand: SharingBrand, x: number, y: number, radius: number): string {
  const { name, sun } = colours(brand)
  const rising = brand.hasLogo ? '' : `<path fill="${sun}" d="${risingSun}"/>`
  return `<g transform="translate(${x - radius} ${y - radius}) scale(${radius / 16})">
<circle cx="16" cy="16" r="16" fill="${name}"/>${rising}</g>`
}

function drawing(brand: SharingBrand, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARING_WIDTH}" height="${SHARING_HEIGHT}">
<rect width="100%" height="100%" fill="${colours(brand).paper}"/>${parts.join('')}</svg>`
}
