import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectFolder } from '#platform/config/project-folder.ts'

/** The written core of the demo community; its files stand in seeds/zonnewinde. Times are before the first start. */
export interface DemoContent {
  readonly community: DemoCommunity
  readonly people: readonly DemoPerson[]
  readonly questions: readonly DemoQuestion[]
}

export interface DemoCommunity {
  readonly brand: {
    readonly name: string
    readonly hue: number
    readonly addressForm: string
    readonly language: string
    readonly zone: string
    readonly customerNumberPattern: string
  }
  readonly boards: readonly {
    readonly slug: string
    readonly name: { readonly nl: string; readonly en: string }
    readonly description: { readonly nl: string; readonly en: string }
    readonly access: string
    readonly listed?: readonly string[]
    readonly guidance?: { readonly nl: string; readonly en: string }
    /** What is asked besides title and text. */
    readonly prompts?: readonly DemoPrompt[]
  }[]
  readonly products: readonly { readonly slug: string; readonly name: string; readonly versions: readonly string[] }[]
}

export interface DemoPrompt {
  readonly label: { readonly nl: string; readonly en: string }
  readonly hint?: { readonly nl: string; readonly en: string }
  /** Room for one line, unless it says several. */
  readonly lines?: 'several'
  readonly required?: boolean
}

export interface DemoPerson {
  readonly handle: string
  readonly name: string
  readonly about: string
  readonly interests: readonly string[]
  readonly products?: readonly { readonly product: string; readonly version?: string }[]
  readonly joinedAgo: string
  readonly language?: string
  readonly roles?: readonly string[]
  readonly staff?: string
  readonly expert?: { readonly title: string; readonly why: string }
}

export interface DemoQuestion {
  /** The file it stands in is the board it was asked in. */
  readonly board: string
  readonly key: string
  readonly title: string
  readonly product?: string
  readonly version?: string
  readonly tags?: readonly string[]
  readonly language: 'nl' | 'en'
  readonly by: string
  readonly ago: string
  readonly body: string
  readonly same?: readonly string[]
  readonly answers?: readonly DemoAnswer[]
  readonly confirmed?: readonly { readonly answer: string; readonly after: string }[]
  readonly notSolved?: { readonly after: string }
  readonly verified?: readonly DemoVerdict[]
  readonly outdated?: readonly DemoVerdict[]
  readonly escalated?: { readonly by: string; readonly after: string; readonly note?: string }
  readonly duplicateOf?: string
  /** Somebody thinks that it was asked before; no moderator has looked at that yet. */
  readonly proposed?: { readonly of: string; readonly by: string; readonly after: string; readonly reason: string }
  readonly closed?: { readonly by: string; readonly after: string; readonly reason: string }
}

export interface DemoAnswer {
  readonly key: string
  readonly by: string
  readonly after: string
  readonly body: string
  readonly thanks?: readonly string[]
  readonly worked?: readonly string[]
  readonly comments?: readonly { readonly by: string; readonly after: string; readonly body: string }[]
}

export interface DemoVerdict {
  readonly answer: string
  readonly by: string
  readonly after: string
  readonly product?: string
  readonly version?: string
  readonly note?: string
}

export function readDemoContent(folder = projectFolder('seeds/zonnewinde')): DemoContent {
  const read = (...names: string[]) => parse(readFileSync(join(folder, ...names), 'utf8'))
  const files = readdirSync(join(folder, 'questions')).sort()
  const questions = files.flatMap((file) => {
    const written = read('questions', file) as DemoQuestion[]
    return written.map((question) => ({ ...question, board: file.replace(/\.yaml$/, '') }))
  })
  return { community: read('community.yaml'), people: read('people.yaml'), questions }
}

const minutesIn = { d: 1_440, h: 60, m: 1 }

/** Milliseconds in `2d 4h 15m`. */
export function durationIn(text: string): number {
  const parts = String(text).trim().split(/\s+/)
  const minutes = parts.map((part) => {
    const [, number, unit] = /^(\d+)([dhm])$/.exec(part) ?? []
    return unit ? Number(number) * minutesIn[unit as keyof typeof minutesIn] : Number.NaN
  })
  return minutes.reduce((sum, one) => sum + one, 0) * 60_000
}
