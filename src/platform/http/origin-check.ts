export interface Sender {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from our own pages. Browsers always tell one of the two headers on
 * such a request, with and without JavaScript; a client that tells neither is no browser and carries nobody's cookie.
 */
export function isFromOurselves({ method, headers }: Sender, publicUrl: string): boolean {
  if (SAFE_METHODS.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = headers.origin
  if (origin === undefined) return true
  return typeof origin === 'string' && (isOrigin(origin, publicUrl) || isHost(origin, headers.host))
}

const isOrigin = (origin: string, publicUrl: string) => parse(origin)?.origin === parse(publicUrl)?.origin

// An installation may be reached by another name than PUBLIC_URL, such as 127.0.0.1.
function isHost(origin: string, host: string | string[] | undefined) {
  const sender = parse(origin)
  return sender !== null && typeof host === 'string' && host !== '' && sender.host === host.toLowerCase()
}

function parse(url: string) {
  const parsed = URL.parse(url)
  return parsed && parsed.origin !== 'null' ? parsed : null
}
