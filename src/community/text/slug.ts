import { latin } from './latin.ts'

/** The readable end of an address. Titles without a single Latin letter or digit get the fallback. */
export function slugFor(title: string, fallback = '-'): string {
  const words = latin(title)
    .replace(/[’'`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return shortened(words) || fallback
}

const LONGEST = 60

function shortened(words: string[]): string {
  let slug = words[0]?.slice(0, LONGEST) ?? ''
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > LONGEST) break
    slug += `-${word}`
  }
  return slug
}
