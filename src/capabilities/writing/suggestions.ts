import type { Exchange, MemberExchange } from '#community/exchange.ts'
import { suggestQuestions } from '#community/finding/find.ts'
import { avatarUrl } from '#community/members/avatar-url.ts'
import { readQuery } from '#platform/http/forms.ts'
import { json, type Reply } from '#platform/http/reply.ts'
import { suggestionQuery } from './forms.ts'
import { listMembersLike } from './queries.ts'

const MOST = 8

/** Who can be called by name: what every page shows of a member, nothing else. */
export async function suggestMembers(x: MemberExchange): Promise<Reply> {
  const { q } = readQuery(suggestionQuery, x.query)
  const found = await listMembersLike(x.db, q.replace(/^@/, '').slice(0, 40), MOST)
  return json({
    members: found.map((member) => ({
      handle: member.handle,
      name: member.name,
      title: member.staffTitle ?? member.expertTitle ?? '',
      avatar: avatarUrl(member),
    })),
  })
}

/** Questions that can be pointed to; the address without its words stays right when the title changes. */
export async function suggestToInsert(x: Exchange): Promise<Reply> {
  const { q } = readQuery(suggestionQuery, x.query)
  const hits = q.length < 2 ? [] : await suggestQuestions(x.db, x.viewer, q, { limit: MOST })
  return json({ questions: hits.map((hit) => ({ title: hit.title, path: `/questions/${hit.id}` })) })
}
