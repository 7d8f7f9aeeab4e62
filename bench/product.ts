import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#platform/db/free-port.ts'

const root = join(import.meta.dirname, '..')

export interface Product {
  readonly url: string
  readonly pid: number
  readonly startedInMs: number
  stop(): Promise<void>
}

/** The built product as it runs in production, in a process of its own; limits are off, because the load is one address. */
export async function startProduct(
  dataDir: string,
  { command = 'start', nodeFlags = [] as string[] } = {},
): Promise<Product> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, join(root, 'bin/onderling.mjs'), command], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment, PORT: String(port), DATA_DIR: dataDir },
  })
  try {
    await readiness(child, url)
  } catch (error) {
    await end(child)
    throw error
  }
  return { url, pid: child.pid as number, startedInMs: performance.now() - began, stop: () => end(child) }
}

const environment = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_URL: '',
  DATABASE_URL: '',
  SMTP_URL: '',
  RATE_LIMITS: 'off',
  LOG_LEVEL: 'error',
}

async function readiness(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The product ended with code ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(20)
  }
  throw new Error('The product was not ready within a minute')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
