import { get } from 'node:http'
import { headersFor } from './load.ts'

export interface Weight {
  /** Kilobytes as they come over the wire. */
  readonly script: number
  readonly style: number
}

/** What a page asks a browser to load: its scripts with all that they import at once, and its stylesheets. */
export async function weighPage(url: string, path: string): Promise<Weight> {
  const html = await (await fetch(url + path)).text()
  const sources = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src as string)
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href as string)
  return { script: await weightOf(url, await withImports(url, sources)), style: await weightOf(url, styles) }
}

/** Imports that wait for a need, such as the composer, are loaded when somebody writes. */
async function withImports(url: string, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const follow = async (path: string): Promise<void> => {
    if (found.includes(path)) return
    found.push(path)
    const script = await (await fetch(url + path)).text()
    for (const [, source] of script.matchAll(
      /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^"';()]*from\s*)?"(\.[^"]+)"/g,
    ))
      await follow(new URL(source as string, url + path).pathname)
  }
  for (const path of paths) await follow(path)
  return found
}

async function weightOf(url: string, paths: readonly string[]): Promise<number> {
  const bytes = await Promise.all(paths.map((path) => bytesOf(url + path)))
  return bytes.reduce((sum, one) => sum + one, 0) / 1_000
}

function bytesOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(address, { headers: { ...headersFor(null), accept: '*/*' } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${address} answers ${answer.statusCode}`))
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => resolve(bytes))
    })
    asked.on('error', reject)
  })
}
