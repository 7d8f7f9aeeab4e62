import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Messages = ReadonlyMap<string, string>

/** Every text of one folder under /locales, keyed `<slice>.<key>`. */
export function readMessages(folder: string, root = localesRoot()): Map<string, string> {
  const messages = new Map<string, string>()
  const path = join(root, folder)
  if (!existsSync(path)) return messages
  for (const file of readdirSync(path).sort()) {
    if (!file.endsWith('.json')) continue
    const slice = file.slice(0, -'.json'.length)
    const texts = JSON.parse(readFileSync(join(path, file), 'utf8')) as Record<string, string>
    for (const [key, text] of Object.entries(texts)) messages.set(`${slice}.${key}`, text)
  }
  return messages
}

// Looked for upwards, because the running program may be a bundle in another folder than its source.
export function localesRoot(start = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'locales', 'nl'))) return join(folder, 'locales')
    if (folder === dirname(folder)) throw new Error(`No folder "locales" above ${start}`)
  }
}
