#!/usr/bin/env node
// Read by any Node since 18, so that an old one is told what is missing instead of failing on newer code.
const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])

if (major < NEEDED) {
  console.error(
    `Onderling needs Node ${NEEDED} or newer; this is ${process.version}.\n` +
      'It brings a Node of its own: run "npm ci" once and start it through npm ("npm run demo", "npm start").\n' +
      'Where npm has none for your machine, install one from https://nodejs.org.',
  )
  process.exitCode = 1
} else {
  await run()
}

async function run() {
  const { build } = await import('../scripts/build.mjs')
  await build()
  await import('../dist/server/main.mjs')
}
