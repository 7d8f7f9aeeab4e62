import { type Planted, WORD } from './planted.ts'

/** Below one question, answer or comment: every address that could say something of it. */
export function pathsOf({ questionId, answerId, commentId }: Planted, openQuestionId: string): string[] {
  if (!questionId) return []
  const question = `/questions/${questionId}`
  const paths = [
    ...[
      '',
      '/x',
      '?sort=time',
      '/x?sort=time',
      '/x?last=1',
      '/live',
      '/history',
      '/edit',
      '/escalation',
      '/duplicate-proposals',
    ].map((rest) => question + rest),
    ...['hide', 'move', 'merge', 'duplicate'].map((deed) => `${question}/keeping/${deed}`),
    `/questions/${openQuestionId}/duplicate-proposals?q=/questions/${questionId}`,
    `${question}/helpfulness`,
    `/feeds/questions/${questionId}.atom`,
  ]
  if (answerId) {
    // Also below a question that everybody sees: the two numbers have to belong together.
    for (const below of [question, `/questions/${openQuestionId}`]) {
      paths.push(...['', '/history', '/edit', '/verification'].map((rest) => `${below}/answers/${answerId}${rest}`))
    }
    paths.push(`${question}/x?after=${answerId}`, `${question}/x?before=${answerId}`)
  }
  if (commentId) {
    for (const below of [question, `/questions/${openQuestionId}`]) {
      paths.push(...['', '/history', '/edit'].map((rest) => `${below}/comments/${commentId}${rest}`))
    }
  }
  return paths
}

/** Open pages hear of a question here; whoever may not is sent away at once. */
export const livePathOf = (questionId: string) => `/live?on=question:${questionId}`

export const apiPathsOf = ({ questionId }: Planted): string[] =>
  questionId ? [`/api/v1/questions/${questionId}`, `/api/v1/questions/${questionId}/answers`] : []

/** What somebody might try to do with it, and the fields that would make it happen. */
export function deedsOn({ questionId, answerId, commentId, answers }: Planted): readonly Deed[] {
  if (!questionId) return []
  const question = `/questions/${questionId}`
  if (answerId) return deedsOnAnswer(`${question}/answers/${answerId}`)
  if (commentId) return deedsOnComment(`${question}/comments/${commentId}`)
  return answers ? deedsOnQuestion(question) : []
}

export interface Deed {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

const body = 'Een poging'

const deedsOnQuestion = (question: string): Deed[] => [
  { path: `${question}/answers`, fields: { body } },
  { path: `${question}/answers`, fields: { body: '' } },
  { path: `${question}/comments`, fields: { body } },
  { path: `${question}/comments`, fields: { body: '' } },
  { path: `${question}/edit`, fields: { title: 'Anders', body, checked: 'true' } },
  { path: `${question}/edit`, fields: { title: '', body: '' } },
  { path: `${question}/duplicate-proposals`, fields: { other: '1', reason: body } },
  { path: `${question}/helpfulness`, fields: { solved: 'yes' } },
  { path: `${question}/keeping/hide`, fields: { reason: body } },
  { path: `${question}/escalation`, fields: { on: 'true' } },
  ...['deletion', 'same', 'following', 'not-solved'].map((deed) => ({ path: `${question}/${deed}`, fields: {} })),
  { path: `${question}/acceptance`, fields: { answerId: '1' } },
]

const deedsOnAnswer = (answer: string): Deed[] => [
  { path: `${answer}/edit`, fields: { body } },
  { path: `${answer}/edit`, fields: { body: '' } },
  { path: `${answer}/verification`, fields: { verdict: 'verified' } },
  ...['deletion', 'thanks', 'worked'].map((deed) => ({ path: `${answer}/${deed}`, fields: {} })),
]

const deedsOnComment = (comment: string): Deed[] => [
  { path: `${comment}/edit`, fields: { body } },
  { path: `${comment}/deletion`, fields: {} },
]

/** Where things are looked for by what stands in them. */
export const searchesFor = ({ needle }: Planted): string[] => [
  `/search?q=${needle}`,
  `/search/suggestions?q=${needle}`,
  `/text/questions?q=${needle}`,
  `/nergens/${needle}`,
]

export const apiSearchesFor = ({ needle }: Planted): string[] => [`/api/v1/search?q=${needle}`]

const lists = [
  ...['all', 'unanswered', 'unsolved', 'solved', 'mine', 'followed', 'proposed'].flatMap((view) => [
    `/questions?view=${view}`,
    `/questions?view=${view}&sort=new`,
  ]),
  ...['new', 'answered', 'duplicate', 'confirmed'].map((state) => `/questions?state=${state}`),
  ...['openbaar', 'leden', 'lijst'].map((board) => `/questions?board=${board}`),
]

const search = [
  `/search?q=${WORD}`,
  ...['solved', 'open', 'unanswered'].map((state) => `/search?q=${WORD}&state=${state}`),
  ...['openbaar', 'leden', 'lijst'].map((board) => `/search?q=${WORD}&board=${board}`),
  `/search?q=${WORD}&age=30`,
  `/search/suggestions?q=${WORD}`,
  `/text/questions?q=${WORD}`,
  `/nergens/${WORD}`,
  `/questions/999999/${WORD}`,
]

const people = [
  '/members/henk',
  '/members/piet',
  '/members/noor',
  '/members/suggestions?q=he',
  '/notices',
  '/notices/bell',
  '/account',
  '/account/sign-in',
  '/account/notices',
  '/drafts?place=question',
]

const forMachines = [
  '/feeds/questions.atom',
  ...['openbaar', 'leden', 'lijst'].map((board) => `/feeds/questions.atom?board=${board}`),
  '/sitemap.xml',
  '/sitemaps/pages-0.xml',
  '/sitemaps/questions-0.xml',
  '/robots.txt',
  '/metrics',
]

/** The pages that gather what is there. */
export const shared: readonly string[] = [
  '/',
  '/questions',
  '/questions/new',
  '/manage/settings',
  ...lists,
  ...search,
  ...people,
  ...forMachines,
]

export const apiShared: readonly string[] = [
  '/api/v1/questions?limit=100',
  '/api/v1/questions?limit=100&sort=new',
  ...['openbaar', 'leden', 'lijst'].map((board) => `/api/v1/questions?board=${board}`),
  ...['new', 'answered', 'duplicate'].map((state) => `/api/v1/questions?state=${state}`),
  `/api/v1/search?q=${WORD}`,
  '/api/v1/boards',
  '/api/v1/members/henk',
  '/api/v1/members/piet',
  '/api/v1/openapi.json',
]
