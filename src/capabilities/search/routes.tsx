import { anyone } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import { showHelpfulness, showSearch, showSuggestions, takeHelpfulness } from './handlers.tsx'

/** Nothing here is kept: what people type is endless, and would push the pages out that everybody reads. */
export const routes: Route[] = [
  get('/search', anyone, showSearch, { limit: 'search' }),
  get('/search/suggestions', anyone, showSuggestions, { limit: 'suggestions' }),
  get('/questions/:id/helpfulness', anyone, showHelpfulness),
  post('/questions/:id/helpfulness', anyone, takeHelpfulness, { limit: 'feedback' }),
]
