import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { projectFolder } from '#platform/config/project-folder.ts'

/**
 * The hash of the one style element that Turbo puts into the page itself, for `style-src`. Computed from the installed
 * file, so that an upgrade of Turbo cannot break the policy without a test seeing it.
 */
export function turboStyleHash(): string {
  const source = readFileSync(projectFolder('node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js'), 'utf8')
  return createHash('sha256').update(progressBarStyle(source)).digest('base64')
}

export function progressBarStyle(source: string): string {
  const template = /static get defaultCSS\(\) {\s*return unindent`([^`]*)`/.exec(source)?.[1]
  const duration = Number(/static animationDuration = (\d+)/.exec(source)?.[1])
  if (!template || !duration) throw new Error('The style of the progress bar was not found in the installed Turbo.')
  const filled = template
    .replaceAll('${ProgressBar.animationDuration}', String(duration))
    .replaceAll('${ProgressBar.animationDuration / 2}', String(duration / 2))
  const lines = filled.replace(/^\n/, '').split('\n')
  const indent = /^\s+/.exec(lines[0] ?? '')?.[0].length ?? 0
  return lines.map((line) => line.slice(indent)).join('\n')
}
