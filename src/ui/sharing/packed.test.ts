import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { View } from '../view.ts'
import { impersonal, type Markup, markupAsRead, markupOf, type OwnWords, ownWordsOf } from './markup.ts'
import { type Packed, pack, packedStream, unpacked as unpackedPart } from './packed.ts'

const wordsOf = (letter: string): OwnWords => ({
  token: Buffer.from(`${letter}-token-`.padEnd(43, letter)),
  once: Buffer.from(`${letter}-once-`.padEnd(36, letter)),
  here: Buffer.from('/questions/1'),
})
const henk = wordsOf('h')
const noor = wordsOf('n')

const signs = ownWordsOf(impersonal({ formToken: 'any', onceKey: 'any', url: '/' } as View))
const part = (html: string): Markup =>
  markupOf(
    html
      .replaceAll('TOKEN', String(signs.token))
      .replaceAll('ONCE', String(signs.once))
      .replaceAll('HERE', String(signs.here)),
  )

const plainly = (rows: readonly (Markup | Buffer)[], words: OwnWords): string =>
  String(Buffer.concat(rows.map((row) => (Buffer.isBuffer(row) ? row : markupAsRead(row, words)))))
const unpacked = (stream: Buffer | null) => String(brotliDecompressSync(stream as Buffer))
const packedFor = async (markup: Markup) => (await pack(markup, henk)) as Packed

/** Chance with a seed, so that what fails once fails again. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const BITS = [
  '<form method="post"><input type="hidden" name="_token" value="TOKEN"/>',
  '<input type="hidden" name="once" value="ONCE"/></form>',
  '<p>Zet hem op zestien graden, “één” ‰ 👩‍🔧.</p>',
  'aaaaaaaaaaaaaaaaaaaaaaaa',
  '<path d="M2 2 2 2 2 2 2 2 2 2"/>',
  '<button type="submit" class="deed">Bedankt</button>',
]

function anyPart(seed: number): Markup {
  const roll = dice(seed)
  const bit = () => (roll(4) === 0 ? String(roll(1e9)) : (BITS[roll(BITS.length)] as string))
  return part(Array.from({ length: 1 + roll(400) }, bit).join(''))
}

/** What they repeat, a part must not take for its own. */
const BEGINNINGS = ['', '<b>', 'ab'.repeat(20), 'abcdefghijk'.repeat(9) + 'abc'.repeat(9)].map((text) =>
  Buffer.from(text),
)

describe('a part that is packed for all its readers', () => {
  it('comes out as the plain page does, for each reader, whatever it is and whatever stands around it', async () => {
    let count = 0
    const [between, end] = [Buffer.from('<hr>'), Buffer.from('</html>')]
    for (let seed = 1; seed <= 60; seed++) {
      const markup = anyPart(seed)
      const packed = await pack(markup, henk)
      if (!packed) continue
      count += 1
      for (const reader of [henk, noor]) {
        for (const begin of BEGINNINGS) {
          const stream = packedStream(begin, [packed, between, packed, end], reader)
          expect(unpacked(stream)).toBe(plainly([begin, markup, between, markup, end], reader))
        }
      }
    }
    expect(count).toBeGreaterThan(20)
  })

  it('is much smaller than it was', async () => {
    const markup = part(`${BITS[0]}${BITS[1]}`.repeat(50))
    const { bytes } = await packedFor(markup)
    expect(bytes.length).toBeLessThan(markup.bytes.length / 10)
  })

  it('carries nothing of the one it was packed with', async () => {
    const packed = await packedFor(part(`<p>${BITS[0]}${BITS[1]}</p>`.repeat(3)))
    expect(String(packed.bytes)).not.toMatch(/h-token|h-once/)
    expect(unpacked(packedStream(Buffer.from('<b>'), [packed], noor))).not.toMatch(/h-token|h-once/)
  })

  it('is packed also where it repeats itself at once', async () => {
    const markup = part(`${'ha '.repeat(30)}${'<li>een</li>'.repeat(20)}`)
    const packed = await packedFor(markup)
    expect(unpacked(packedStream(Buffer.from('ho ho ho ho'), [packed], noor))).toBe(
      `ho ho ho ho${plainly([markup], noor)}`,
    )
  })

  it('is unpacked for who takes no packed pages', async () => {
    const markup = anyPart(7)
    expect(String(unpackedPart(await packedFor(markup), noor))).toBe(plainly([markup], noor))
  })

  it('goes plainly to who reads it elsewhere, or has a word that is longer than another’s', async () => {
    const markup = part('<a href="HERE">hier</a><input value="TOKEN"/><a href="HERE">en hier</a>')
    const packed = await packedFor(markup)
    expect(unpacked(packedStream(Buffer.from('<b>'), [packed], noor))).toBe(`<b>${plainly([markup], noor)}`)
    expect(packedStream(Buffer.from(''), [packed], { ...noor, here: Buffer.from('/questions/2') })).toBeNull()
    expect(packedStream(Buffer.from(''), [packed], { ...noor, token: Buffer.from('short') })).toBeNull()
  })
})
