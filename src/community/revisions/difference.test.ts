import { describe, expect, it } from 'vitest'
import { comparer, type Stretch } from './difference.ts'

const compare = (before: string, after: string) => comparer(5000)(before, after)
const textOf = (stretches: readonly Stretch[] | null, gone: Stretch['kind']) =>
  (stretches ?? [])
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('')

describe('who compares two versions', () => {
  it('sees which words came and which went', () => {
    expect(compare('Zet de ketel uit.', 'Zet de ketel weer aan.')).toEqual([
      { kind: 'same', text: 'Zet de ketel ' },
      { kind: 'removed', text: 'uit' },
      { kind: 'added', text: 'weer aan' },
      { kind: 'same', text: '.' },
    ])
  })

  it('reads neighbouring words as one change', () => {
    expect(compare('druk op rood lampje', 'draai aan blauw lampje')).toEqual([
      { kind: 'removed', text: 'druk op rood' },
      { kind: 'added', text: 'draai aan blauw' },
      { kind: 'same', text: ' lampje' },
    ])
  })

  it('finds both texts back whole, whatever is in them', () => {
    const texts = [
      '',
      ' ',
      'Één café 😀\n\n- a\n- b',
      '<b>x</b> &amp; "q"',
      'a  b\tc',
      '😀😀 é',
      'woord\n',
      '\n\nwoord',
    ]
    for (const before of texts) {
      for (const after of texts) {
        const stretches = compare(before, after)
        expect(textOf(stretches, 'added')).toBe(before)
        expect(textOf(stretches, 'removed')).toBe(after)
      }
    }
  })

  it('is not bothered by how a browser ends its lines', () => {
    expect(compare('een\r\ntwee', 'een\ntwee')).toEqual([{ kind: 'same', text: 'een\ntwee' }])
  })

  it('is spared the long pieces that stayed', () => {
    const long = 'woord '.repeat(400)
    const stretches = compare(`${long}oud ${long}`, `${long}nieuw ${long}`)
    expect(stretches?.map(({ kind }) => kind)).toEqual(['skipped', 'same', 'removed', 'added', 'same', 'skipped'])
    expect(textOf(stretches, 'removed')).toBe(`${long}nieuw ${long}`)
  })

  it('gets the differences that can be told beside one that cannot', () => {
    const words = (word: string) => Array.from({ length: 900 }, (_, at) => `${word}${at}`).join(' ')
    const all = comparer(60_000)
    expect(all(words('oud'), words('nieuw'))).toBeNull()
    expect(all('een kraan', 'een knop')).not.toBeNull()
  })

  it('gets no difference of texts that are too large, too different, or too many for the time', () => {
    const many = (seed: number) => Array.from({ length: 2000 }, (_, at) => `w${(at * seed) % 991}`).join(' ')
    expect(compare('a'.repeat(40_000), 'b'.repeat(40_000))).toBeNull()
    expect(compare(many(7919), many(104_729))).toBeNull()
    expect(comparer(0)('een', 'twee')).toBeNull()
  })
})
