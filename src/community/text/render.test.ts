import { describe, expect, it } from 'vitest'
import { dangersIn } from '#test/hostile/dangers.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { scriptInjections } from '#test/hostile/script-injections.ts'
import { excerpt, PIPELINE_VERSION, plainText, renderMarkdown } from './render.ts'
import { sanitised } from './sanitise.ts'

const html = (markdown: string) => renderMarkdown(markdown).html

describe('what a member writes', () => {
  it('becomes paragraphs in which every line break counts', () => {
    expect(html('Hoi\ndaar\n\n**vet** en _schuin_ en ~~weg~~')).toBe(
      '<p>Hoi<br />\ndaar</p>\n<p><strong>vet</strong> en <em>schuin</em> en <s>weg</s></p>\n',
    )
  })

  it('has headings that start below those of the page', () => {
    expect(html('# Een')).toBe('<h3>Een</h3>\n')
    expect(html('###### Zes')).toBe('<h6>Zes</h6>\n')
  })

  it('keeps lists, quotes, code and tables', () => {
    expect(html('3. a\n4. b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n')
    expect(html('> zei ze')).toBe('<blockquote>\n<p>zei ze</p>\n</blockquote>\n')
    expect(html('```yaml\na: <b>\n```')).toBe('<pre><code class="language-yaml">a: &lt;b&gt;\n</code></pre>\n')
    expect(html('|a|b|\n|-|-:|\n|1|2|')).toContain('<td class="align-right">2</td>')
  })

  it('shows HTML as the characters that were typed', () => {
    expect(html('<b>vet</b> <!-- x -->')).toBe('<p>&lt;b&gt;vet&lt;/b&gt; &lt;!-- x --&gt;</p>\n')
  })

  it('carries the version of the pipeline', () => {
    expect(renderMarkdown('x').version).toBe(PIPELINE_VERSION)
  })
})

describe('links', () => {
  it('to elsewhere give no credit and no way back, links within the community do not need that', () => {
    expect(html('[x](https://nieuws.example/a)')).toContain(
      '<a href="https://nieuws.example/a" rel="nofollow ugc noopener">x</a>',
    )
    expect(html('[x](/questions/12)')).toContain('<a href="/questions/12">x</a>')
  })

  it('are made of typed addresses, without the full stop behind them', () => {
    const { html, links } = renderMarkdown('Zie https://zonnewinde.example/a?b=1. Of www.zonnewinde.example/b, ja.')
    expect(html).toContain('>https://zonnewinde.example/a?b=1</a>. Of')
    expect(html).toContain(
      '<a href="https://www.zonnewinde.example/b" rel="nofollow ugc noopener">www.zonnewinde.example/b</a>,',
    )
    expect(links).toEqual(['https://zonnewinde.example/a?b=1', 'https://www.zonnewinde.example/b'])
  })

  it('are not made of a missing space, a file name or an e-mail address', () => {
    expect(html('aan.De ketel, meting.py en jan@zonnewinde.example')).not.toContain('<a ')
  })

  it('with a name before the host, a relative path or an unknown scheme stay text', () => {
    expect(html('[x](https://bank.example@slecht.example)')).not.toMatch(/href="[^"]*slecht/)
    for (const address of ['pagina', '../x', 'ftp://x.example', '//x.example'])
      expect(html(`[x](${address})`), address).not.toContain('<a ')
  })

  it('are not made of numbers with a hash: those mean nothing special', () => {
    expect(html('Zie #123')).toBe('<p>Zie #123</p>\n')
  })

  it('show no hidden characters, however these are written', () => {
    expect(html('a&#x202e;b&#8238;c https://x.example/%E2%80%AEgpj')).not.toMatch(/[\u202a-\u202e]/)
  })
})

describe('mentions', () => {
  it('link to the member and are reported once each, in small letters', () => {
    const { html, mentions } = renderMarkdown('@Henk, kun jij dit? (@fatima-2) Dank @henk.')
    expect(html).toContain('<a href="/members/henk" class="mention">@Henk</a>, kun')
    expect(html).toContain('(<a href="/members/fatima-2" class="mention">@fatima-2</a>)')
    expect(mentions).toEqual(['henk', 'fatima-2'])
  })

  it('are not found in e-mail addresses, links, code and escaped words', () => {
    const text = 'jan@henk.example a@henk @henk.example [@henk](/x) `@henk` https://x.example/@henk @@henk @hénk'
    expect(renderMarkdown(text).mentions).toEqual([])
  })

  it('of nobody stay text when the members are known', () => {
    const { html, mentions } = renderMarkdown('@henk @niemand', { handles: new Set(['henk']) })
    expect(mentions).toEqual(['henk'])
    expect(html).toContain('</a> @niemand')
  })
})

