import { type AnyExtension, Extension } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { Link } from '@tiptap/extension-link'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Markdown, MarkdownManager } from '@tiptap/markdown'
import StarterKit from '@tiptap/starter-kit'

/** The Markdown that the editor knows: a part of what the server knows. What it does not know stays in a plain field. */
export function dialect(): AnyExtension[] {
  return [
    StarterKit.configure({ paragraph: false, link: false, underline: false, dropcursor: { class: 'composer-drop' } }),
    TextParagraph,
    TextLink.configure({
      openOnClick: false,
      defaultProtocol: 'https',
      shouldAutoLink,
      HTMLAttributes: { target: null, rel: null },
    }),
    OwnPicture.configure({ inline: true }),
    Markdown.configure({ markedOptions: { gfm: true, breaks: true } }),
  ]
}

/** What this text is after a journey through the editor; undefined when the editor cannot read it. */
export function throughEditor(markdown: string): string | undefined {
  try {
    const extensions = dialect()
    const manager = new MarkdownManager({ extensions, markedOptions: { gfm: true, breaks: true } })
    return manager.serialize(manager.parse(markdown))
  } catch {
    return undefined
  }
}

/** Text that only looks like a list or a heading is kept as text. */
const TextParagraph = Paragraph.extend({
  parseMarkdown: (token, helpers) =>
    helpers.createNode('paragraph', undefined, helpers.parseInline(token.tokens ?? [])),
  renderMarkdown: (node, helpers) =>
    helpers
      .renderChildren(node.content ?? [])
      .split('\n')
      .map(asText)
      .join('\n'),
})

export function asText(line: string): string {
  return line
    .replace(/^[ \t]+/, '')
    .replace(/^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|=+\s*$|\|?[\s:|-]*--[\s:|-]*$|-[\s-]*$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
}

// "ketel.De" is a missing space, not an address; the server reads it so too.
const shouldAutoLink = (address: string) => /^(?:https?:\/\/|www\.)/i.test(address)

const TextLink = Link.extend({
  parseMarkdown: (token, helpers) => {
    const { href = '', text = '', title } = token
    // The server does not make links of mailboxes: they are masked.
    if (href === `mailto:${text}`) return { type: 'text', text }
    const address = /^www\./i.test(text) && href === `http://${text}` ? `https://${text}` : href
    return helpers.applyMark('link', helpers.parseInline(token.tokens ?? []), { href: address, title: title || null })
  },
})

/** Pictures from elsewhere would tell that place who is reading: only attached ones are pictures. */
const OwnPicture = Image.extend({
  parseHTML: () => [{ tag: 'img[src^="/attachments/"]' }],
  renderMarkdown: ({ attrs = {} }) => `![${String(attrs.alt ?? '').replace(/([\\[\]])/g, '\\$1')}](${attrs.src ?? ''})`,
})

/** The keys of a composer, beside those that every editor has. */
export const keys = (shortcuts: Record<string, () => boolean>) =>
  Extension.create({ name: 'composerKeys', priority: 2_000, addKeyboardShortcuts: () => shortcuts })
