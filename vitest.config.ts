import { defineConfig } from 'vitest/config'

const jsx = { runtime: 'automatic', importSource: 'preact' } as const

const shared = {
  pool: 'forks' as const,
  maxWorkers: 2,
  globalSetup: ['test/setup/database-server.ts'],
  restoreMocks: true,
}

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx },
        test: {
          ...shared,
          name: 'fast',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          isolate: false,
          setupFiles: ['test/setup/afresh.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The whole house at once: who sees what, and what bad input does, on every route there is.
        oxc: { jsx },
        test: {
          ...shared,
          name: 'house',
          include: ['test/*.test.ts', 'bench/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc: { jsx },
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
