import { MarkdownManager } from '@tiptap/markdown'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '#community/text/render.ts'
import { asText, dialect, throughEditor } from './dialect.ts'

const typed = (text: string) => {
  const manager = new MarkdownManager({ extensions: dialect(), markedOptions: { gfm: true, breaks: true } })
  return manager.serialize({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
}

const written = [
  'een\ntwee',
  '**vet** en *schuin* en ~~weg~~',
  '- een\n- twee\n  - drie\n\n1. vier\n2. vijf',
  '> citaat\n> verder',
  '```\nE-04 fout\n```',
  '# Kop\n\nTekst',
  'Kijk ![de kraan](/attachments/12/foto-800x600.webp) hier',
  '![](/attachments/12/foto-800x600.webp)',
  'Zie [de vraag](/questions/12) en https://zonnewinde.example/a_b?c=1&d=2 en www.zonnewinde.example',
  'Dank je @henk, mail naar henk@voorbeeld.nl',
  '5\\. is geen lijst en \\*dit\\* niet schuin',
  'a < b & c > d',
  'regel\n\n\n\nregel',
]

describe('the Markdown of the editor', () => {
  it.each(written)('gives back a text that readers see the same: %j', (markdown) => {
    const after = throughEditor(markdown)
    expect(after).toBeDefined()
    expect(renderMarkdown(after ?? '').html).toBe(renderMarkdown(markdown).html)
  })

  it.each(['| a | b |\n|---|---|\n| c | d |', '- [ ] taak'])('does not claim to know %j', (markdown) => {
    const after = throughEditor(markdown)
    expect(after === undefined || renderMarkdown(after).html !== renderMarkdown(markdown).html).toBe(true)
  })

  it.each([
    ...['# geen kop', '1. geen lijst', '12) geen lijst', '- geen lijst', '+ geen lijst', '---', '===', '> geen citaat'],
    ...[
      '2 * 3 * 4',
      'snake_case_naam',
      '`geen code`',
      '[geen](link)',
      '<b>geen vet</b>',
      '&nbsp;',
      '~~niet weg~~',
      '\\*',
    ],
    ...['+31 6 is een nummer', '-5 graden', '#1', 'a | b'],
  ])('keeps what is typed as text: %s', (text) => {
    const { html } = renderMarkdown(typed(text))
    expect(html).toMatch(/^<p>/)
    expect(renderMarkdown(typed(text)).text.trim()).toBe(text)
  })

  it('takes away the spaces that would make a line a block of code', () => {
    expect(asText('      ingesprongen')).toBe('ingesprongen')
  })
})
