import { anyone } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import { seeOther } from '#platform/http/reply.ts'
import { readinessPath } from '../paths.ts'
import { postComparison, showComparison } from './comparing.tsx'
import { postQuestions, showQuestions, showResult, showStart } from './handlers.tsx'
import * as kept from './kept-handlers.tsx'

const assessment = '/readiness/assessments/:secret'
const respondents = `${assessment}/respondents`

export const assessmentRoutes: Route[] = [
  get(readinessPath, anyone, showStart, { keptFor: { query: ['said'] } }),
  get('/readiness/questions', anyone, showQuestions),
  post('/readiness/questions', anyone, postQuestions),
  get('/readiness/result', anyone, showResult, { limit: 'simulation' }),
  get('/readiness/comparison', anyone, showComparison, { limit: 'simulation' }),
  post('/readiness/comparison', anyone, postComparison),
  get('/readiness/assessments', anyone, () => seeOther(readinessPath)),
  post('/readiness/assessments', anyone, kept.postAssessment, { limit: 'new-assessment' }),
  get('/readiness/assessments/new', anyone, kept.showKeepForm),
  get(assessment, anyone, kept.showAssessment, { limit: 'assessment' }),
  get(`${assessment}/deletion`, anyone, kept.upToAssessment),
  post(`${assessment}/deletion`, anyone, kept.postDeletion),
  get(respondents, anyone, kept.upToAssessment),
  post(respondents, anyone, kept.postRespondent, { limit: 'assessment' }),
  get(`${respondents}/:id`, anyone, kept.showRespondent),
  post(`${respondents}/:id`, anyone, kept.postAnswers, { limit: 'assessment' }),
  get(`${respondents}/:id/deletion`, anyone, kept.upToAssessment),
  post(`${respondents}/:id/deletion`, anyone, kept.postRespondentDeletion, { limit: 'assessment' }),
]
