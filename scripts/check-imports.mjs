// Checks how the parts of src/ may know each other, and what files are called. See docs/architecture.md for the why.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix, sep } from 'node:path'

// From the ground up: each floor may import from itself and from those before it.
const FLOORS = ['platform', 'ui', 'community', 'capabilities', 'app']
const BANNED = ['manager', 'service', 'helper', 'util', 'common', 'misc', 'base', 'impl', 'data', 'info']
const MAX_LINES = 300

/** @param {{ path: string, text: string }[]} files paths from the project folder, with forward slashes */
export function problemsOf(files) {
  return files.flatMap((file) => [...problemsOfName(file), ...problemsOfText(file), ...problemsOfImports(file)])
}

function problemsOfName({ path }) {
  const name = basename(path).replace(/\..*$/, '')
  const problems = []
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    problems.push(`${path}: file names are kebab-case, such as accepted-answer.ts.`)
  }
  const banned = name.split('-').find((word) => BANNED.includes(word.replace(/s$/, '')) || BANNED.includes(word))
  if (banned)
    problems.push(`${path}: "${banned}" does not say what is inside. Name the file for the thing or the deed.`)
  if (name === 'index' && !/^src\/capabilities\/[^/]+\/index\.tsx?$/.test(path)) {
    problems.push(
      `${path}: only the manifest of a capability is called index.ts. Import a thing from the file that defines it.`,
    )
  }
  return problems
}

function problemsOfText({ path, text }) {
  const problems = []
  if (/^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s/m.test(text)) {
    problems.push(`${path}: passes on what another file defines. Let readers import it from the file that defines it.`)
  }
  const lines = text.split('\n').length - 1
  if (lines > MAX_LINES && !isTest(path)) {
    problems.push(`${path}: ${lines} lines; from ${MAX_LINES} on a file holds more than one thought. Split it by noun.`)
  }
  return problems
}

function problemsOfImports(file) {
  return importsOf(file.text).flatMap((specifier) => problemOfImport(file.path, specifier) ?? [])
}

const IMPORTS =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

function importsOf(text) {
  return [...text.matchAll(IMPORTS)].map((match) => match[1] ?? match[2] ?? match[3])
}

function problemOfImport(path, specifier) {
  const target = targetOf(path, specifier)
  if (target === undefined) return undefined
  if (!/\.(tsx?|mjs|json|css)$/.test(target)) return `${path}: write ${specifier} with its extension, such as .ts.`
  const from = placeOf(path)
  const to = placeOf(target)
  if (to.floor === 'test' && !isTest(path)) return `${path}: imports ${specifier}, which is only there for tests.`
  if (specifier.startsWith('.')) return problemOfPath(path, specifier, from, to)
  if (from.floor === 'test' || isTest(path)) return undefined
  return problemOfFloors(path, specifier, from, to)
}

function problemOfPath(path, specifier, from, to) {
  if (from.floor === to.floor && from.slice === to.slice) return undefined
  return `${path}: ${specifier} leaves its own folder. Write #${to.floor}/… for what another part defines.`
}

function problemOfFloors(path, specifier, from, to) {
  if (FLOORS.indexOf(to.floor) > FLOORS.indexOf(from.floor)) {
    return (
      `${path}: imports ${specifier}, but imports point down: ${FLOORS.toReversed().join(' > ')}. ` +
      'Move the thing down, pass it in, or let the upper part listen to the activity.'
    )
  }
  if (from.floor === 'capabilities' && to.floor === 'capabilities' && from.slice !== to.slice) {
    return (
      `${path}: imports ${specifier}, but capabilities do not know one another. They meet through activity and through ` +
      'their manifests; a noun that three of them need lives in community.'
    )
  }
  return undefined
}

/** The path in the project that is meant, or undefined for a package. */
function targetOf(path, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  if (specifier.startsWith('#test/')) return specifier.slice(1)
  return specifier.startsWith('#') ? `src/${specifier.slice(1)}` : undefined
}

function placeOf(path) {
  const [top, floor, ...rest] = path.split('/')
  if (top !== 'src') return { floor: top, slice: top }
  // The design system and the application are each one whole; elsewhere every folder stands by itself.
  const isWhole = floor === 'ui' || floor === 'app'
  return { floor, slice: isWhole || rest.length < 2 ? floor : rest[0] }
}

function isTest(path) {
  return path.startsWith('test/') || /\.test\.tsx?$/.test(path)
}

function readSources(root) {
  return ['src', 'test'].flatMap((folder) => {
    const names = readdirSync(join(root, folder), { recursive: true })
    return names
      .map((name) => posix.join(folder, name.split(sep).join('/')))
      .filter(
        (path) => /\.tsx?$/.test(path) && !/\.(generated|d)\.ts$/.test(path) && !path.startsWith('test/fixtures/'),
      )
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  })
}

if (process.argv[1] === import.meta.filename) {
  const problems = problemsOf(readSources(join(import.meta.dirname, '..')))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
