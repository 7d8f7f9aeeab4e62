import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RenderedPage } from '#ui/sharing/rendered-page.ts'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
const WORTH_IT = 1_400
const TEXTUAL = /^(text\/|application\/(json|problem\+json|atom\+xml|xml|javascript))/

const LARGE = 256 * 1024
/** What a large page comes to, so that it is written in one go. */
const CHUNK = 32 * 1024
const FAST = { level: 1 }

/** The page as this browser reads it, at once. */
export function compressed(reply: FastifyReply, page: RenderedPage): Buffer {
  const encoding = encodingFor(reply.request)
  const packed = encoding === 'br' ? page.packed() : null
  const bytes = packed ?? page.bytes()
  if (encoding === null || (!packed && bytes.length < WORTH_IT)) return Buffer.from(bytes)
  say(reply, encoding)
  return packed ?? (encoding === 'br' ? quickBrotli(bytes) : gzipSync(bytes, FAST))
}

type Encoding = 'br' | 'gzip'

function encodingFor({ headers }: FastifyRequest): Encoding | null {
  const accepted = headers['accept-encoding'] ?? ''
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
}

const say = (reply: FastifyReply, encoding: Encoding): FastifyReply =>
  reply.header('content-encoding', encoding).header('vary', 'accept-encoding')

/** Compresses what is made for one person. Kept pages and built files were compressed before. */
export function compressPages(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (
      !(typeof payload === 'string' || Buffer.isBuffer(payload)) ||
      payload.length < WORTH_IT ||
      reply.hasHeader('content-encoding')
    )
      return payload
    if (!TEXTUAL.test(String(reply.getHeader('content-type') ?? ''))) return payload
    const encoding = encodingFor(request)
    if (encoding === null) return payload
    say(reply, encoding).removeHeader('content-length')
    if (encoding === 'gzip') return asGzip(payload, FAST)
    return payload.length <= LARGE ? quickBrotli(payload) : asBrotli(payload, quickly(payload))
  })
}

/**
 * A member's page is compressed for one reader only: quick matters more than small. With a window no larger than a page
 * it takes a quarter of a millisecond, less than handing it to another thread.
 */
const quickBrotli = (page: string | Buffer): Buffer => brotliCompressSync(page, quickly(page))

const quickly = (page: string | Buffer) => ({
  chunkSize: CHUNK,
  params: { [BROTLI_PARAM_QUALITY]: 1, [BROTLI_PARAM_LGWIN]: 18, [BROTLI_PARAM_SIZE_HINT]: page.length },
})
