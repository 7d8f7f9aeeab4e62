import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isRunning, readHolder, self, startOf, takeLock } from './process-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'onderling-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const never = () => Promise.reject(new Error('had to wait'))

test('a lock that is held is waited for', async () => {
  const file = join(folder, 'held')
  const first = await takeLock(file, never)
  await expect(takeLock(file, never)).rejects.toThrow('had to wait')
  first.release()
  const second = await takeLock(file, never)
  second.note({ url: 'http://localhost' })
  expect(readHolder(file)).toMatchObject({ pid: process.pid, url: 'http://localhost' })
})

test('a lock of a process that was killed holds nothing', async () => {
  const file = join(folder, 'dead')
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const holder = { pid: child.pid as number, startedAt: startOf(child.pid as number) as string }
  writeFileSync(file, JSON.stringify(holder))
  expect(isRunning(holder)).toBe(true)
  await expect(takeLock(file, never)).rejects.toThrow('had to wait')
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  await takeLock(file, never)
})

test.skipIf(process.platform === 'win32')('a later process with the same number is another one', () => {
  expect(isRunning({ ...self(), startedAt: 'long ago' })).toBe(false)
})
