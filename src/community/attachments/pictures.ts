import type { Metadata, Sharp } from 'sharp'
import { inTurn } from './in-turn.ts'
import { pictureLibrary } from './picture-library.ts'
import { pictureTypeOf } from './picture-type.ts'

export interface PreparedPicture {
  bytes: Buffer
  mime: 'image/webp'
  width: number
  height: number
}

export interface PictureProblem {
  /** A key of the texts in form.json, and the numbers in it. */
  problem:
    | 'form.picture-too-large'
    | 'form.picture-too-many-pixels'
    | 'form.picture-unknown'
    | 'form.picture-svg'
    | 'form.picture-heic'
    | 'form.picture-damaged'
    | 'form.picture-too-slow'
  params: Record<string, number>
}

export const PICTURE_MAX_BYTES = 8 * 1024 * 1024
export const PICTURE_MAX_PIXELS = 40_000_000

/** A picture of a member made anew: upright, of bounded size, without place, camera or anything hidden behind it. */
export function preparePicture(bytes: Uint8Array): Promise<PreparedPicture | PictureProblem> {
  return prepare(bytes, FRAMES, (picture) =>
    picture.resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true }),
  )
}

/** The middle of a picture as a square for beside a name. */
export function avatarPicture(bytes: Uint8Array): Promise<PreparedPicture | PictureProblem> {
  return prepare(bytes, 1, (picture) => picture.resize({ width: AVATAR_SIDE, height: AVATAR_SIDE, fit: 'cover' }))
}

/** A logo in the shape it has, small enough for the bar of every page. */
export function logoPicture(bytes: Uint8Array): Promise<PreparedPicture | PictureProblem> {
  return prepare(bytes, 1, (picture) =>
    picture.resize({ width: LOGO_WIDTH, height: LOGO_HEIGHT, fit: 'inside', withoutEnlargement: true }),
  )
}

const LONG_SIDE = 2560
const LOGO_WIDTH = 720
const LOGO_HEIGHT = 144
const AVATAR_SIDE = 256
const FRAMES = 120
const SECONDS = 20

const takeTurn = inTurn(2)

async function prepare(bytes: Uint8Array, frames: number, shape: (picture: Sharp) => Sharp) {
  const type = pictureTypeOf(bytes)
  if (type === 'svg') return refused('form.picture-svg')
  if (type === 'heic') return refused('form.picture-heic')
  if (!type) return refused('form.picture-unknown')
  if (bytes.byteLength > PICTURE_MAX_BYTES) return refused('form.picture-too-large', 8)
  return takeTurn(() => made(bytes, type, frames, shape))
}

async function made(bytes: Uint8Array, type: string, frames: number, shape: (picture: Sharp) => Sharp) {
  const sharp = await pictureLibrary()
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (typeIn(header) !== type) return refused('form.picture-damaged')
    const pixels = header.width * (header.pageHeight ?? header.height)
    if (pixels > PICTURE_MAX_PIXELS) return refused('form.picture-too-many-pixels', PICTURE_MAX_PIXELS / 1e6)
    const pages = Math.max(1, Math.min(header.pages ?? 1, frames, Math.floor(PICTURE_MAX_PIXELS / pixels)))
    return await reEncoded(shape(opened(sharp(bytes, { ...LIMITS, pages }))), type)
  } catch (error) {
    return refused(/timeout/i.test(String(error)) ? 'form.picture-too-slow' : 'form.picture-damaged')
  }
}

const LIMITS = { limitInputPixels: PICTURE_MAX_PIXELS, failOn: 'error', sequentialRead: true } as const

const opened = (picture: Sharp): Sharp => picture.timeout({ seconds: SECONDS }).autoOrient()

/** Sharp leaves all metadata behind unless asked to keep it. */
async function reEncoded(picture: Sharp, type: string): Promise<PreparedPicture> {
  // Drawings and pictures of screens have sharp edges that need more than photographs do.
  const quality = type === 'png' || type === 'gif' ? 90 : 82
  const { data, info } = await picture
    .toColourspace('srgb')
    .webp({ quality, smartSubsample: type === 'png', effort: 4 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, mime: 'image/webp', width: info.width, height: info.pageHeight ?? info.height }
}

function typeIn(header: Metadata): string {
  return header.format === 'heif' && header.compression === 'av1' ? 'avif' : header.format
}

function refused(problem: PictureProblem['problem'], max?: number): PictureProblem {
  return { problem, params: max === undefined ? {} : { max } }
}
