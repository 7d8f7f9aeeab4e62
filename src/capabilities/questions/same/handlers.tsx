import type { MemberExchange } from '#community/exchange.ts'
import type { Said } from '#community/said.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, type Reply } from '#platform/http/reply.ts'
import { afterDeed, askedBy, isId, turnLookedAt } from '../handling.ts'
import { switchForm } from '../keeping/forms.ts'
import { refusing } from '../refusing.tsx'
import { followQuestion, sayHaveThisToo, unfollowQuestion, withdrawHaveThisToo } from './actions.ts'

/** POST /questions/:id/same — "I have this too". */
export const postSame = (x: MemberExchange): Promise<Reply> =>
  switchOnQuestion(x, sayHaveThisToo, withdrawHaveThisToo, ['same', 'withdrawn'])

/** POST /questions/:id/following */
export const postFollowing = (x: MemberExchange): Promise<Reply> =>
  switchOnQuestion(x, followQuestion, unfollowQuestion, ['followed', 'unfollowed'])

type QuestionDeed = typeof followQuestion

async function switchOnQuestion(
  x: MemberExchange,
  on: QuestionDeed,
  off: QuestionDeed,
  said: [Said, Said],
): Promise<Reply> {
  const { id } = x.params
  const read = readForm(switchForm, x.body)
  if (!isId(id) || !read.ok) return missing
  const isOn = read.value.on === 'true'
  const result = await (isOn ? on : off)(askedBy(x), id)
  return afterDeed(result, isOn ? said[0] : said[1], refusing(x, `/questions/${id}`), turnLookedAt(x))
}
