import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'
import { avatarPicture, type PictureProblem, type PreparedPicture, preparePicture } from './pictures.ts'

const red = { r: 200, g: 30, b: 30 }
const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: red } })

async function prepared(bytes: Uint8Array): Promise<PreparedPicture> {
  const picture = await preparePicture(bytes)
  if ('problem' in picture) throw new Error(picture.problem)
  return picture
}

async function problemOf(bytes: Uint8Array): Promise<string | undefined> {
  return ((await preparePicture(bytes)) as PictureProblem).problem
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(name), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function crc32(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

/** A PNG of a few bytes that says it is that large. */
function pngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const withPlace = () =>
  blank(60, 40)
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Fatima', Model: 'Telefoon' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .toBuffer()

function moving(frames: number): Promise<Buffer> {
  const [width, height] = [8, 6]
  const pixels = Buffer.from(Array.from({ length: frames * width * height * 3 }, (_, at) => ((at * 7919) >> 3) % 256))
  return sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ loop: 0, delay: Array.from({ length: frames }, () => 50) })
    .toBuffer()
}

describe('a picture of a member', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('may be a %s and is made anew', async (type) => {
    const picture = await prepared(await blank(64, 48).toFormat(type).toBuffer())
    expect([picture.mime, picture.width, picture.height]).toEqual(['image/webp', 64, 48])
    expect((await sharp(picture.bytes).metadata()).format).toBe('webp')
  })

  it('loses where and with what it was taken', async () => {
    const original = await withPlace()
    expect(original.includes('Fatima') && (await sharp(original).metadata()).exif).toBeTruthy()
    const { bytes } = await prepared(original)
    const { exif, xmp, iptc, icc } = await sharp(bytes).metadata()
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
    expect(bytes.includes('Fatima') || bytes.includes('GPS') || bytes.includes('xmpmeta')).toBe(false)
  })

  it('stands upright, as the camera meant', async () => {
    const lying = await blank(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { width, height, bytes } = await prepared(lying)
    expect([width, height]).toEqual([40, 60])
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined()
  })

  it('is no larger than a page can use, and never blown up', async () => {
    const large = await prepared(await blank(4000, 1000).jpeg().toBuffer())
    expect([large.width, large.height]).toEqual([2560, 640])
    const thin = await prepared(await blank(1, 5000).png().toBuffer())
    expect([thin.width, thin.height]).toEqual([1, 2560])
  })

  it('keeps what is see-through', async () => {
    const glass = await sharp({ create: { width: 8, height: 8, channels: 4, background: { ...red, alpha: 0 } } })
      .png()
      .toBuffer()
    expect((await sharp((await prepared(glass)).bytes).metadata()).hasAlpha).toBe(true)
  })

  it('that moves keeps moving, for a bounded number of frames', async () => {
    const few = await prepared(await moving(3))
    expect([few.width, few.height, (await sharp(few.bytes).metadata()).pages]).toEqual([8, 6, 3])
    const many = await prepared(await moving(200))
    expect((await sharp(many.bytes).metadata()).pages).toBe(120)
  })

  it('in printing colours becomes one for screens', async () => {
    const print = await blank(20, 20).toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp((await prepared(print)).bytes).metadata()).space).toBe('srgb')
  })
})

describe('a picture that hides something', () => {
  it('loses what was put behind, between or before its end', async () => {
    const script = '<script>alert(1)</script><?php x ?>'
    const jpeg = await blank(30, 30).jpeg().toBuffer()
    const png = await blank(30, 30).png().toBuffer()
    const comment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, script.length + 2]),
      Buffer.from(script),
      jpeg.subarray(2),
    ])
    const text = Buffer.concat([
      png.subarray(0, 33),
      chunk('tEXt', Buffer.from(`Comment\0${script}`)),
      png.subarray(33),
    ])
    for (const odd of [
      Buffer.concat([jpeg, Buffer.from(script)]),
      Buffer.concat([png, Buffer.from(`PK\x03\x04${script}`)]),
      comment,
      text,
    ])
      expect((await prepared(odd)).bytes.includes('alert')).toBe(false)
  })
})

