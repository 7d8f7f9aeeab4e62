import { render } from 'preact-render-to-string'
import type { Brand } from '#community/brand/brand.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { coloursOf, hex } from '#ui/styles/colours.ts'

/** A mail in its parts, the same for text and HTML. */
export interface Letter {
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  /** Large and alone, to read or to copy. */
  readonly code?: string
  /** Somebody else's words: of a member, or of a moderator. */
  readonly quote?: string
  readonly button?: { readonly label: string; readonly url: string }
  /** Said after code or button. */
  readonly after?: readonly string[]
  readonly sender?: string
  /** Why this person gets it: the last sentence of every mail. */
  readonly why: string
  /** Below it: where to stop it, or to choose. */
  readonly links?: readonly { readonly label: string; readonly url: string }[]
}

export interface MailWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function mailLayout(letter: Letter, brand: Pick<Brand, 'name' | 'hue'>, language: Language): MailWords {
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter, brand, language) }
}

/**
 * Mail programs make links of names such as "win.example": what members wrote is shown with an invisible joiner that
 * keeps it plain words.
 */
export const unlinked = (words: string): string => words.replace(/(?<=[^\s])([.:@/])(?=[^\s])/gu, '$1\u2060')

function textOf(letter: Letter): string {
  const { greeting, paragraphs, code, button, quote, after = [], why, sender, links = [] } = letter
  const quoted = quote
    ?.split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const link = button && `${button.label}:\n${button.url}`
  const foot = [why, ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n')
  const parts = [greeting, ...paragraphs, quoted, code && `    ${code}`, link, ...after, sender, `--\n${foot}`]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function htmlOf(letter: Letter, brand: Pick<Brand, 'name' | 'hue'>, language: Language): string {
  const colours = coloursOf('light', brand.hue)
  const ink = (name: keyof typeof colours) => hex(colours[name] as never)
  const look = looks(ink)
  const { subject, greeting, paragraphs, code, button, quote, after = [], why, sender, links = [] } = letter
  return `<!doctype html>${render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={look.body}>
        <table {...forLayout}>
          <tbody>
            <tr>
              <td align="center" style={look.around}>
                <table {...forLayout} style={look.paper}>
                  <tbody>
                    <tr>
                      <td style={look.head}>{brand.name}</td>
                    </tr>
                    <tr>
                      <td style={look.words}>
                        {greeting && <p style={look.paragraph}>{lines(greeting)}</p>}
                        {paragraphs.map((words) => (
                          <p style={look.paragraph}>{lines(words)}</p>
                        ))}
                        {quote && <blockquote style={look.quote}>{lines(quote)}</blockquote>}
                        {code && <p style={look.code}>{code}</p>}
                        {button && (
                          <p style={look.around}>
                            <a href={button.url} style={look.button}>
                              {button.label}
                            </a>
                          </p>
                        )}
                        {after.map((words) => (
                          <p style={look.paragraph}>{lines(words)}</p>
                        ))}
                        {sender && <p style={look.paragraph}>{lines(sender)}</p>}
                        <p style={look.why}>
                          {lines(why)}
                          {links.map(({ label, url }) => [
                            <br />,
                            <a href={url} style={look.link}>
                              {label}
                            </a>,
                          ])}
                        </p>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>,
  )}`
}

const forLayout = { role: 'presentation' as const, width: '100%', cellpadding: '0', cellspacing: '0', border: '0' }

// Mail programs read no style sheets.
function looks(ink: (name: string) => string) {
  const font = "font-family:Figtree,'Segoe UI',Helvetica,Arial,sans-serif"
  return {
    body: `margin:0;padding:0;background:${ink('paper-2')};color:${ink('ink')};${font};font-size:17px;line-height:1.55`,
    around: 'padding:24px 0',
    paper: `max-width:560px;background:#ffffff;border-top:4px solid ${ink('brand')}`,
    head: `padding:24px 28px 0;${font};font-size:18px;font-weight:700;color:${ink('brand-ink')};text-align:left`,
    words: `padding:16px 28px 28px;${font};text-align:left`,
    paragraph: 'margin:0 0 16px',
    quote: `margin:0 0 16px;padding:4px 16px;border-left:3px solid ${ink('line-strong')};color:${ink('ink-2')}`,
    code: 'margin:24px 0;font:700 34px/1.2 ui-monospace,Menlo,monospace;letter-spacing:6px',
    button: [
      'display:inline-block;padding:12px 22px;border-radius:12px;text-decoration:none;font-weight:600',
      `background:${ink('brand')};color:${ink('on-brand')}`,
    ].join(';'),
    why: `margin:24px 0 0;padding-top:16px;border-top:1px solid ${ink('line')};font-size:14px;color:${ink('ink-2')}`,
    link: `color:${ink('ink-2')}`,
  }
}

const lines = (words: string) => words.split('\n').flatMap((line, place) => (place === 0 ? [line] : [<br />, line]))
