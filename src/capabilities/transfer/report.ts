import type { DumpFile } from './dump/folder.ts'

export type Stage =
  | 'members'
  | 'votes'
  | 'tags'
  | 'questions'
  | 'answers'
  | 'comments'
  | 'confirmations'
  | 'closings'
  | 'index'

export interface StageCount {
  read: number
  made: number
  /** Made by an earlier run. */
  known: number
  /** Broken, and left out. */
  skipped: number
}

export interface ImportProblem {
  readonly file: DumpFile
  readonly line: number
  readonly words: string
}

const MOST_SHOWN = 100

/** What came in, what was there, what was left out and why. */
export class ImportReport {
  /** The name under which this place is known here, also the slug of its own board. */
  readonly source: string
  readonly stages = new Map<Stage, StageCount>()
  /** What a dump holds and Onderling does not keep, by name. */
  readonly leftOut = new Map<string, number>()
  /** The first of them; `problemCount` counts all. */
  readonly problems: ImportProblem[] = []
  problemCount = 0
  masked = 0
  /** Stopped on request; running again continues. */
  isStopped = false

  constructor(source: string) {
    this.source = source
  }

  of(stage: Stage): StageCount {
    const count = this.stages.get(stage) ?? { read: 0, made: 0, known: 0, skipped: 0 }
    this.stages.set(stage, count)
    return count
  }

  leave(name: string, count = 1): void {
    this.leftOut.set(name, (this.leftOut.get(name) ?? 0) + count)
  }

  skip(stage: Stage, problem: ImportProblem): void {
    this.of(stage).skipped += 1
    this.problemCount += 1
    if (this.problems.length < MOST_SHOWN) this.problems.push(problem)
  }

  /** Lines for whoever runs the import. */
  lines(): string[] {
    const head = ['', 'read', 'made', 'there already', 'skipped']
    const rows = [...this.stages].map(([stage, { read, made, known, skipped }]) =>
      [stage, read, made, known, skipped].map(String),
    )
    const widths = head.map((word, at) => Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0)))
    const line = (cells: string[]) =>
      cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
    const left = [...this.leftOut].map(([name, count]) => `Not kept: ${count} × ${name}`)
    const masked = this.masked > 0 ? [`Personal details masked in texts: ${this.masked}`] : []
    const more = this.problemCount - this.problems.length
    const inOrder = this.problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    const problems = inOrder.map(({ file, line: at, words }) => `${file}.xml, line ${at}: ${words}`)
    return [
      line(head),
      ...rows.map(line),
      ...left,
      ...masked,
      ...problems,
      ...(more > 0 ? [`… and ${more} more rows were skipped`] : []),
    ]
  }
}
