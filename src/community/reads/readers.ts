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

/** The same reader all day, and nobody the day after: the salt is thrown away. */
export function readerHash(salt: string, request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${salt} ${request.ip} ${request.headers['user-agent'] ?? ''}`)
    .digest('base64url')
    .slice(0, 22)
}
