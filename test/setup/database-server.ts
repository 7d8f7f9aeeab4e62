import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { clearLeftovers, PREFIX } from './leftovers.ts'
import { onServer, TEMPLATE, urlOfDatabase } from './server-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
  }
}

// A test database lives for minutes: what protects data from a power cut only costs time here.
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' }

let running: Promise<{ url: string; end: () => Promise<void> }> | undefined
let users = 0

/** One server for the whole run, shared by the projects, with a migrated database to copy from. */
export default async function setup(project: TestProject) {
  users += 1
  running ??= start()
  const server = await running
  project.provide('serverUrl', server.url)
  return async () => {
    users -= 1
    if (users === 0) await server.end()
  }
}

async function start() {
  await clearLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX))
  const server = await startServer(dataDir, undefined, { settings: SETTINGS })
  await onServer(server.connectionString, `create database ${TEMPLATE}`)
  await migrate(urlOfDatabase(server.connectionString, TEMPLATE))
  const end = async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: server.connectionString, end }
}
