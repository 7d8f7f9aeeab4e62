import { describe, expect, test } from 'vitest'
import { closeness, mayBeMeant } from './spelling.ts'
import { askedWords, MOST_WORDS, neighbours, piecesOf, splitCompound, wordsIn } from './words.ts'

describe('what somebody typed', () => {
  test('becomes plain words; numbers, codes and versions stay whole', () => {
    expect(wordsIn('Één café, code E14 na 5.0: 3,5 kW?')).toEqual([
      'een',
      'cafe',
      'code',
      'e14',
      'na',
      '5.0',
      '3,5',
      'kw',
    ])
  })

  test('is bounded, however long it is and whatever is in it', () => {
    expect(askedWords('zon '.repeat(10_000))).toEqual(['zon'])
    expect(askedWords(Array.from({ length: 500 }, (_, at) => `w${at}`).join(' '))).toHaveLength(MOST_WORDS)
    expect(askedWords("' | & ! <-> :* \\ \u0000 ()")).toEqual([])
    expect(piecesOf(['a'.repeat(40)]).length).toBeLessThan(1000)
  })
})

describe('a compound', () => {
  const known = new Set(['warmtepomp', 'warmte', 'pomp', 'boiler', 'zon', 'paneel', 'panelen', 'station', 'hal'])
  const split = (word: string) => splitCompound(word, (piece) => known.has(piece))

  test('falls apart in the fewest known words', () => {
    expect(split('warmtepompboiler')).toEqual(['warmtepomp', 'boiler'])
  })

  test('may carry linking letters', () => {
    expect(split('zonnepanelen')).toEqual(['zon', 'panelen'])
    expect(split('stationshal')).toEqual(['station', 'hal'])
  })

  test('stays whole when a part is no word', () => {
    expect(split('warmtepompdroger')).toBeNull()
    expect(split('boiler')).toBeNull()
  })

  test('that was written apart is tried as one word', () => {
    expect(neighbours(['warmte', 'pomp']).map(([, , joined]) => joined)).toContain('warmtepomp')
  })
})

describe('a slip of the pen', () => {
  test.each([
    ['zonepanelen', 'zonnepanelen'],
    ['foutkode', 'foutcode'],
    ['thuisbaterij', 'thuisbatterij'],
    ['laatpaal', 'laadpaal'],
    ['omvromer', 'omvormer'],
    ['radiatooren', 'radiatoren'],
    ['ontlugten', 'ontluchten'],
  ])('%s may mean %s', (typed, meant) => {
    expect(mayBeMeant(typed, meant)).toBe(true)
    expect(closeness(typed, meant)).toBeGreaterThan(0.75)
  })

  test.each([['vloer', 'motor'], ['boiler', 'koeler'], ['gas', 'glas'].reverse() as [string, string]])(
    '%s does not become %s',
    (typed, other) => {
      expect(closeness(typed, other)).toBeLessThan(0.76)
    },
  )
})
