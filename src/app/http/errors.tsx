import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findOldAddress } from '#capabilities/transfer/old-addresses.ts'
import type { Exchange } from '#community/exchange.ts'
import { findNearest, type NearMatch } from '#community/finding/nearest.ts'
import type { Site } from '#community/site.ts'
import { page, type Reply } from '#platform/http/reply.ts'
import { GonePage, MissingPage, TroublePage, type TroubleProps } from '../errors/pages.tsx'
import { plainTrouble } from '../errors/plain.ts'
import type { ExchangeMaker } from './exchange-maker.ts'
import { send } from './replies.tsx'

type PageReply = Extract<Reply, { kind: 'page' }>

export async function missingPage(x: Exchange): Promise<PageReply> {
  return page(<MissingPage x={x} near={await nearest(x)} words={longWordsOf(x.body)} />, 404) as PageReply
}

export async function gonePage(x: Exchange): Promise<PageReply> {
  return page(<GonePage x={x} near={await nearest(x)} words={longWordsOf(x.body)} />, 410) as PageReply
}

const nearest = (x: Exchange): Promise<NearMatch[]> =>
  findNearest(x.db, x.viewer, wordsIn(x.request.url)).catch(() => [])

export function troublePage(x: Exchange, status: number, trouble: Omit<TroubleProps, 'x'>): FastifyReply {
  if (trouble.seconds) x.reply.header('retry-after', trouble.seconds)
  const props = { ...trouble, words: trouble.words ?? longWordsOf(x.body) }
  return send(x.reply, page(<TroublePage x={x} {...props} />, status) as PageReply)
}

export function answerMissing(server: FastifyInstance, _site: Site, maker: ExchangeMaker): void {
  server.setNotFoundHandler(async (request, reply) => {
    const x = await exchangeFor(maker, request, reply)
    return send(reply, await missingOrMoved(x))
  })
}

/** Addresses from before an import lead on, for ever; all others are not there. */
export async function missingOrMoved(x: Exchange): Promise<PageReply | Extract<Reply, { kind: 'redirect' }>> {
  const isLooking = x.request.method === 'GET' || x.request.method === 'HEAD'
  const target = isLooking ? await findOldAddress(x.db, x.request.url.split('?')[0] ?? '/') : null
  return target === null ? missingPage(x) : { kind: 'redirect', status: 301, to: target }
}

/** Whatever was thrown is logged once, here, with the number that the person can quote. */
export function answerErrors(server: FastifyInstance, site: Site, maker: ExchangeMaker): void {
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = statusOf(error)
    if (status >= 500)
      site.log.error({ err: error, requestId: request.id, path: request.url.split('?')[0] }, 'request failed')
    if (reply.sent || reply.raw.headersSent) return reply
    if (status === 503) reply.header('retry-after', 5)
    try {
      const x = await exchangeFor(maker, request, reply)
      return troublePage(x, status, { code: codeOf(status), requestId: request.id })
    } catch {
      // Without the database there is still an answer.
      return reply.code(status).type('text/html; charset=utf-8').send(plainTrouble(request.id))
    }
  })
}

async function exchangeFor(maker: ExchangeMaker, request: FastifyRequest, reply: FastifyReply): Promise<Exchange> {
  const [viewer, brand] = await Promise.all([maker.viewer(request), maker.brand()])
  return maker.make(request, reply, { viewer, brand })
}

const LOST_DATABASE = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P01', '57P03', '08006', '53300'])

function statusOf(error: FastifyError): number {
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return error.statusCode
  return LOST_DATABASE.has(error.code) ? 503 : 500
}

function codeOf(status: number): TroubleProps['code'] {
  if (status === 413) return 'too-large'
  return status < 500 ? 'unreadable' : 'broken'
}

/** The words of an address that leads nowhere, to look for what comes nearest. */
function wordsIn(url: string): string {
  const path = (url.split('?')[0] ?? '').slice(0, 300)
  const words = path
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^(questions|members|answers)$/.test(word))
  return words.slice(0, 8).join(' ')
}

/** What somebody typed, when the form cannot be answered: shown again so that they can copy it. Secrets stay out. */
export function longWordsOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  const typed = Object.entries(body).flatMap(([name, value]) => (isTyped(name, value) ? [value as string] : []))
  return [...new Set(typed)]
}

const isTyped = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  (name === 'title' || value.length > 20) &&
  value.trim() !== '' &&
  !/^_|token|password|ticket|code|return|current|next|journey|place/i.test(name)
