import { Parser } from 'htmlparser2'

/**
 * What in a whole page of the house could run or load that the house did not put there: its own scripts come as files,
 * its own styles as files, and it has no handlers, no frames and no addresses that run.
 */
export function dangersInPage(html: string): string[] {
  const dangers: string[] = []
  let data: string | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      data = null
      if (FORBIDDEN.has(name)) dangers.push(`<${name}>`)
      if (name === 'script' && attributes.type === 'application/ld+json') data = ''
      else if (name === 'script' && !/^\/assets\/[\w.-]+\.js$/.test(attributes.src ?? '')) dangers.push('<script>')
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$/i.test(key)) dangers.push(`<${name} ${key}>`)
        if (ADDRESSES.has(key) && !isHarmless(value)) dangers.push(`<${name} ${key}="${value.slice(0, 60)}">`)
        if (key === 'http-equiv') dangers.push(`<${name} http-equiv>`)
      }
    },
    ontext(text) {
      if (data !== null) data += text
    },
    onclosetag(name) {
      if (name === 'script' && data !== null && !isJson(data))
        dangers.push(`data that is no JSON: ${data.slice(0, 60)}`)
      data = null
    },
  })
  parser.end(html)
  return dangers
}

const FORBIDDEN = new Set(
  'style iframe frame frameset object embed applet base portal math foreignobject plaintext'.split(' '),
)
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'background', 'ping'])

const isHarmless = (address: string): boolean => /^(?:https?:\/\/|\/(?![/\\])|#|\?|mailto:|tel:|$)/i.test(address)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
