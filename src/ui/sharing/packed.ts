import { randomBytes, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompressSync, brotliDecompress, brotliDecompressSync, constants, createBrotliCompress } from 'node:zlib'
import { type Markup, markupAsRead, type Own, type OwnWords, piecesOf } from './markup.ts'

/**
 * A part as Brotli sends it (RFC 7932), compressed once for all who read it.
 *
 * A Brotli stream is a row of blocks that repeat what came before by its distance. A part whose blocks begin on a whole
 * byte and only look back within the part can therefore stand behind anything. What belongs to one reader alone is sent
 * uncompressed where it stands first; wherever it stands again, the stream looks back at that place: another word of the
 * same length written there is another word everywhere.
 */
export interface Packed {
  readonly bytes: Buffer
  readonly places: readonly Place[]
  /** Where they are who may have it, if it says so: as long as that is, everything else is at its distance. */
  readonly here: Buffer | null
}

interface Place {
  readonly at: number
  readonly own: Own
  readonly length: number
}

/**
 * Null when the part cannot be packed. That its blocks look back within the part only is how the encoder works at this
 * quality, which no format promises: so every part is unpacked once, behind another beginning and with other words, and
 * goes on plainly if anything came out otherwise.
 */
export async function pack(markup: Markup, words: OwnWords): Promise<Packed | null> {
  const here = markup.gaps.some(({ own }) => own === 'here') ? words.here : null
  const strangers = strangersWords(words)
  const packed = { ...(await compressInPieces(markup, strangers)), here }
  return (await comesOutTheSame(packed, markup, otherWords(strangers))) ? packed : null
}

/**
 * The stream of a page: how it begins, then packed parts and what stands between them, a block each. Null where a part
 * was packed for somewhere else, or with words that are longer or shorter than those of this reader.
 */
export const packedStream = (begin: Buffer, rest: readonly (Packed | Buffer)[], words: OwnWords): Buffer | null =>
  streamFrom(beginningOf(begin), rest, words)

function streamFrom(begun: Buffer, rest: readonly (Packed | Buffer)[], words: OwnWords): Buffer | null {
  const blocks: Buffer[] = [begun]
  const places: Place[] = []
  let at = begun.length
  for (const part of rest) {
    if (!Buffer.isBuffer(part) && !isFor(part, words)) return null
    const block = Buffer.isBuffer(part) ? storedBlock(part) : part.bytes
    if (!Buffer.isBuffer(part)) places.push(...placesFrom(at, part.places))
    blocks.push(block)
    at += block.length
  }
  const stream = Buffer.concat([...blocks, END])
  for (const place of places) words[place.own].copy(stream, place.at)
  return stream
}

const placesFrom = (start: number, places: readonly Place[]): Place[] =>
  places.map((place) => ({ ...place, at: start + place.at }))

/** The part as this reader reads it, who must be one of those that it is for. */
export const unpacked = (part: Packed, words: OwnWords): Buffer =>
  brotliDecompressSync(packedStream(Buffer.alloc(0), [part], words) as Buffer)

const isFor = ({ places, here }: Packed, words: OwnWords): boolean =>
  (here === null || here.equals(words.here)) && places.every(({ own, length }) => words[own].length === length)

const { BROTLI_OPERATION_FLUSH, BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY } = constants
const WINDOW = 18
/** The best that looks nothing up in the dictionary of Brotli, whose entries are counted from where the stream began. */
const QUALITY = 3
const QUICK = 1
const STORED_HEADER = 3
/** Of what a large part is packed into. */
const ROOM = 32 * 1024
/** An empty last block. */
const END = Buffer.from([3])

const settings = (quality: number) => ({
  params: { [BROTLI_PARAM_LGWIN]: WINDOW, [BROTLI_PARAM_QUALITY]: quality },
  finishFlush: BROTLI_OPERATION_FLUSH,
})

/** Short, so that a small room does: larger ones cost more than compressing. */
const beginningOf = (bytes: Buffer): Buffer => brotliCompressSync(bytes, { ...settings(QUICK), chunkSize: 4_096 })

