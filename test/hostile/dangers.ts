import { Parser } from 'htmlparser2'

/** What in this HTML could run, load or disguise: empty when it is as harmless as a member's text must be. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name)) dangers.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES[name]?.includes(key)) dangers.push(`<${name} ${key}>`)
        if (key === 'href' && !/^(?:https?:\/\/|\/(?![/\\])|#|mailto:|tel:)/i.test(value)) dangers.push(`href ${value}`)
        if (key === 'src' && !/^\/attachments\/\d+\/[^/\\?]+$/.test(value)) dangers.push(`src ${value}`)
      }
    },
    oncomment: (text) => dangers.push(`comment ${text}`),
    onprocessinginstruction: (name) => dangers.push(name),
  })
  parser.end(html)
  return dangers
}

const ELEMENTS = new Set(
  'p br hr h3 h4 h5 h6 strong em s a img code pre blockquote ul ol li table thead tbody tr th td'.split(' '),
)
const ATTRIBUTES: Record<string, string[]> = {
  a: ['href', 'rel', 'class'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  code: ['class'],
  ol: ['start'],
  th: ['class'],
  td: ['class'],
}
