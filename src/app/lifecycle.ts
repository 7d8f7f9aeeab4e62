import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigError } from '#platform/config/config.ts'
import { type Holder, takeLock } from '#platform/config/process-lock.ts'
import { watchParents } from './parents.ts'

export type Program = {
  dataDir: string
  /** Resolves with the address at which it answers, such as http://127.0.0.1:3000. */
  start(): Promise<string>
  /** Called once, also when the start failed halfway. */
  stop(): Promise<void>
}

/** Something that whoever starts Onderling can put right: shown as a sentence, without a stack. */
export class StartError extends Error {}

const WAIT_MS = 30_000
// Within the 30 seconds that whoever ends us grants, with time left to say so.
const STOP_MS = 25_000

/** Runs until a signal comes or the npm that started it is gone. Ends this process. */
export async function runUntilStopped(program: Program): Promise<never> {
  const end = whenToEnd()
  ignoreLostReaders()
  const exitCode = await run(program, end).catch((error: unknown) => complain(error))
  process.exit(exitCode)
}

async function run(program: Program, end: Promise<number>): Promise<number> {
  mkdirSync(program.dataDir, { recursive: true, mode: 0o700 })
  const lock = await takeLock(join(program.dataDir, 'server.lock'), awaitPredecessor(program.dataDir, end))
  try {
    const started = program.start().then((url) => lock.note({ url }))
    // A signal during the start waits for it: half a start cannot be ended cleanly.
    const exitCode = await Promise.all([end, started]).then(([code]) => code)
    lock.note({ isEnding: true })
    return exitCode
  } finally {
    await within(STOP_MS, program.stop())
    lock.release()
  }
}

/** One server per data folder: waits for one that is ending, refuses where one answers. */
function awaitPredecessor(dataDir: string, end: Promise<number>) {
  return async (holder: Holder, waitedMs: number) => {
    const { url, isEnding } = holder
    if (typeof url === 'string' && !isEnding && (await answers(url))) {
      throw new StartError(
        `Onderling runs already for ${dataDir}, at ${url} (process ${holder.pid}). ` +
          'Stop it first, or set DATA_DIR to another folder.',
      )
    }
    if (waitedMs > WAIT_MS) {
      throw new StartError(
        `Process ${holder.pid} still uses ${dataDir} and did not end within ${WAIT_MS / 1000} seconds.`,
      )
    }
    const exitCode = await Promise.race([sleep(200), end])
    if (exitCode !== undefined) process.exit(exitCode)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}

/** Resolves with the exit code when it is time to go. Later signals change nothing: npm and the terminal send two. */
function whenToEnd(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', ...(process.stdout.isTTY ? ['SIGHUP'] : [])]) {
      process.on(signal, () => resolve(0))
    }
    watchParents(() => resolve(0))
    process.on('uncaughtException', (error) => resolve(complain(error)))
  })
}

/** Whoever read our output may go before us: that is no reason to fall. */
function ignoreLostReaders() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

async function within(limitMs: number, work: Promise<void>) {
  const late = sleep(limitMs, 'late' as const, { ref: false })
  const result = await Promise.race([work, late]).catch(complain)
  if (result === 'late') console.error(`Onderling did not end within ${limitMs / 1000} seconds and is cut off.`)
}

/** Says what went wrong and returns the exit code that goes with it. */
export function complain(thrown: unknown): number {
  const error = thrown instanceof Error ? explained(thrown) : new Error(String(thrown))
  const isPlain = error instanceof StartError || error instanceof ConfigError
  console.error(isPlain ? error.message : error)
  return error instanceof ConfigError ? 2 : 1
}

type ListenError = Error & { code?: string; syscall?: string; port?: number; address?: string }

function explained(error: ListenError): Error {
  if (error.syscall !== 'listen') return error
  if (error.code === 'EADDRINUSE') {
    return new StartError(`Port ${error.port} is in use by another program. Stop that, or set PORT to another number.`)
  }
  if (error.code === 'EACCES') {
    return new StartError(`Port ${error.port} may not be used by this user. Set PORT to a number above 1023.`)
  }
  return new StartError(
    `Onderling cannot listen on ${error.address}:${error.port} (${error.code}). Check HOST and PORT.`,
  )
}
