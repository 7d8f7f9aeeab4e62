import { vi } from 'vitest'

// Files that follow one another in a process share what npm brought, which takes long to load. Of our own modules each
// file has fresh ones: what one left in memory must not make the next pass or fail.
vi.resetModules()
