/** A mail in its parts, the same for text and HTML. */
export interface Letter {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** Large and alone, to read or to copy. */
  readonly code?: string
  readonly button?: { readonly label: string; readonly url: string }
  /** Words of a moderator, shown as theirs. */
  readonly quote?: string
  /** Said after code or button. */
  readonly after?: readonly string[]
  readonly why: string
  readonly sender: string
}

export function textOf(letter: Letter): string {
  const { greeting, paragraphs, code, button, quote, after = [], why, sender } = letter
  const quoted = quote
    ?.split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  const link = button && `${button.label}:\n${button.url}`
  const parts = [greeting, ...paragraphs, quoted, code && `    ${code}`, link, ...after, sender, `--\n${why}`]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

export function htmlOf(letter: Letter): string {
  const { subject, greeting, paragraphs, code, button, quote, after = [], why, sender } = letter
  const body = [
    ...[greeting, ...paragraphs].map(paragraph),
    quote && `<blockquote style="${QUOTE}">${lines(quote)}</blockquote>`,
    code && `<p style="${CODE}">${escaped(code)}</p>`,
    button &&
      `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="${BUTTON}">${escaped(button.label)}</a></p>`,
    ...after.map(paragraph),
    paragraph(sender),
    `<p style="${WHY}">${lines(why)}</p>`,
  ]
  const words = body.filter(Boolean).join('\n')
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(subject)}</title></head><body style="${BODY}"><div style="${PAPER}">
${words}
</div></body></html>`
}

// Mail programs read no style sheets.
const BODY = 'margin:0;background:#f6f3ee;color:#22201c;font:17px/1.55 Georgia,serif'
const PAPER = 'max-width:560px;margin:0 auto;padding:32px 24px;background:#fffdfa'
const CODE = 'margin:24px 0;font:700 34px/1.2 ui-monospace,Menlo,monospace;letter-spacing:6px'
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5f4a;color:#fff;text-decoration:none;font-weight:600'
const QUOTE = 'margin:16px 0;padding:4px 16px;border-left:3px solid #b9b2a5;color:#4a463e'
const WHY = 'margin-top:32px;padding-top:16px;border-top:1px solid #e4ded3;font-size:14px;color:#6b665c'

const paragraph = (words: string) => `<p style="margin:0 0 16px">${lines(words)}</p>`
const lines = (words: string) => escaped(words).replaceAll('\n', '<br>')

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
