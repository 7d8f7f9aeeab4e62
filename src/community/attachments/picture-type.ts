export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'svg'

/** What the bytes are, whatever the name or the browser says. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8, 40))) return 'avif'
  // What an iPhone keeps photos as; decoding it needs a licence that no library here has.
  if (head.slice(4, 8) === 'ftyp' && /hei[cxms]|hev[cxms]|mif1|msf1/.test(head.slice(8, 40))) return 'heic'
  return isSvg(head) ? 'svg' : undefined
}

/** Also as UTF-16, after a byte order mark, comments or a document type; pressed ones start as gzip does. */
function isSvg(head: string): boolean {
  return /<(?:[a-z]+:)?svg[\s>/]|<!doctype\s+svg/i.test(head.replaceAll('\0', '')) || head.startsWith('\x1f\x8b')
}
