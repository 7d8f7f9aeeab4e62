import { brandColour } from './styles/brand.ts'

/** A round mark in the brand's hue with a warm sun rising in it: the icon of a brand that has no logo. */
export function brandMark({ name, hue }: { name: string; hue: number }): string {
  const ground = brandColour({ hue }, 'light', 'brand')
  const sun = brandColour({ hue }, 'light', 'sun')
  const title = name.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${title}</title>${drawing(ground, sun)}</svg>`
}

function drawing(ground: string, sun: string): string {
  return `<circle cx="16" cy="16" r="16" fill="${ground}"/><path fill="${sun}" d="${risingSun}"/>`
}

// The lens where the disc and a lower, larger circle meet.
export const risingSun = 'M3.5 26A16 16 0 0 0 28.5 26A16 16 0 0 0 3.5 26Z'