const decompressed = promisify(brotliDecompress)

async function compressInPieces(markup: Markup, words: OwnWords): Promise<Stored> {
  const encoder = createBrotliCompress({ ...settings(QUALITY), flush: BROTLI_OPERATION_FLUSH, chunkSize: ROOM })
  // How a stream begins is said by the page. A distance may be said as one of the last four, which are the page's too:
  // of those of this beginning none is found again in the part.
  await flushed(encoder, ENCODERS_BEGINNING)
  let packed = NOTHING
  for (const { bytes, own } of piecesOf(markup, words)) {
    const compressed = await flushed(encoder, bytes)
    packed = joined(packed, own ? storedWord(bytes, own) : { bytes: compressed, places: [] })
  }
  encoder.close()
  return packed
}

/** Before it is known where it may be read. */
type Stored = Omit<Packed, 'here'>

const NOTHING: Stored = { bytes: Buffer.alloc(0), places: [] }

const storedWord = (bytes: Buffer, own: Own): Stored => ({
  bytes: storedBlock(bytes),
  places: [{ at: STORED_HEADER, own, length: bytes.length }],
})

const joined = (one: Stored, next: Stored): Stored => ({
  bytes: Buffer.concat([one.bytes, next.bytes]),
  places: [...one.places, ...placesFrom(one.bytes.length, next.places)],
})

/** Each time a way to another thread and back, and so one turn of a busy process. */
async function flushed(encoder: ReturnType<typeof createBrotliCompress>, bytes: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = []
  const gather = (chunk: Buffer) => chunks.push(chunk)
  encoder.on('data', gather)
  await new Promise<void>((resolve, reject) => encoder.write(bytes, (error) => (error ? reject(error) : resolve())))
  encoder.off('data', gather)
  return Buffer.concat(chunks)
}

/**
 * At most 65,536 bytes as they are. RFC 7932 §9.2: not the last (1 bit), a length of four nibbles (2 bits), the length
 * less one (16), uncompressed (1).
 */
function storedBlock(bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes
  const header = Buffer.alloc(STORED_HEADER)
  header.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, STORED_HEADER)
  return Buffer.concat([header, bytes])
}

/** As long as those of a reader, and like nothing else in the part. */
const strangersWords = (words: OwnWords): OwnWords => ({
  ...words,
  token: strangeBytes(words.token.length),
  once: strangeBytes(words.once.length),
})

/** Another byte in every place, each by chance: neither one byte nor a row of them can be the same again. */
const otherWords = (words: OwnWords): OwnWords => ({
  ...words,
  token: Buffer.from(words.token.map(otherByte)),
  once: Buffer.from(words.once.map(otherByte)),
})

/** The upper half: of text it is a small part, and there hardly ever several in a row. */
const UPPER = 128
const strangeBytes = (length: number): Buffer => Buffer.from(randomBytes(length).map((byte) => byte | UPPER))
const otherByte = (byte: number): number => UPPER | (byte + randomInt(1, UPPER))

async function comesOutTheSame(packed: Packed, markup: Markup, words: OwnWords): Promise<boolean> {
  const stream = streamFrom(STRANGE_BEGUN, [packed], words) as Buffer
  const expected = Buffer.concat([STRANGE, markupAsRead(markup, words)])
  try {
    return (await decompressed(stream, { chunkSize: expected.length + 64 })).equals(expected)
  } catch {
    return false
  }
}

/** Ends with four repetitions, each over another distance and from further back than a part finds its own first ones. */
function strangeBeginning(): Buffer {
  const rows = [0, 1, 2, 3].map(() => strangeBytes(200))
  const apart = rows.flatMap((row, nth) => [row, strangeBytes(20 + 10 * nth)])
  return Buffer.concat([...apart, Buffer.alloc(100_000, UPPER), ...rows])
}

const ENCODERS_BEGINNING = strangeBeginning()
/** Another than the encoder's, so that nothing of that is taken for what stands here. */
const STRANGE = strangeBeginning()
const STRANGE_BEGUN = beginningOf(STRANGE)
