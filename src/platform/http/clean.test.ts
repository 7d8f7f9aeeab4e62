import { describe, expect, it } from 'vitest'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { cleanLine, cleanText } from './clean.ts'

describe('cleaning text', () => {
  it('leaves what a member writes as it is', () => {
    const text = 'Hoi! De cv-ketel (ZW-Hybride 4) geeft “E-204”…\n\n- één\n- twéé\n\n    code'
    expect(cleanText(text)).toBe(text)
  })

  it('writes every line end the same way', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
  })

  it('joins letters and accents that arrive apart', () => {
    expect(cleanText('cafe\u0301')).toBe('café')
  })

  it('takes out NUL, control characters and broken halves of characters', () => {
    expect(cleanText('a\u0000b\u001b[31mc\ud800d\udc00e\u007f\u009f')).toBe('ab[31mcde')
  })

  it('takes out what turns the reading direction', () => {
    expect(cleanText('foto\u202egpj.exe \u2066x\u2069\u200f')).toBe('fotogpj.exe x')
  })

  it('takes out invisible characters inside words', () => {
    expect(cleanText('on\u200bzi\u200cch\u200dt\u2060ba\ufeffar\u00ad')).toBe('onzichtbaar')
    expect(cleanText('a\u{e0041}\u{e0042}b')).toBe('ab')
    expect(cleanText(`a${'\u{e0101}\ufe01'.repeat(30)}b`)).toBe('ab')
  })

  it('keeps emoji whole: families, skin tones, hearts, flags', () => {
    for (const emoji of ['👩‍👩‍👧‍👦', '👩🏽‍🔧', '❤️‍🔥', '🏳️‍🌈', '🇳🇱', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '0️⃣']) expect(cleanText(emoji)).toBe(emoji)
  })

  it('keeps the joiners that Persian and Hindi need', () => {
    expect(cleanText('می‌خواهم')).toBe('می‌خواهم')
    expect(cleanText('क्‍ष')).toBe('क्‍ष')
  })

  it('keeps four marks on a letter and drops the tower above', () => {
    const tower = cleanText(`a${'\u0301\u0323\u0302\u0327'.repeat(4000)}`)
    expect(tower.length).toBeLessThanOrEqual(6)
    expect(cleanText('שָׁלוֹם')).toBe('שָׁלוֹם'.normalize('NFC'))
  })

  it('keeps the first line indented and drops empty lines around', () => {
    expect(cleanText('\n \n    code\nna  \n\n')).toBe('    code\nna')
  })
})

describe('cleaning a line', () => {
  it('makes one line with single spaces of whatever came', () => {
    expect(cleanLine('  Warmtepomp\r\n\tslaat \u00a0 af\u2028 ')).toBe('Warmtepomp slaat af')
  })

  it('finds nothing in a name of blanks', () => {
    for (const blank of ['only invisible', 'blank braille', 'spaces', 'newlines only', 'nul alone'])
      expect(cleanLine(hostileStrings[blank])).toBe('')
  })
})

describe.each(Object.entries(hostileStrings))('%s', (_name, text) => {
  it('comes out well-formed, without tricks, and the same when cleaned twice', () => {
    for (const clean of [cleanText, cleanLine]) {
      const once = clean(text)
      expect(once.isWellFormed()).toBe(true)
      expect(once).not.toMatch(/[^\P{Cc}\n\t]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u)
      expect(once).toBe(once.normalize('NFC'))
      expect(clean(once)).toBe(once)
    }
  })
})

it('anything that is not text is no text, and nothing makes cleaning fail', () => {
  const odd = [undefined, null, 3, {}, [], ['a'], Object.create(null), Symbol('x'), () => 'a', 1n]
  for (const value of odd) expect(cleanText(value)).toBe('')
})

it('64 KiB of anything is clean within a fifth of a second', () => {
  const seeds = [
    '\u0301\u0323',
    '\u200d',
    '\u{e0041}',
    '\ufe0f',
    '👩‍',
    '\u0344',
    ' ',
    '\n',
    ' \n',
    '\ud800',
    '\u200c\u0301',
  ]
  for (const seed of seeds) {
    const text = seed.repeat(65_536 / seed.length)
    const start = process.threadCpuUsage()
    cleanText(text)
    cleanLine(text)
    expect(millisecondsSince(start), JSON.stringify(seed)).toBeLessThan(200)
  }
})

// Of this thread alone: others on the machine do not make a text slow.
function millisecondsSince(start: NodeJS.CpuUsage): number {
  return process.threadCpuUsage(start).user / 1000
}