describe('pictures', () => {
  it('attached here are shown with their size and loaded when they come in sight', () => {
    const { html, images } = renderMarkdown('![De meter](/attachments/12/meter-800x600.webp)')
    expect(html).toContain(
      '<img src="/attachments/12/meter-800x600.webp" alt="De meter" width="800" height="600" loading="lazy" />',
    )
    expect(images).toEqual([{ id: '12', src: '/attachments/12/meter-800x600.webp', alt: 'De meter' }])
  })

  it('take their size from what is known about them', () => {
    const sizes = new Map([['12', { width: 40, height: 30 }]])
    expect(renderMarkdown('![x](/attachments/12/x.webp)', { sizes }).html).toContain('width="40" height="30"')
    expect(html('![x](/attachments/12/x.webp)')).not.toContain('width')
  })

  it('elsewhere are links, so that nobody learns who reads', () => {
    const { html, images, links } = renderMarkdown(
      '![kijk](https://elders.example/x.png) ![](https://elders.example/y.png)',
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('<a href="https://elders.example/x.png" rel="nofollow ugc noopener">kijk</a>')
    expect(html).toContain('>https://elders.example/y.png</a>')
    expect([images.length, links.length]).toEqual([0, 2])
  })

  it('inside a link keep the link and lose the picture when it is elsewhere', () => {
    expect(html('[![in](https://e.example/1.png)](https://b.example)')).toBe(
      '<p><a href="https://b.example" rel="nofollow ugc noopener">in</a></p>\n',
    )
  })
})

describe('the words alone', () => {
  it('have no signs of Markdown', () => {
    expect(plainText('# Kop\n\nEen **vet** [woord](/x) met `code`.\n\n- a\n- b\n\n|c|d|\n|-|-|\n|1|2|')).toBe(
      'Kop\n\nEen vet woord met code.\n\na\nb\n\nc d\n1 2',
    )
  })

  it('are cut between words, never through a character', () => {
    expect(excerpt('Mijn **warmtepomp** slaat, steeds af', 24)).toBe('Mijn warmtepomp slaat…')
    expect(excerpt('kort', 24)).toBe('kort')
    expect(excerpt('Dit hielp:\n\n1. kraan dicht\n2. knop om\n\nDaarna was het stil.', 80)).toBe(
      'Dit hielp: • kraan dicht • knop om Daarna was het stil.',
    )
    expect(excerpt('🔋'.repeat(50), 20).isWellFormed()).toBe(true)
    for (const text of Object.values(hostileStrings)) expect(excerpt(text, 80).length).toBeLessThanOrEqual(80)
  })
})

describe('text made to do harm', () => {
  it('comes in at least a hundred and fifty kinds', () => {
    expect(scriptInjections.length).toBeGreaterThan(150)
  })

  it.each([...scriptInjections, ...Object.values(hostileStrings)].map((text) => [text.slice(0, 60), text]))(
    'renders harmless: %j',
    (_short, text) => {
      for (const around of [
        text,
        `a ${text} b`,
        `> ${text}`,
        `- ${text}`,
        `# ${text}`,
        `**${text}**`,
        `|${text}|\n|-|\n|${text}|`,
      ]) {
        const { html } = renderMarkdown(around)
        expect(dangersIn(html)).toEqual([])
        expect(sanitised(html)).toBe(html)
      }
    },
  )

  it('does not get past the last sieve even if the parts before it failed', () => {
    for (const text of scriptInjections) expect(dangersIn(sanitised(text)), text).toEqual([])
  })

  it('all of it in one text is harmless too', () => {
    expect(dangersIn(html(scriptInjections.join('\n\n').slice(0, 60_000)))).toEqual([])
    expect(dangersIn(html(scriptInjections.join(' ').slice(0, 60_000)))).toEqual([])
  })
})

describe('text made to be slow', () => {
  const parts = [
    ...['[', '![', '[a](', '[a](<b', '*a **a ', '*a_ ', '`', '`a``b```c', '>', '- ', '> - ', 'a@a.', 'http://', 'www.'],
    ...[
      'http://a.b/(',
      '|a',
      '|a|b|\n|-|-|\n',
      '~~a',
      '[](',
      '* \n  ',
      '- a\n',
      '![[]()',
      'https://[',
      '**',
      '*_',
      '&#',
    ],
    ...['<a ', '<!--', '[x]: y\n', '# a\n', '---\n', '1. ', '@a ', '@henk ', 'a\n\n', '*a* ', '`a` ', '\u0301', '\\*'],
    ...['http://a.nl ', '![a](http://a.nl) ', '![a](/attachments/1/a.png) ', '[a](/b) ', '&amp;', '\u202e', '🔋'],
  ]
  const slowest = 200

  it.each(parts.map((part) => [part]))('64 KiB of %j is a page within a fifth of a second', (part) => {
    const text = part.repeat(Math.ceil(65_536 / part.length)).slice(0, 65_536)
    renderMarkdown(text)
    const start = process.threadCpuUsage()
    const { html } = renderMarkdown(text)
    expect(millisecondsSince(start)).toBeLessThan(slowest)
    expect(html.length).toBeLessThan(1_500_000)
  })

  it('a table of a thousand columns is no table', () => {
    const wide = `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'x\n'.repeat(60_000)}`.slice(0, 65_536)
    renderMarkdown(wide)
    const start = process.threadCpuUsage()
    expect(renderMarkdown(wide).html).not.toContain('<table')
    expect(millisecondsSince(start)).toBeLessThan(slowest)
  })

  it('text too deep or too long loses its shape, not its words', () => {
    expect(html(`${'> '.repeat(60)}diep`)).toContain('diep</p>')
    expect(html(`${'a '.repeat(50_000)}slot`)).toContain('slot</p>')
    expect(html(`${'a '.repeat(50_000)}<b>`)).toContain('&lt;b&gt;')
  })
})

// Of this thread alone: others on the machine do not make a text slow.
function millisecondsSince(start: NodeJS.CpuUsage): number {
  return process.threadCpuUsage(start).user / 1000
}

it('plain paragraphs are the same, whether they are looked at word by word or not', () => {
  const plain = renderMarkdown("Eerst dit: 't is 3 · 5 °C\nen dan – hé – dat.\n\nTot slot 😀 「電」").html
  const last = '<p><s>weg</s></p>\n'
  expect(sanitised(plain + last)).toBe(sanitised(plain) + last)
  for (const odd of ['<p onclick>x</p>\n', '<p>a<br>b</p>\n', '<p>&lt;</p>\n<script>1</script>', '<p><p>x</p>\n']) {
    expect(sanitised(odd + last)).toBe(sanitised(odd) + last)
  }
})
