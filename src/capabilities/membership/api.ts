import { z } from 'zod'
import { type ApiRoute, apiRoute, moment } from '#community/api.ts'
import { json, missing } from '#platform/http/reply.ts'
import { memberPath } from './paths.ts'
import { countPostsOf } from './post-queries.ts'
import { findProfile } from './queries.ts'

const member = z
  .object({
    id: z.string(),
    handle: z.string(),
    name: z.string(),
    url: z.string(),
    about: z.string(),
    interests: z.array(z.string()),
    products: z.array(z.object({ slug: z.string(), name: z.string(), version: z.string().nullable() })),
    staffTitle: z.string().nullable(),
    expertTitle: z.string().nullable(),
    expertReason: z.string().nullable(),
    joinedAt: moment,
    questionCount: z.int(),
    answerCount: z.int(),
  })
  .meta({
    id: 'Member',
    description: 'What a profile shows; counts hold for what the asker may see.',
    examples: [
      {
        ...{ id: '3', handle: 'henk', name: 'Henk', url: 'https://community.example/members/henk' },
        ...{ about: 'Acht jaar een warmtepomp.', interests: ['warmtepompen'] },
        products: [{ slug: 'zw-aero-6', name: 'ZW Aero 6', version: '2024' }],
        ...{ staffTitle: null, expertTitle: 'Warmtekenner', expertReason: '42 antwoorden bevestigd' },
        ...{ joinedAt: '2024-03-02T10:00:00.000Z', questionCount: 4, answerCount: 61 },
      },
    ],
  })

export const api: ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/members/:handle',
    summary: 'A member as others see them',
    tag: 'Members',
    scope: 'members:read',
    needsKey: false,
    params: z.object({
      handle: z
        .string()
        .regex(/^[a-zA-Z0-9][\w-]{1,29}$/)
        .meta({ examples: ['henk'] }),
    }),
    answers: { 200: member },
    handle: async (x) => {
      const found = await findProfile(x.db, x.params.handle ?? '')
      if (!found) return missing
      const counts = await countPostsOf(x.db, x.viewer, found.id)
      const { id, handle, name, about, interests, products, staffTitle, expertTitle, expertReason } = found
      return json({
        ...{ id, handle, name, url: x.site.config.publicUrl + memberPath(handle), about, interests, products },
        ...{ staffTitle, expertTitle, expertReason, joinedAt: found.joinedAt.toISOString() },
        ...{ questionCount: counts.questions, answerCount: counts.answers },
      })
    },
  }),
]
