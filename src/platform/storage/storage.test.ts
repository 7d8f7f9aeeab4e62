import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { diskStorage, type Storage } from './storage.ts'

let dir: string
let storage: Storage
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'storage-'))
  storage = diskStorage(join(dir, 'files'))
})
afterAll(() => rm(dir, { recursive: true }))

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

it('what was written is read back, named by its content', async () => {
  const hash = await storage.write(Buffer.from('hallo'))
  expect(hash).toBe('d3751d33f9cd5049c4af2b462735457e4d3baf130bcbb87f389e349fbaeb20b9')
  const file = await storage.read(hash)
  expect(file?.size).toBe(5)
  expect(file && (await buffer(file.stream)).toString()).toBe('hallo')
})

it('the same content is kept once, also when it is written many times at once', async () => {
  const before = (await filesIn(dir)).length
  const hashes = await Promise.all(Array.from({ length: 20 }, () => storage.write(Buffer.from('twintig keer'))))
  expect(new Set(hashes).size).toBe(1)
  expect((await filesIn(dir)).length).toBe(before + 1)
})

it('only the owner of the process may read the files', async () => {
  const hash = await storage.write(Buffer.from('geheim'))
  const path = (await filesIn(dir)).find((file) => file.endsWith(hash)) as string
  expect((await stat(path)).mode & 0o077).toBe(0)
})

it('what was removed is gone, and removing it again is fine', async () => {
  const hash = await storage.write(Buffer.from('weg'))
  expect(await storage.exists(hash)).toBe(true)
  await storage.remove(hash)
  await storage.remove(hash)
  expect(await storage.exists(hash)).toBe(false)
  expect(await storage.read(hash)).toBeUndefined()
})

it('a write that fails leaves nothing behind', async () => {
  const file = join(dir, 'geen-map')
  await writeFile(file, 'x')
  await expect(diskStorage(file).write(Buffer.from('x'))).rejects.toThrow()
  expect(await readdir(dir)).toEqual(expect.arrayContaining(['files', 'geen-map']))
  expect((await filesIn(dir)).filter((path) => /\.[0-9a-f-]{36}$/.test(path))).toEqual([])
})

it('a name that is no hash is a file that is not there, never a path', async () => {
  await writeFile(join(dir, 'buiten'), 'x')
  for (const name of ['../buiten', '..', '/etc/passwd', 'A'.repeat(64), ...Object.values(hostileStrings)]) {
    expect(await storage.read(name)).toBeUndefined()
    expect(await storage.exists(name)).toBe(false)
    await storage.remove(name)
  }
  expect(await readdir(dir)).toContain('buiten')
})

it('what was written in a time is listed; what a killed process left unfinished goes, when it is old enough', async () => {
  const own = diskStorage(join(dir, 'tijd'))
  const listed = async (since: number, before: number) => {
    const hashes: string[] = []
    for await (const hash of own.list({ since: new Date(since), before: new Date(before) })) hashes.push(hash)
    return hashes.sort()
  }
  expect(await listed(0, Date.now())).toEqual([])
  const [old, recent] = [await own.write(Buffer.from('oud')), await own.write(Buffer.from('nieuw'))]
  const pathOf = async (end: string) => (await filesIn(join(dir, 'tijd'))).find((path) => path.endsWith(end)) as string
  await utimes(await pathOf(old), 1_000, 1_000)
  expect(await listed(0, 2_000_000)).toEqual([old])
  expect(await listed(1_000_001, Date.now() + 60_000)).toEqual([recent])

  const unfinished = ['00000000-0000-4000-8000-000000000000', '11111111-0000-4000-8000-000000000000']
  for (const end of unfinished) await writeFile(`${await pathOf(old)}.${end}`, 'half')
  await utimes(`${await pathOf(old)}.${unfinished[0]}`, 1_000, 1_000)
  await own.removeUnfinished(new Date(2_000_000))
  const left = (await filesIn(join(dir, 'tijd'))).map((path) => path.slice(path.lastIndexOf('/') + 1)).sort()
  expect(left).toEqual([old, `${old}.${unfinished[1]}`, recent].sort())
})
