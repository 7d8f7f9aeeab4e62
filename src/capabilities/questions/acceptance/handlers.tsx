import type { MemberExchange } from '#community/exchange.ts'
import { readForm } from '#platform/http/forms.ts'
import { missing, type Reply } from '#platform/http/reply.ts'
import { afterDeed, askedBy, isId, turnLookedAt } from '../handling.ts'
import { acceptanceForm, switchForm } from '../keeping/forms.ts'
import { answerPath } from '../paths.ts'
import { refusing } from '../refusing.tsx'
import { giveThanks, takeThanksBack } from '../thanks/actions.ts'
import { acceptAnswer, sayNotSolved, withdrawAcceptance, withdrawNotSolved } from './actions.ts'
import { sayWorked, withdrawWorked } from './worked.ts'

/** POST /questions/:id/acceptance — "this solved it", or taking that back. */
export async function postAcceptance(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  const read = readForm(acceptanceForm, x.body)
  if (!isId(id) || !read.ok) return missing
  const { answerId, on } = read.value
  if (on === 'false') {
    return afterDeed(
      await withdrawAcceptance(askedBy(x), id, answerId),
      'unaccepted',
      refusing(x, `/questions/${id}`),
      '#answers',
    )
  }
  if (!answerId) return missing
  return afterDeed(
    await acceptAnswer(askedBy(x), id, answerId),
    'accepted',
    refusing(x, `/questions/${id}`),
    `#answer-${answerId}`,
  )
}

/** POST /questions/:id/not-solved */
export async function postNotSolved(x: MemberExchange): Promise<Reply> {
  const { id } = x.params
  const read = readForm(switchForm, x.body)
  if (!isId(id) || !read.ok) return missing
  const isOn = read.value.on === 'true'
  const result = isOn ? await sayNotSolved(askedBy(x), id) : await withdrawNotSolved(askedBy(x), id)
  return afterDeed(result, isOn ? 'not-solved' : 'withdrawn', refusing(x, `/questions/${id}`))
}

/** POST /questions/:id/answers/:answerId/worked */
export const postWorked = (x: MemberExchange): Promise<Reply> => switchOnAnswer(x, sayWorked, withdrawWorked, 'worked')

/** POST /questions/:id/answers/:answerId/thanks */
export const postThanks = (x: MemberExchange): Promise<Reply> =>
  switchOnAnswer(x, giveThanks, takeThanksBack, 'thanked')

type AnswerDeed = typeof giveThanks

async function switchOnAnswer(x: MemberExchange, on: AnswerDeed, off: AnswerDeed, said: 'worked' | 'thanked') {
  const { id, answerId } = x.params
  const read = readForm(switchForm, x.body)
  if (!isId(id) || !isId(answerId) || !read.ok) return missing
  const isOn = read.value.on === 'true'
  const result = await (isOn ? on : off)(askedBy(x), id, answerId)
  const place = `${turnLookedAt(x)}#answer-${answerId}`
  return afterDeed(result, isOn ? said : 'withdrawn', refusing(x, answerPath(id, answerId)), place)
}
