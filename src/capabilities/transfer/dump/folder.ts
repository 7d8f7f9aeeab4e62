import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DumpError } from './rows.ts'

export type DumpFile = (typeof files)[number]['name']

const files = [
  { name: 'Users', isNeeded: true },
  { name: 'Posts', isNeeded: true },
  { name: 'Comments', isNeeded: false },
  { name: 'Votes', isNeeded: false },
  { name: 'Tags', isNeeded: false },
  { name: 'PostLinks', isNeeded: false },
  { name: 'PostHistory', isNeeded: false },
] as const

export interface Dump {
  readonly folder: string
  /** Where each file lies, for those that are there. */
  readonly paths: ReadonlyMap<DumpFile, string>
  readonly missing: readonly DumpFile[]
}

/** The files of a dump, seen to be there and to be whole before anything is read. */
export function openDump(folder: string): Dump {
  const root = resolve(folder)
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new DumpError(`There is no folder ${root}.`)
  const there = files.filter(({ name }) => existsSync(join(root, `${name}.xml`)))
  const lacking = files.find((file) => file.isNeeded && !there.includes(file))
  if (lacking) throw new DumpError(`${root} holds no ${lacking.name}.xml: is this the folder of a Stack Exchange dump?`)
  const paths = new Map(there.map(({ name }) => [name, join(root, `${name}.xml`)]))
  for (const [name, path] of paths) refuseOther(name, path)
  return { folder: root, paths, missing: files.filter((file) => !there.includes(file)).map((file) => file.name) }
}

export const bytesOf = (path: string): number => statSync(path).size

const END = 4_096

function refuseOther(name: DumpFile, path: string): void {
  const root = name.toLowerCase()
  const head = pieceOf(path, 0, END)
  if (!new RegExp(`<${root}\\s*/?>`).test(head))
    throw new DumpError(`${name}.xml does not begin like a file of a Stack Exchange dump.`)
  const size = bytesOf(path)
  if (new RegExp(`(?:</${root}>|<${root}\\s*/>)\\s*$`).test(pieceOf(path, size - END, END))) return
  throw new DumpError(
    `${name}.xml is not whole: it stops after ${size} bytes without its closing tag. ` +
      'Nothing was imported now. Copy the dump again and repeat the import; what is there already is not doubled.',
  )
}

const TAIL = 1 << 18

/** The highest number in the last rows: dumps are sorted by it. */
export function lastIdIn(path: string): number {
  const ids = [...pieceOf(path, bytesOf(path) - TAIL, TAIL).matchAll(/<row Id="(\d{1,9})"/g)].map((match) =>
    Number(match[1]),
  )
  return Math.max(0, ...ids)
}

function pieceOf(path: string, from: number, length: number): string {
  const piece = Buffer.alloc(length)
  const file = openSync(path, 'r')
  try {
    return piece.toString('utf8', 0, readSync(file, piece, 0, length, Math.max(0, from)))
  } finally {
    closeSync(file)
  }
}
