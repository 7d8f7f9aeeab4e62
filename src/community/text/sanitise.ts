import sanitizeHtml from 'sanitize-html'
import { isForeign, safeAddress } from './links.ts'

/** The last word on what reaches a page, whatever the parts before it made. */
export function sanitised(html: string): string {
  return PLAIN.test(html) ? html : sanitizeHtml(html, ALLOWED)
}

/** Paragraphs of words, as most texts are: nothing in them could be taken out. */
const PLAIN = /^(?:<p>(?:[^<>&"\0]|<br \/>)*<\/p>\n)*$/

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: 'p br hr h3 h4 h5 h6 strong em s a img code pre blockquote ul ol li table thead tbody tr th td'.split(
    ' ',
  ),
  allowedAttributes: {
    a: ['href', 'rel', { name: 'class', values: ['mention'] }],
    img: ['src', 'alt', 'width', 'height', { name: 'loading', values: ['lazy'] }],
    code: ['class'],
    ol: ['start'],
    th: ['class'],
    td: ['class'],
  },
  allowedClasses: {
    a: ['mention'],
    code: [/^language-[\w+#.-]{1,30}$/],
    th: [/^align-(?:left|center|right)$/],
    td: [/^align-(?:left|center|right)$/],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  parseStyleAttributes: false,
  nestingLimit: 60,
  transformTags: { a: anchor },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src?.startsWith('/attachments/'),
}

function anchor(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const href = attribs.href && safeAddress(attribs.href)
  if (!href) return { tagName, attribs: {} }
  const kept: sanitizeHtml.Attributes = { href }
  if (attribs.class) kept.class = attribs.class
  if (isForeign(href)) kept.rel = 'nofollow ugc noopener'
  return { tagName, attribs: kept }
}
