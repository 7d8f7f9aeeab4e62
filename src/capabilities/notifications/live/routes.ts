import type { Exchange } from '#community/exchange.ts'
import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { sightOfQuestion } from '#community/visibility/visibility.ts'
import { type Reply, stream } from '#platform/http/reply.ts'
import { Connection } from './connection.ts'
import { hubOf } from './hub.ts'
import { questionOf, readTags } from './tags.ts'

/** Many people can share one address; more than this is not people. */
const MOST_PER_ADDRESS = 200

export const liveRoutes: Route[] = [get('/live', anyone, listen)]

async function listen(x: Exchange): Promise<Reply> {
  const hub = hubOf(x.site)
  if (x.site.config.rateLimits && hub.countOf(x.request.ip) >= MOST_PER_ADDRESS) return nothingToHear
  const tags = await hearable(x, readTags((x.query as { on?: unknown }).on))
  if (tags.length === 0) return nothingToHear
  return stream((response) => hub.add(new Connection(response, x.viewer, x.request.ip, tags)))
}

// 204 tells the browser not to come back. The same answer for a question that is not there and one that is not yours.
const nothingToHear: Reply = { kind: 'text', status: 204, type: 'text/plain', text: '' }

async function hearable(x: Exchange, tags: readonly string[]): Promise<string[]> {
  if (x.viewer?.blockedAt) return []
  const allowed = await Promise.all(tags.map((tag) => mayHear(x, tag)))
  return tags.filter((_, place) => allowed[place])
}

async function mayHear(x: Exchange, tag: string): Promise<boolean> {
  const questionId = questionOf(tag)
  if (questionId === null) return tag !== 'me' || x.viewer !== null
  return (await sightOfQuestion(x.db, x.viewer, questionId)) === 'seen'
}
