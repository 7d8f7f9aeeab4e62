import type { Listener } from '#community/capability.ts'
import { reindexQuestion } from './reindex.ts'

/** What people say about a page changes nothing in what can be found. */
const unheard = new Set(['question.found-helpful', 'question.found-unhelpful'])

/** Whatever happens in a question, the index follows: within a second it is found as it stands, or no more. */
export const keepsIndex: Listener = {
  name: 'finding',
  hears: 'everything',
  hear: async (db, activity) => {
    const heard = activity.filter((one) => !unheard.has(one.kind))
    await reindexQuestion(db, [...new Set(heard.flatMap((one) => one.questionId ?? []))])
  },
}
