import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A path inside the project, found from the source as well as from the bundle in dist/. */
export function projectFolder(...parts: string[]): string {
  return join(root, ...parts)
}

const root = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('The project folder, the one with package.json, was not found.')
  return findRoot(dirname(folder))
}
