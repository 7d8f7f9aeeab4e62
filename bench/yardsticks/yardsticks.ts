import { type ChildProcess, fork } from 'node:child_process'
import { request } from 'node:http'
import { join } from 'node:path'
import { headersFor } from '../load.ts'
import type { Canned } from './limit.ts'

export interface Yardstick {
  readonly url: string
  readonly pid: number
  stop(): void
}

/** Sends exactly what the product sends to a visitor for these paths. */
export async function startLimit(productUrl: string, paths: readonly string[]): Promise<Yardstick> {
  return start('limit.ts', await Promise.all(paths.map((path) => take(productUrl, path))))
}

export const startBarePage = (connectionString: string): Promise<Yardstick> => start('bare-page.ts', connectionString)

async function start(file: string, message: unknown): Promise<Yardstick> {
  const child: ChildProcess = fork(join(import.meta.dirname, file), {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const url = new Promise<string>((resolve, reject) => {
    child.once('message', (address) => resolve(String(address)))
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)))
  })
  child.send(message as Parameters<ChildProcess['send']>[0])
  return { url: await url, pid: child.pid as number, stop: () => void child.kill() }
}

/** The answer as it goes over the wire, still compressed. */
function take(url: string, path: string): Promise<Canned> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { headers: headersFor(null) }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...headers } = response.headers
        if (response.statusCode !== 200) return reject(new Error(`${path} answers ${response.statusCode}`))
        resolve({
          path: path.split('?')[0] as string,
          headers: headers as Record<string, string>,
          body: Buffer.concat(parts).toString('base64'),
        })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
