import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { secret, secretFile } from './secrets.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'onderling-secrets-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('a secret is made once and differs by name', () => {
  const made = secret(dataDir, 'session')
  expect(made).toHaveLength(43)
  expect(secret(dataDir, 'session')).toBe(made)
  expect(secret(dataDir, 'links')).not.toBe(made)
})

test('only its owner can read a secret', () => {
  secret(dataDir, 'session')
  expect(statSync(secretFile(dataDir, 'session')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'secrets')).mode & 0o777).toBe(0o700)
})
