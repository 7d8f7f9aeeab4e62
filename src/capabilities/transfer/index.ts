import type { Capability } from '#community/capability.ts'

/** Moving in: what people wrote elsewhere comes along. Begun from the command line. */
export const transfer: Capability = { name: 'transfer' }
