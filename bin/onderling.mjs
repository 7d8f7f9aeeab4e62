#!/usr/bin/env node
// Read by any Node since 18, so that an old one is told what is missing instead of failing on newer code.
import { fileURLToPath } from 'node:url'

const NEEDED = 24

// Of three pages that are made at once little is still needed a moment later: more room for it is only more memory. What
// was tidied up goes back to the system after a second instead of eight. Four threads that tidy keep the database from two
// processors; with two nobody waits as long.
const MEMORY_FLAGS = ['--max-semi-space-size=8', '--memory-pool-timeout=1', '--v8-pool-size=2']
// The C library gives each thread a store of its own, and after a while keeps large blocks there too, which it hardly ever
// gives back.
const MEMORY_SETTINGS = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(64 * 1024) }
const major = Number(process.versions.node.split('.')[0])

if (major < NEEDED) {
  console.error(
    `Onderling needs Node ${NEEDED} or newer; this is ${process.version}.\n` +
      'It brings a Node of its own: run "npm ci" once and start it through npm ("npm run demo", "npm start").\n' +
      'Where npm has none for your machine, install one from https://nodejs.org.',
  )
  process.exitCode = 1
} else {
  await run()
}

async function run() {
  const { buildIfNeeded } = await import('../scripts/build.mjs')
  buildIfNeeded()
  becomeServer(new URL('../dist/server/main.mjs', import.meta.url))
  // Where a process cannot become another one (Windows) it goes on in this one, with a little more memory.
  await import('../dist/server/main.mjs')
}

/** The same process, with what can only be set before it begins. */
function becomeServer(main) {
  if (process.platform === 'win32' || !process.execve) return
  const flags = [...MEMORY_FLAGS, ...process.execArgv]
  const args = [process.execPath, ...flags, fileURLToPath(main), ...process.argv.slice(2)]
  process.execve(process.execPath, args, { ...MEMORY_SETTINGS, ...process.env })
}
