import { describe, expect, it } from 'vitest'
import { dangersIn } from '#test/hostile/dangers.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { scriptInjections } from '#test/hostile/script-injections.ts'
import { throughEditor } from '#ui/browser/composer/dialect.ts'
import { beginningOf, quoteOf } from './quoting.ts'
import { excerpt, ownWords, plainText, renderMarkdown } from './render.ts'

const path = '/questions/12/answers/77'
const quote = (words: string, name = 'Henk') => quoteOf({ name, path, words })
const html = (words: string, name?: string) => renderMarkdown(quote(words, name)).html

describe('a quote', () => {
  it('reads well as it is typed: who said it, with a link to where, and what', () => {
    expect(quote('Zet de stooklijn lager.\n\nEn wacht een dag. ')).toBe(
      `> [Henk](${path}):\n>\n> Zet de stooklijn lager.\n>\n> En wacht een dag.`,
    )
    expect(html('Zet de stooklijn lager.')).toBe(
      `<blockquote>\n<p><a href="${path}">Henk</a>:</p>\n<p>Zet de stooklijn lager.</p>\n</blockquote>\n`,
    )
  })

  it('of a picture alone still tells who and where', () => {
    expect(quote(' \n ')).toBe(`> [Henk](${path}):`)
  })

  it.each([
    ...['# kop', '- lijst', '+ lijst', '1. lijst', '2) lijst', '> citaat', '---', '===', '    code', '```', '~~~'],
    ...['**vet**', '_schuin_', '~~weg~~', '~weg~', '`code`', '[x](/elders)', '![x](/attachments/1/a.png)'],
    ...['[x]: /elders', '<b>vet</b>', '<i@slecht.example>', '&amp;', '&#64;', '\\*', 'einde\\', '| a | b |', '|---|'],
    'a | b\n--|--\n1 | 2',
    'Titel\n-----',
  ])('shows %j as it was typed, and nothing of it works', (words) => {
    const { text } = renderMarkdown(quote(words))
    const typed = words.split('\n').map((line) => line.trim())
    expect(text.split('\n').slice(-typed.length)).toEqual(typed)
    expect(html(words).replace(/<a href="\/questions\/12\/answers\/77">/, '')).not.toMatch(
      /<(?:a|img|h\d|ul|ol|table|code|strong|em|s|hr)\b/,
    )
  })

  it('keeps addresses whole, which were links where they came from', () => {
    const address = 'https://zonnewinde.example/a_b/c?d=1&e=2#f-g'
    expect(renderMarkdown(quote(`Zie ${address}`)).links).toContain(address)
  })

  const hostile = [...scriptInjections, ...Object.values(hostileStrings)].filter((text) => text.length < 2_000)
  it.each(hostile.map((text) => [text.slice(0, 60), text]))('of hostile words and name does nothing: %j', (_, text) => {
    const made = html(text, text)
    expect(dangersIn(made)).toEqual([])
    expect(made.startsWith('<blockquote>')).toBe(true)
    expect(made.match(/<\/?blockquote>/g)).toHaveLength(2)
  })

  it('of somebody with a name of brackets and stars links their post and nothing else', () => {
    expect(renderMarkdown(quote('Hoi', 'Jan](https://slecht.example) *de* [beste')).links).toEqual([path])
  })

  it('calls nobody by name, and still links them', () => {
    const { mentions, named, html: made } = renderMarkdown(`${quote('Vraag het @piet.')}\n\nEens, @fatima!`)
    expect([mentions, named]).toEqual([['fatima'], ['piet', 'fatima']])
    expect(made).toContain('href="/members/piet"')
  })

  it('tells which post it is of, each post once, and no page elsewhere', () => {
    const other = '> [Handleiding](/help/ketel): lees dit\n\n> [x](https://zonnewinde.example/questions/1): y'
    expect(renderMarkdown(`${quote('Een')}\n\nJa.\n\n${quote('Twee')}\n\n${other}`).quoted).toEqual([path])
  })

  it.each(['Zet hem lager.\nEn *wacht*.', '1. een\n2. twee', 'a_b ~ c <d>', 'Zie https://zonnewinde.example/a_b'])(
    'comes whole through the editor: %j',
    (words) => {
      const after = throughEditor(`Mijn woorden\n\n${quote(words)}`)
      expect(renderMarkdown(after ?? '').html).toBe(renderMarkdown(`Mijn woorden\n\n${quote(words)}`).html)
    },
  )
})

describe('a long post', () => {
  it('is quoted up to a full stop', () => {
    const sentence = 'Zet de stooklijn een stap lager en wacht een dag.'
    const beginning = beginningOf(Array.from({ length: 20 }, () => sentence).join(' '))
    expect(beginning).toMatch(/dag\. …$/)
    expect(beginning.length).toBeLessThanOrEqual(402)
  })

  it('without full stops is cut between words, and one without spaces is cut all the same', () => {
    expect(beginningOf('woord '.repeat(200))).toMatch(/woord…$/)
    expect(beginningOf('x'.repeat(1_000))).toBe(`${'x'.repeat(400)}…`)
    expect(beginningOf(`${'x'.repeat(399)}🌻🌻`)).toBe(`${'x'.repeat(399)}…`)
  })

  it('that is short stays whole', () => {
    expect(beginningOf(' Kort. ')).toBe('Kort.')
  })
})

describe('who quotes somebody', () => {
  const answer = `${quoteOf({ name: 'Henk', path, words: 'Zet hem op 40.' })}\n\nBij mij werkte 38.`

  it('is quoted and summed up in their own words', () => {
    expect([ownWords(answer), excerpt(answer, 100)]).toEqual(['Bij mij werkte 38.', 'Bij mij werkte 38.'])
    expect(plainText(answer)).toContain('Zet hem op 40.')
  })

  it('and says nothing else is summed up with what they quote', () => {
    expect(ownWords(quote('Zet hem op 40.'))).toContain('Zet hem op 40.')
  })

  it('sets something else apart: that is their own', () => {
    expect(ownWords('> Fout E-04\n\nWat is dat?')).toBe('Fout E-04\n\nWat is dat?')
    expect(ownWords('> [handleiding](https://zonnewinde.example)\n\nZie daar')).toContain('handleiding')
  })
})
