import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who holds a lock. The start time tells a process from a later one that was given the same number. */
export type Holder = { pid: number; startedAt: string; [detail: string]: unknown }

export type ProcessLock = {
  note(details: Record<string, unknown>): void
  release(): void
}

/** Takes the lock file, waiting while `mayWait` allows it. A holder that no longer runs holds nothing. */
export async function takeLock(
  file: string,
  mayWait: (holder: Holder, waitedMs: number) => Promise<void>,
): Promise<ProcessLock> {
  const began = Date.now()
  while (!claim(file)) {
    const holder = readHolder(file)
    if (holder && !isRunning(holder)) clear(file, holder)
    else if (holder) await mayWait(holder, Date.now() - began)
    await sleep(50)
  }
  return { note: (details) => write(file, { ...self(), ...details }), release: () => rmSync(file, { force: true }) }
}

export function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

export function isRunning(holder: Pick<Holder, 'pid' | 'startedAt'>): boolean {
  return startOf(holder.pid) === holder.startedAt
}

export function self(): Holder {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
}

/** A text that tells one run of a process number from another, or undefined when no such process runs. */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startOnLinux(pid)
  if (process.platform === 'win32') return isAlive(pid) ? 'running' : undefined
  return startByPs(pid)
}

function startOnLinux(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces: count the fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const isZombie = fields[0] === 'Z'
    return isZombie ? undefined : `${bootId()}-${fields[19]}`
  } catch {
    return undefined
  }
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function startByPs(pid: number) {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env }).trim() || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function claim(file: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(self()))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function clear(file: string, dead: Holder) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  // Another process may have cleared and claimed it in between: give it back.
  if (moved && moved.pid !== dead.pid) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

function write(file: string, holder: Holder) {
  const draft = `${file}.${process.pid}.note`
  writeFileSync(draft, JSON.stringify(holder))
  renameSync(draft, file)
}
