import type { Route } from '#community/routes.ts'

export const caseRoutes: Route[] = []
