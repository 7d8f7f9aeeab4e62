import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Files by the SHA-256 of their content, in hexadecimal: the same bytes are kept once. */
export interface Storage {
  /** Keeps the bytes and gives their hash; they are on disk when it answers. */
  write(bytes: Uint8Array): Promise<string>
  /** Undefined when there is no such file. The stream must be read or destroyed. */
  read(hash: string): Promise<{ stream: Readable; size: number } | undefined>
  exists(hash: string): Promise<boolean>
  /** Removing what is not there is no error. */
  remove(hash: string): Promise<void>
  /** The files that were written in this time, in any order. */
  list(written: { since: Date; before: Date }): AsyncIterable<string>
  /** Takes away what a killed process was writing before this moment. */
  removeUnfinished(before: Date): Promise<void>
}

/** Keeps files in a folder of this machine. */
export function diskStorage(dir: string): Storage {
  return {
    write: (bytes) => write(dir, bytes),
    read: (hash) => read(dir, hash),
    exists: async (hash) => isHash(hash) && (await isThere(pathOf(dir, hash))),
    remove: async (hash) => {
      if (isHash(hash)) await rm(pathOf(dir, hash), { force: true })
    },
    list: (written) => list(dir, written),
    removeUnfinished: (before) => removeUnfinished(dir, before),
  }
}

async function write(dir: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(dir, hash)
  if (await isThere(path)) return hash
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Beside its place, so that the rename is one step on one disk: a file is there whole or not at all.
  const unfinished = `${path}.${randomUUID()}`
  try {
    await writeToDisk(unfinished, bytes)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
  return hash
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The new name itself must survive a power cut too. Windows cannot open folders and does not need it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

async function read(dir: string, hash: string) {
  if (!isHash(hash)) return undefined
  try {
    const file = await open(pathOf(dir, hash), 'r')
    const { size } = await file.stat()
    return { stream: file.createReadStream(), size }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function* list(dir: string, { since, before }: { since: Date; before: Date }): AsyncGenerator<string> {
  for await (const { name, writtenAt } of filesIn(dir)) {
    if (isHash(name) && writtenAt >= since && writtenAt < before) yield name
  }
}

async function removeUnfinished(dir: string, before: Date): Promise<void> {
  for await (const { path, name, writtenAt } of filesIn(dir)) {
    if (UNFINISHED.test(name) && writtenAt < before) await rm(path, { force: true })
  }
}

const UNFINISHED = /^[0-9a-f]{64}\.[0-9a-f-]{36}$/

/** Whatever lies in the folder; before the first upload there is none. */
async function* filesIn(dir: string): AsyncGenerator<{ path: string; name: string; writtenAt: Date }> {
  const folder = await opendir(dir, { recursive: true }).catch(() => null)
  for await (const entry of folder ?? []) {
    const path = join(entry.parentPath, entry.name)
    const found = entry.isFile() ? await stat(path).catch(() => null) : null
    if (found) yield { path, name: entry.name, writtenAt: found.mtime }
  }
}

function isHash(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash)
}

function pathOf(dir: string, hash: string): string {
  return join(dir, hash.slice(0, 2), hash.slice(2, 4), hash)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
