import type { Route } from '#community/routes.ts'
import { assessmentRoutes } from './assessment/routes.tsx'
import { caseRoutes } from './business-case/routes.tsx'
import { growthRoutes } from './growth/routes.tsx'

export const routes: Route[] = [...assessmentRoutes, ...caseRoutes, ...growthRoutes]
