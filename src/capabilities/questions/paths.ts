import { slugFor } from '#community/text/slug.ts'

/** The URLs of questions. */
export const questionsPath = '/questions'

export const askPath = (title?: string): string =>
  title ? `/questions/new?title=${encodeURIComponent(title)}` : '/questions/new'

/** Asking with the board chosen already. */
export const askInPath = (board: string): string => `/questions/new?board=${encodeURIComponent(board)}`

export const questionPath = (question: { id: string; slug: string }): string =>
  `/questions/${question.id}/${question.slug}`

/** Finds the page of the question that holds the answer. */
export const answerPath = (questionId: string, answerId: string): string =>
  `/questions/${questionId}/answers/${answerId}`

export const commentPath = (questionId: string, commentId: string): string =>
  `/questions/${questionId}/comments/${commentId}`

export const deedPath = (questionId: string, deed: string): string => `/questions/${questionId}/${deed}`

export const answerDeedPath = (questionId: string, answerId: string, deed: string): string =>
  `/questions/${questionId}/answers/${answerId}/${deed}`

export const commentDeedPath = (questionId: string, commentId: string, deed: string): string =>
  `/questions/${questionId}/comments/${commentId}/${deed}`

export const boardPath = (slug: string): string => `/questions?board=${encodeURIComponent(slug)}`

export const tagPath = (slug: string): string => `/questions?tag=${encodeURIComponent(slug)}`

export const productPath = (slug: string): string => `/questions?product=${encodeURIComponent(slug)}`

/** What feed readers follow: new questions, of one board or of all, and the answers to one question. */
export const questionFeedPath = (board?: string): string =>
  board ? `/feeds/questions.atom?board=${encodeURIComponent(board)}` : '/feeds/questions.atom'

export const answerFeedPath = (questionId: string): string => `/feeds/questions/${questionId}.atom`

export const signInPath = (returnTo: string): string => `/sign-in?returnTo=${encodeURIComponent(returnTo)}`

/** A page of another capability, where boards are made. */
export const settingsOfBoardsPath = '/manage/settings/boards'

/** Second parts of addresses below a question that are pages of their own. */
const taken = new Set([
  'edit',
  'deletion',
  'history',
  'live',
  'escalation',
  'following',
  'keeping',
  'answers',
  'comments',
  'duplicate-proposals',
])

/** The readable part of a question's address; never the name of one of the pages below it. */
export function slugOf(title: string): string {
  const slug = slugFor(title)
  return taken.has(slug) ? `${slug}-` : slug
}

/** In the query of a question's page: which of its answers are shown, in which order. */
export const turnNames = ['sort', 'after', 'before', 'last', 'comments'] as const
