import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { showAnswerFeed, showQuestionFeed } from './handlers.ts'

export const feedRoutes: readonly Route[] = [
  get('/feeds/questions.atom', anyone, showQuestionFeed, { keptFor: { query: ['board'] } }),
  get('/feeds/questions/:id.atom', anyone, showAnswerFeed, { keptFor: { query: [] } }),
]
