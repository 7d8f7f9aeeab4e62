import type { Capability } from '#community/capability.ts'
import { keepsIndex } from '#community/finding/listener.ts'
import { api } from './api.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'

export const search: Capability = { name: 'search', routes, api, jobs, listens: [keepsIndex] }
