import { latin } from './latin.ts'

export const HANDLE_LONGEST = 30
export const HANDLE_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export type HandleRefusal = 'too-short' | 'too-long' | 'characters' | 'reserved'

/** A handle made of a name: small Latin letters, digits and single hyphens, so no other script can imitate it. */
export function handleFrom(name: string, fallback = 'nieuw-lid'): string {
  const handle = trimmed(
    latin(name)
      .replace(/[’'`]/g, '')
      .replace(/[^a-z0-9]+/g, '-'),
    HANDLE_LONGEST,
  )
  return handleRefusal(handle) ? trimmed(`${handle.slice(0, 10)}-${fallback}`, HANDLE_LONGEST) : handle
}

/** The nth try for a taken handle: mira, mira-2, mira-3, never longer than a handle may be. */
export function handleWithSuffix(handle: string, suffix: number | string): string {
  const end = `-${suffix}`
  return `${trimmed(handle, HANDLE_LONGEST - end.length)}${end}`
}

export function handleRefusal(handle: string): HandleRefusal | undefined {
  if (handle.length < 2) return 'too-short'
  if (handle.length > HANDLE_LONGEST) return 'too-long'
  if (!HANDLE_PATTERN.test(handle)) return 'characters'
  return RESERVED.has(handle) ? 'reserved' : undefined
}

/** Two handles with the same look have the same shape: two members may not both have it. */
export function handleShape(handle: string): string {
  return handle
    .replace(/-/g, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[1il]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
}

function trimmed(handle: string, longest: number): string {
  return handle.replace(/^-+/, '').slice(0, longest).replace(/-+$/, '')
}

// Words that people take for the community itself or that are part of an address.
const RESERVED = new Set(
  `admin administrator api beheer beheerder community conversation deleted edit everyone allen iedereen helpdesk here
  hier info klantenservice lid me mij moderator moderators new nieuw null onderling owner robot root security service
  settings staff suggestions support systeem system team undefined verwijderd webmaster`.split(/\s+/),
)