describe('what is refused', () => {
  it('is an SVG in every dress', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    const dresses = [
      svg,
      `<?xml version="1.0"?>\n<!-- x -->${svg}`,
      `\ufeff  ${svg}`,
      `<!DOCTYPE svg [<!ENTITY x "y">]>${svg}`,
      svg.toUpperCase(),
      `<x:svg xmlns:x="http://www.w3.org/2000/svg"/>`,
    ]
    for (const dress of dresses) expect(await problemOf(Buffer.from(dress)), dress).toBe('form.picture-svg')
    expect(await problemOf(Buffer.from(svg, 'utf16le'))).toBe('form.picture-svg')
    expect(await problemOf(gzipSync(svg))).toBe('form.picture-svg')
  })

  it('is what is no picture, whatever it calls itself', async () => {
    for (const odd of [
      '',
      'x',
      '<html><img src=x onerror=alert(1)>',
      '%PDF-1.7',
      'PK\x03\x04',
      '#!/bin/sh',
      'push graphic-context',
      'P6 1 1 255 aaa',
      'II*\0',
    ])
      expect(await problemOf(Buffer.from(odd, 'latin1')), odd).toBe('form.picture-unknown')
    const tiff = await blank(5, 5).tiff().toBuffer()
    expect(await problemOf(tiff)).toBe('form.picture-unknown')
  })

  it('is a photo as an iPhone keeps it, with a word of its own', async () => {
    for (const brands of ['heic\0\0\0\0mif1heic', 'mif1\0\0\0\0mif1heic', 'heix\0\0\0\0mif1', 'hevc\0\0\0\0msf1'])
      expect(await problemOf(Buffer.from(`\0\0\0\x18ftyp${brands}`, 'latin1')), brands).toBe('form.picture-heic')
  })

  it('is a false beginning with something else behind it', async () => {
    for (const start of ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'GIF89a', 'RIFF\x10\0\0\0WEBP', '\0\0\0\x1cftypavif'])
      expect(
        await problemOf(Buffer.from(`${start}<svg onload=alert(1)><script>alert(1)</script></svg>`, 'latin1')),
      ).toBe('form.picture-damaged')
  })

  it('is a picture that was cut off', async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: red,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
    for (const type of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const whole = await noise.clone().toFormat(type).toBuffer()
      for (const part of [0.05, 0.5])
        expect(await problemOf(whole.subarray(0, whole.length * part)), `${type} ${part}`).toBe('form.picture-damaged')
    }
  })

  it('is more than 8 MiB', async () => {
    const jpeg = await blank(10, 10).jpeg().toBuffer()
    expect(await preparePicture(Buffer.concat([jpeg, Buffer.alloc(8 * 1024 * 1024)]))).toEqual({
      problem: 'form.picture-too-large',
      params: { max: 8 },
    })
  })

  it('is more than 40 million pixels, seen before any is unpacked', async () => {
    const bombs = [
      pngThatClaims(50_000, 50_000),
      pngThatClaims(8000, 5001),
      await blank(9000, 4500).png({ compressionLevel: 9 }).toBuffer(),
    ]
    for (const bomb of bombs) {
      const before = process.memoryUsage().rss
      expect(await preparePicture(bomb)).toEqual({ problem: 'form.picture-too-many-pixels', params: { max: 40 } })
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    }
    for (const odd of [pngThatClaims(0, 0), pngThatClaims(2 ** 31 - 1, 2 ** 31 - 1), pngThatClaims(100, 100)])
      expect(await problemOf(odd)).toMatch(/damaged|too-many-pixels/)
  })

  it('never makes the process fail, whatever the bytes', async () => {
    const jpeg = await blank(50, 50).jpeg().toBuffer()
    for (let at = 2; at < jpeg.length; at += 37) {
      const broken = Buffer.from(jpeg)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      const result = await preparePicture(broken)
      expect('problem' in result || result.mime === 'image/webp').toBe(true)
    }
  })
})

describe('an avatar', () => {
  it('is a square of 256 that stands still', async () => {
    const wide = await avatarPicture(await withPlace())
    expect(wide).toMatchObject({ mime: 'image/webp', width: 256, height: 256 })
    const still = (await avatarPicture(await moving(2))) as PreparedPicture
    expect((await sharp(still.bytes).metadata()).pages).toBeUndefined()
  })

  it('is refused for the same reasons', async () => {
    expect(await avatarPicture(Buffer.from('<svg/>'))).toMatchObject({ problem: 'form.picture-svg' })
  })
})

it('pictures wait for their turn, two at a time, also after one fails', async () => {
  const takeTurn = inTurn(2)
  let busy = 0
  let most = 0
  const work = async (at: number) => {
    most = Math.max(most, ++busy)
    await new Promise((done) => setTimeout(done, 5))
    busy--
    if (at % 3 === 0) throw new Error('mislukt')
    return at
  }
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, at) => takeTurn(() => work(at))))
  expect(most).toBe(2)
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(6)
})
