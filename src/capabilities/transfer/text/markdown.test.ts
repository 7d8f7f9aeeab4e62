import { expect, it } from 'vitest'
import { renderMarkdown } from '#community/text/render.ts'
import { htmlToMarkdown } from './markdown.ts'

it('code keeps its lines, its language and its backticks', () => {
  const markdown = htmlToMarkdown('<pre class="lang-sql s-code-block"><code>select *\n  from `x`;\n```\n</code></pre>')
  expect(markdown).toBe('````sql\nselect *\n  from `x`;\n```\n````')
})

it('a picture elsewhere becomes a link, and one in a link its words', () => {
  expect(htmlToMarkdown('<p><img src="https://i.example/a.png" alt="the [meter]"></p>')).toBe(
    '[the meter](https://i.example/a.png)',
  )
  expect(
    htmlToMarkdown('<a href="https://x.example/big.png"><img src="https://x.example/s.png" alt="meter"></a>'),
  ).toBe('[meter](https://x.example/big.png)')
})

it('a table stays a table', () => {
  const html =
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>x|y</td></tr></tbody></table>'
  expect(renderMarkdown(htmlToMarkdown(html)).html).toMatch(/<table>[\s\S]*<th>a<\/th>[\s\S]*<td>x\|y<\/td>/)
})

it('signs that mean something in Markdown come out as they were written', () => {
  for (const text of [
    '1. not a list',
    '# not a title',
    '*stars* and _lines_',
    '<not a tag>',
    'a | b',
    '10 > 9',
    '[x](y)',
  ]) {
    const html = `<p>${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`
    expect(renderMarkdown(htmlToMarkdown(html)).text).toBe(text)
  }
})

it('only written text passes', () => {
  const markdown = htmlToMarkdown(
    '<p>a<script>x()</script><style>y</style><iframe src="z"></iframe> <a href="javascript:x()">b</a></p>',
  )
  expect(markdown).toBe('a b')
})
