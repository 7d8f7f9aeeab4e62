import { z } from 'zod'
import type { ApiRoute } from '#community/api.ts'
import { findQuestions, type Hit } from '#community/finding/find.ts'
import { json } from '#platform/http/reply.ts'
import { LONGEST_SEARCH } from './forms.ts'

const query = z.object({
  q: z.string().min(1).max(LONGEST_SEARCH),
  kind: z.enum(['question']).optional(),
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

const hit = z.object({
  kind: z.literal('question'),
  id: z.string(),
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  state: z.string(),
})

export const api: ApiRoute[] = [
  {
    method: 'GET',
    path: '/search',
    summary: 'Find questions, best first; slips of the pen and compounds included',
    tag: 'search',
    scope: 'search:read',
    needsKey: false,
    query,
    answers: { 200: z.object({ items: z.array(hit), nextCursor: z.string().nullable() }) },
    handle: async (x) => {
      const { q, cursor, limit } = x.input.query as z.output<typeof query>
      const found = await findQuestions(x.db, x.viewer, { words: q, cursor, limit })
      return json({ items: found.hits.map(itemFor(x.site.config.publicUrl)), nextCursor: found.nextCursor })
    },
  },
]

const itemFor =
  (publicUrl: string) =>
  ({ id, slug, title, snippet, state }: Hit): z.output<typeof hit> => ({
    kind: 'question',
    id,
    title,
    url: `${publicUrl}/questions/${id}/${slug}`,
    snippet: snippet.map((piece) => piece.text).join(''),
    state,
  })
