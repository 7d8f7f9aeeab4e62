import { cpus, release, totalmem, type } from 'node:os'
import type { Measured } from './load.ts'

export interface Row extends Measured {
  readonly name: string
  readonly who: 'visitor' | 'member' | ''
  /** What it is held against, and how much of that it reaches. */
  readonly against?: { readonly name: string; readonly perSecond: number }
  readonly goal?: { readonly words: string; readonly isMet: boolean }
}

export interface Fact {
  readonly name: string
  readonly value: string
  readonly goal: string
  readonly isMet: boolean
}

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    line([
      row.name,
      row.who,
      whole(row.perSecond),
      whole(row.p50),
      whole(row.p95),
      whole(row.p99),
      whole(row.bytes),
      String(row.failures),
      row.against ? `${whole((100 * row.perSecond) / row.against.perSecond)} % of ${row.against.name}` : '',
      row.goal ? `${row.goal.words} ${mark(row.goal.isMet)}` : '',
    ]),
  )
  const heads = ['page', 'for', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'bytes', 'failed', 'compared', 'goal']
  return [line(heads), line(heads.map((_, at) => (at < 2 || at > 7 ? '---' : '--:'))), ...lines].join('\n')
}

export function factsOf(facts: readonly Fact[]): string {
  const lines = facts.map(({ name, value, goal, isMet }) => line([name, value, `${goal} ${mark(isMet)}`]))
  return [line(['what', 'measured', 'goal']), line(['---', '---', '---']), ...lines].join('\n')
}

export const machine = (): string => {
  const [first, ...others] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${others.length + 1} × ${first?.model.trim()}, ${memory} GB, ${type()} ${release()}, Node ${process.version}`
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const mark = (isMet: boolean) => (isMet ? '✓' : '✗')
const whole = (figure: number) => Math.round(figure).toLocaleString('en')
