import { anyone } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import { businessCasePath, caseFilePath, openCasePath, resultsPath, teiPath } from '../paths.ts'
import { calculateCase, calculateTei, openCase, saveCase, saveResults, showCase, showTei } from './handlers.tsx'

export const caseRoutes: Route[] = [
  get(businessCasePath, anyone, showCase, {
    keptFor: { query: ['size'], unless: ['stall'] },
    limit: 'simulation',
  }),
  post(businessCasePath, anyone, calculateCase, { limit: 'simulation' }),
  post(caseFilePath, anyone, saveCase),
  post(resultsPath, anyone, saveResults, { limit: 'simulation' }),
  post(openCasePath, anyone, openCase, { limit: 'simulation', multipart: true }),
  get(teiPath, anyone, showTei, { keptFor: { query: [] } }),
  post(teiPath, anyone, calculateTei),
]
