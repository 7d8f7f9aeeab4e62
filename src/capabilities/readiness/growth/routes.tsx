import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { growthPath } from '../paths.ts'
import { showGrowth } from './handlers.tsx'

/** Not kept as a page: the numbers that people try are endless. */
export const growthRoutes: Route[] = [get(growthPath, anyone, showGrowth, { limit: 'simulation' })]
