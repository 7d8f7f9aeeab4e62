import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Resident memory of a process in megabytes. */
export function memoryOf(pid: number): number {
  if (process.platform === 'linux') {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1_024
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024
}

/** Looks four times a second until it is stopped, and knows the most that was seen. */
export function watchMemory(pid: number): { most(): number; stop(): void } {
  let most = memoryOf(pid)
  const look = () => {
    most = Math.max(most, memoryOf(pid))
    return most
  }
  const timer = setInterval(look, 250)
  return { most: look, stop: () => clearInterval(timer) }
}
