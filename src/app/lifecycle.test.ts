import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { freePort } from '#platform/db/free-port.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'onderling-lifecycle-'))
const postmasterFile = join(dataDir, 'postgres/postmaster.pid')
const program = join(import.meta.dirname, '../../test/programs/tiny-server.ts')
const port = await freePort()

class Run {
  output = ''
  readonly child: ChildProcess
  readonly ended: Promise<number | null>

  constructor(command: string[], env: Record<string, string> = {}) {
    const [file, ...args] = command as [string, ...string[]]
    const { npm_lifecycle_event: _, ...inherited } = process.env
    this.child = spawn(file, args, {
      detached: true,
      env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), ...env },
    })
    this.child.stdout?.on('data', (text) => (this.output += text))
    this.child.stderr?.on('data', (text) => (this.output += text))
    this.ended = new Promise((resolve) => this.child.once('exit', resolve))
    running.push(this)
  }

  kill(signal: NodeJS.Signals, whom: 'process' | 'group' = 'process') {
    const pid = this.child.pid as number
    process.kill(whom === 'group' ? -pid : pid, signal)
  }

  shows(text: string) {
    return until(
      () => this.output.includes(text),
      () => `"${text}" in: ${this.output}`,
    )
  }
}

const running: Run[] = []
const start = (env?: Record<string, string>) => new Run([process.execPath, program], env)
const postmaster = () => Number(readFileSync(postmasterFile, 'utf8').split('\n')[0])
const isStopped = () => !existsSync(postmasterFile) && !existsSync(join(dataDir, 'server.lock'))

afterEach(async () => {
  for (const run of running.splice(0)) {
    if (run.child.exitCode === null && run.child.signalCode === null) run.kill('SIGTERM', 'group')
    await run.ended
  }
})

afterAll(async () => {
  await until(isStopped, () => 'the database to be stopped')
  rmSync(dataDir, { recursive: true })
})

describe.skipIf(process.platform === 'win32')('a server', { timeout: 60_000 }, () => {
  test.each(['process', 'group'] as const)('that is asked to end through its %s ends cleanly', async (whom) => {
    const run = start()
    await run.shows('ready adopted=false')
    run.kill('SIGTERM', whom)
    expect(await run.ended).toBe(0)
    expect(run.output).toContain('stopped')
    expect(isStopped()).toBe(true)
  })

  test('that is interrupted twice, as a terminal and npm do together, ends cleanly', async () => {
    const run = start()
    await run.shows('ready')
    run.kill('SIGINT', 'group')
    run.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(isStopped()).toBe(true)
  })

  test('that is killed leaves its database to the next, and again', async () => {
    const first = start()
    await first.shows('ready adopted=false')
    const pid = postmaster()
    for (const run of [first, start()]) {
      await run.shows('ready')
      run.kill('SIGKILL', 'group')
      await run.ended
      expect(postmaster()).toBe(pid)
    }
    const last = start()
    await last.shows('ready adopted=true')
    last.kill('SIGTERM')
    expect(await last.ended).toBe(0)
    expect(isStopped()).toBe(true)
  })

  test('is not started twice for one data folder', async () => {
    const first = start()
    await first.shows('ready')
    const second = start({ PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.output).toMatch(
      /^Onderling runs already for .* at http:\/\/127\.0\.0\.1:\d+ \(process \d+\)\. Stop it/,
    )
    expect(first.child.exitCode).toBe(null)
  })

  test('waits for a predecessor that is ending', async () => {
    const first = start({ SLOW_STOP_MS: '1500' })
    await first.shows('ready')
    first.kill('SIGTERM')
    const second = start()
    await second.shows('ready adopted=false')
    expect(first.output).toContain('stopped')
  })

  test('says so when its port is in use, and leaves nothing running', async () => {
    const other = createServer().listen(port, '127.0.0.1')
    const run = start()
    expect(await run.ended).toBe(1)
    expect(run.output).toContain(`Port ${port} is in use by another program. Stop that, or set PORT to another number.`)
    expect(isStopped()).toBe(true)
    await new Promise((resolve) => other.close(resolve))
  })

  test('that is stopped while another process uses the database leaves that running', async () => {
    const first = start()
    await first.shows('ready')
    const other = await import('#platform/db/embedded.ts').then(({ startServer }) => startServer(dataDir))
    first.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(existsSync(postmasterFile)).toBe(true)
    await other.stop()
    expect(isStopped()).toBe(true)
  })
})

describe.skipIf(process.platform === 'win32')('a server under npm', { timeout: 60_000 }, () => {
  test('ends when the shell that started it is killed', async () => {
    const shell = new Run(['sh', '-c', `"${process.execPath}" "${program}"; true`], { npm_lifecycle_event: 'demo' })
    await shell.shows('ready')
    shell.kill('SIGKILL')
    await until(isStopped, () => `the end of: ${shell.output}`)
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('ends when npm gets %s', async (signal) => {
    const scripts = { demo: `"${process.execPath}" "${program}"` }
    writeFileSync(join(dataDir, 'package.json'), JSON.stringify({ name: 'tried', version: '1.0.0', scripts }))
    const npm = new Run(['npm', 'run', 'demo', '--prefix', dataDir])
    await npm.shows('ready')
    npm.kill(signal)
    await until(isStopped, () => `the end of: ${npm.output}`)
  })
})

async function until(isTrue: () => boolean, what: () => string) {
  const deadline = Date.now() + 30_000
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what()}`)
    await sleep(50)
  }
}
