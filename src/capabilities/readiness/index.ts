import type { Capability } from '#community/capability.ts'
import { routes } from './routes.tsx'

export const readiness: Capability = { name: 'readiness', routes }
