/** Where a member says that a question was asked before, and where. */
export const proposalsPath = (questionId: string, words?: string): string => {
  const path = `/questions/${questionId}/duplicate-proposals`
  return words ? `${path}?q=${encodeURIComponent(words)}` : path
}

/** Where a moderator says why the two are not the same. */
export const rejectionPath = (questionId: string, proposalId: string): string =>
  `${proposalsPath(questionId)}/${proposalId}/rejection`

/** Accepting is merging: the page where moderators do that, with the other question filled in. */
export const acceptancePath = (questionId: string, otherId: string): string =>
  `/questions/${questionId}/keeping/merge?other=${otherId}`
