// As long as addresses get that carry answers: see readiness/assessment/carried.ts.
const OWN_PATH = /^\/(?![/\\])[^\\\p{Cc}\s]{0,7999}$/u

/** Where to go back to: a path of this site and nothing else, or the fallback. `input` is whatever the request carried. */
export function ownPath(input: unknown, fallback = '/'): string {
  if (typeof input !== 'string' || !OWN_PATH.test(input)) return fallback
  // What a browser makes of it decides, not what it looks like.
  const url = URL.parse(input, 'http://own.invalid')
  if (url?.origin !== 'http://own.invalid' || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
