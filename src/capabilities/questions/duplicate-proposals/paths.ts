/** Where a member says that a question was asked before, and where. */
export const proposalsPath = (questionId: string, words: Readonly<Record<string, string | undefined>> = {}): string => {
  const path = `/questions/${questionId}/duplicate-proposals`
  const query = new URLSearchParams(Object.entries(words).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${path}?${query}` : path
}

/** Where a moderator says why the two are not the same. */
export const rejectionPath = (questionId: string, proposalId: string): string =>
  `${proposalsPath(questionId)}/${proposalId}/rejection`

/** Accepting is merging: the page where moderators do that, with the other question filled in. */
export const acceptancePath = (questionId: string, otherId: string): string =>
  `/questions/${questionId}/keeping/merge?other=${otherId}`
