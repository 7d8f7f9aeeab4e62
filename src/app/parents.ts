import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Calls back when npm, which started us, is gone. npm runs us through a shell, and a signal that ends npm or the shell
 * does not always reach us.
 */
export function watchParents(onGone: () => void) {
  if (!process.env.npm_lifecycle_event || process.ppid === 1) return
  const parent = process.ppid
  const npm = isNpm(parent) ? undefined : parentOf(parent)
  const timer = setInterval(() => {
    const isGone = process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm)
    if (!isGone) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
}

/** The program that was typed may end without npm ending: only the chain up to npm counts. */
function isNpm(pid: number): boolean {
  return /^npm\b|npm-cli|\bnpx\b/.test(commandOf(pid))
}

function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function parentOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid')) || undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

function ps(pid: number, field: string): string {
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
