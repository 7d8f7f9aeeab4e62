import { z } from 'zod'
import { type ApiRoute, apiRoute, badCursor, listOf, paging } from '#community/api.ts'
import { readCursor } from '#community/finding/cursor.ts'
import { findQuestions, type Hit } from '#community/finding/find.ts'
import { choice, line } from '#platform/http/forms.ts'
import { json } from '#platform/http/reply.ts'
import { LONGEST_SEARCH } from './forms.ts'

const query = z.object({
  q: line(LONGEST_SEARCH).meta({
    description: 'What one would type in the box.',
    example: 'warmtepomp slaat af',
    minLength: 1,
    maxLength: LONGEST_SEARCH,
  }),
  kind: choice(['question']).optional(),
  ...paging,
})

const hit = z
  .object({
    kind: z.literal('question'),
    id: z.string(),
    title: z.string(),
    url: z.string().meta({ format: 'uri' }),
    snippet: z.string(),
    state: z.string(),
  })
  .meta({
    id: 'Hit',
    examples: [
      {
        kind: 'question',
        id: '12',
        title: 'Warmtepomp slaat af',
        url: 'https://community.example/questions/12/warmtepomp-slaat-af',
        snippet: 'Reset hem met de knop achter het paneel.',
        state: 'confirmed',
      },
    ],
  })

export const api: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/search',
    summary: 'Find questions, best first; slips of the pen and compounds included',
    tag: 'Search',
    scope: 'search:read',
    needsKey: false,
    limit: 'search',
    query,
    answers: { 200: listOf(hit) },
    handle: async (x) => {
      const { q, cursor, limit } = x.input.query
      if (cursor !== undefined && readCursor(cursor) === null) return badCursor(x.t)
      const found = await findQuestions(x.db, x.viewer, { words: q, cursor, limit })
      return json({ items: found.hits.map(itemFor(x.site.config.publicUrl)), nextCursor: found.nextCursor })
    },
  }),
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
