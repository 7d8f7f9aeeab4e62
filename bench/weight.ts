import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

export interface Weight {
  /** Kilobytes as a browser loads them, compressed with brotli. */
  readonly script: number
  readonly style: number
}

const folder = join(import.meta.dirname, '../dist/public/assets')

/** What a page asks a browser to load: its scripts with all that they import at once, and its stylesheets. */
export async function weighPage(url: string, path: string): Promise<Weight> {
  const html = await (await fetch(url + path)).text()
  const sources = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src as string)
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href as string)
  const scripts = withImports(sources.map((source) => join(folder, source.replace('/assets/', ''))))
  const sheets = await Promise.all(
    styles.map(async (href) => Buffer.from(await (await fetch(url + href)).arrayBuffer())),
  )
  return { script: weightOf([...scripts].map((file) => readFileSync(file))), style: weightOf(sheets) }
}

/** Imports that wait for a need, such as the composer, are loaded when somebody writes. */
function withImports(files: readonly string[]): Set<string> {
  const found = new Set<string>()
  const follow = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    const imports = readFileSync(file, 'utf8').matchAll(
      /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^"';()]*from\s*)?"(\.[^"]+)"/g,
    )
    for (const [, source] of imports) follow(join(dirname(file), source as string))
  }
  for (const file of files) follow(file)
  return found
}

const weightOf = (contents: readonly Buffer[]) =>
  contents.reduce((sum, content) => sum + brotliCompressSync(content).length, 0) / 1_000
