import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
const WORTH_IT = 1_400
const TEXTUAL = /^(text\/|application\/(json|problem\+json|atom\+xml|xml|javascript))/

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
    const accepted = request.headers['accept-encoding'] ?? ''
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
    if (encoding === null) return payload
    reply.header('content-encoding', encoding).header('vary', 'accept-encoding').removeHeader('content-length')
    return encoding === 'br' ? quickBrotli(payload) : asGzip(payload, { level: 1 })
  })
}

const LARGE = 256 * 1024

/**
 * A member's page is compressed for one reader only: quick matters more than small. With a window no larger than a page
 * it takes a quarter of a millisecond, less than handing it to another thread.
 */
function quickBrotli(page: string | Buffer): Buffer | Promise<Buffer> {
  const params = { [BROTLI_PARAM_QUALITY]: 1, [BROTLI_PARAM_LGWIN]: 18, [BROTLI_PARAM_SIZE_HINT]: page.length }
  return page.length <= LARGE ? brotliCompressSync(page, { params }) : asBrotli(page, { params })
}
