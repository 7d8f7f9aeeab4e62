import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isbot } from 'isbot'

const PURPOSES = ['sec-purpose', 'x-sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/** Whether a person looks: no robot, no browser that fetches ahead, no page that refreshes itself. */
export function isPerson(request: FastifyRequest): boolean {
  const { headers } = request
  if (PURPOSES.some((name) => /prefetch|preview|prerender/i.test(String(headers[name] ?? '')))) return false
  if (headers['x-live'] !== undefined) return false
  const agent = headers['user-agent']
  return agent !== undefined && agent !== '' && !isbot(agent)
}

/** Known for the seconds until it is hashed, in memory only. */
export interface Reader {
  readonly address: string
  readonly agent: string
}

export const readerOf = (request: FastifyRequest): Reader => ({
  address: request.ip,
  agent: (request.headers['user-agent'] ?? '').slice(0, 400),
})

/** The same reader all day, and nobody the day after: the salt is thrown away. */
export function readerHash(salt: string, { address, agent }: Reader): string {
  return createHash('sha256').update(`${salt} ${address} ${agent}`).digest('base64url').slice(0, 22)
}

/** Results and suggestions say so in their links. */
export function cameBySearching(query: unknown): boolean {
  const from = (query as { from?: unknown } | null)?.from
  return from === 'search' || from === 'suggestions'
}
