import { deed } from '#community/activity/deed.ts'
import type { Brand } from '#community/brand/brand.ts'
import type { Db } from '#platform/db/database.ts'
import type { Signals } from '#platform/realtime/signals.ts'
import { bytesOf, type Dump, type DumpFile } from './dump/folder.ts'
import { type DumpRow, type RowValues, readRows } from './dump/rows.ts'
import { SeenIds } from './dump/seen-ids.ts'
import { RowProblem } from './dump/values.ts'
import { findThings, type ThingKind } from './queries.ts'
import type { Receiver } from './receiver.ts'
import type { ImportReport, Stage } from './report.ts'

/** One import that is going on: what all its stages share. */
export interface Importing {
  readonly site: { readonly db: Db; readonly signals: Pick<Signals, 'send'> }
  readonly receiver: Receiver
  readonly dump: Dump
  /** Names the place that things come from; what came from there before is known by it. */
  readonly source: string
  /** The host of that place, where known. */
  readonly host: string | null
  readonly boardId: string
  readonly language: 'nl' | 'en'
  readonly brand: Brand
  readonly now: Date
  readonly report: ImportReport
  readonly onProgress: (stage: Stage, done: number, total: number) => void
  readonly signal: AbortSignal | undefined
}

export interface Keyed {
  readonly key: string
  readonly line: number
}

export interface StagePlan<Read extends Keyed, Ready extends Keyed> {
  readonly stage: Stage
  readonly file: DumpFile
  /** Rows that cannot be read were reported when this file was read before. */
  readonly isReadAgain?: boolean
  /** What a row becomes; things of this kind that came in before are left as they are. */
  readonly kind: ThingKind
  /** Cheap: what the row is about. Null for rows that are not of this stage. Throws a RowProblem. */
  readonly read: (values: RowValues, line: number) => Read | null
  /** Costly, and only for what is new. Throws a RowProblem. */
  readonly prepare: (read: Read) => Ready
  /** One short transaction. Answers what cannot be kept after all, by key. */
  readonly write: (db: Db, batch: readonly Ready[]) => Promise<ReadonlyMap<string, string> | undefined>
}

// Small enough to commit within a moment: an open transaction holds back the delivery of activity.
const BATCH = 200

class Stopped extends Error {}

export const isStopped = (error: unknown): boolean => error instanceof Stopped

export function refuseWhenStopped({ signal }: Importing): void {
  if (signal?.aborted) throw new Stopped()
}

/** Reads a file row by row and writes what is new in short batches, whatever is wrong with single rows. */
export async function runStage<Read extends Keyed, Ready extends Keyed>(
  importing: Importing,
  plan: StagePlan<Read, Ready>,
): Promise<void> {
  const seen = new SeenIds()
  let batch: Read[] = []
  importing.report.of(plan.stage)
  for await (const row of rowsOf(importing, plan.stage, plan.file)) {
    const read = readRow(importing, plan, row, seen)
    if (read) batch.push(read)
    if (batch.length < BATCH) continue
    await writeBatch(importing, plan, batch)
    batch = []
  }
  await writeBatch(importing, plan, batch)
}

/** The rows of a file that is there, while telling how far it is. */
export async function* rowsOf(importing: Importing, stage: Stage, file: DumpFile): AsyncGenerator<DumpRow> {
  const path = importing.dump.paths.get(file)
  if (!path) return
  const total = bytesOf(path)
  let done = 0
  importing.onProgress(stage, 0, total)
  yield* readRows(path, (bytes) => {
    done += bytes
    importing.onProgress(stage, done, total)
  })
}

function readRow<Read extends Keyed, Ready extends Keyed>(
  { report }: Importing,
  plan: StagePlan<Read, Ready>,
  row: DumpRow,
  seen: SeenIds,
): Read | null {
  if ('broken' in row) return plan.isReadAgain ? null : skip(`the row is ${row.broken}`)
  try {
    const read = plan.read(row.values, row.line)
    if (read === null) return null
    report.of(plan.stage).read += 1
    return seen.add(Number(read.key)) ? skip(`Id ${read.key} was there before in this file`) : read
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error
    report.of(plan.stage).read += 1
    return skip(error.message)
  }

  function skip(words: string): null {
    report.skip(plan.stage, { file: plan.file, line: row.line, words })
    return null
  }
}

async function writeBatch<Read extends Keyed, Ready extends Keyed>(
  importing: Importing,
  plan: StagePlan<Read, Ready>,
  batch: readonly Read[],
) {
  if (batch.length === 0) return
  refuseWhenStopped(importing)
  const { report, source, site } = importing
  const known = await findThings(
    site.db,
    source,
    plan.kind,
    batch.map((one) => one.key),
  )
  const ready = batch.filter((one) => !known.has(one.key)).flatMap((one) => prepared(importing, plan, one))
  report.of(plan.stage).known += known.size
  await writeReady(importing, plan, ready)
}

function prepared<Read extends Keyed, Ready extends Keyed>(
  { report }: Importing,
  plan: StagePlan<Read, Ready>,
  read: Read,
): Ready[] {
  try {
    return [plan.prepare(read)]
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error
    report.skip(plan.stage, { file: plan.file, line: read.line, words: error.message })
    return []
  }
}

async function writeReady<Read extends Keyed, Ready extends Keyed>(
  importing: Importing,
  plan: StagePlan<Read, Ready>,
  ready: readonly Ready[],
): Promise<void> {
  const { report, site } = importing
  if (ready.length === 0) return
  try {
    const refused = await deed(site as Parameters<typeof deed>[0], (db) => plan.write(db, ready))
    report.of(plan.stage).made += ready.length - (refused?.size ?? 0)
    for (const one of ready) {
      const words = refused?.get(one.key)
      if (words) report.skip(plan.stage, { file: plan.file, line: one.line, words })
    }
  } catch (error) {
    if (!isAboutContent(error)) throw error
    // One row that the database refuses must not take the others with it.
    const [one] = ready
    if (ready.length === 1 && one) {
      report.skip(plan.stage, {
        file: plan.file,
        line: one.line,
        words: `cannot be stored (${(error as Error).message})`,
      })
    } else for (const single of ready) await writeReady(importing, plan, [single])
  }
}

/** Data exceptions and broken constraints; anything else is not the row's fault. */
const isAboutContent = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code ?? ''))
