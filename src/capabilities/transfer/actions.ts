import { basename } from 'node:path'
import { findBrand, unnamedBrand } from '#community/brand/brand.ts'
import { slugFor } from '#community/text/slug.ts'
import { inTransaction } from '#platform/db/database.ts'
import { cleanLine } from '#platform/http/clean.ts'
import { lastIdIn, openDump } from './dump/folder.ts'
import { DumpError } from './dump/rows.ts'
import { type Importing, isStopped } from './importing.ts'
import {
  deleteTallies,
  findBoardBySlug,
  findImport,
  type ImportRow,
  insertBoard,
  insertImport,
  raiseQuestionIds,
  updateImportFinished,
} from './queries.ts'
import type { Receiver } from './receiver.ts'
import { ImportReport, type Stage } from './report.ts'
import { importAnswers } from './stages/answers.ts'
import { importClosings, importDuplicateLinks } from './stages/closings.ts'
import { importComments } from './stages/comments.ts'
import { importConfirmations } from './stages/confirmations.ts'
import { indexImported } from './stages/finding.ts'
import { importMembers } from './stages/members.ts'
import { importQuestions } from './stages/questions.ts'
import { importTags } from './stages/tags.ts'
import { importVotes } from './stages/votes.ts'

export interface ImportOptions {
  /** Slug of a board that is there; else a new one named after the place. */
  readonly board?: string | undefined
  readonly language?: 'nl' | 'en'
  /** Host of the place, such as `stackoverflow.com`, for credit and old addresses; else the folder's name, if it is one. */
  readonly host?: string | undefined
  readonly onProgress?: (stage: Stage, done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
  readonly now?: Date
}

/**
 * Brings a Stack Exchange dump in: people, questions, answers, comments, what was accepted, and old addresses. Can be
 * stopped and run again at any time; what is there already is left alone. Throws a DumpError for a folder that is none.
 */
export async function importStackExchange(
  site: Importing['site'],
  receiver: Receiver,
  folder: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const dump = openDump(folder)
  const brand = (await findBrand(site.db)) ?? unnamedBrand
  const row = await beginImport(site, dump.folder, options)
  await raiseQuestionIds(site.db, lastIdIn(dump.paths.get('Posts') as string))
  const report = new ImportReport(row.source)
  const importing: Importing = {
    ...{ site, receiver, dump, brand, report, source: row.source, host: row.site, boardId: row.boardId },
    ...{ language: options.language ?? 'en', now: options.now ?? new Date(), signal: options.signal },
    onProgress: options.onProgress ?? (() => {}),
  }
  try {
    for (const stage of stages) await stage(importing)
    await deleteTallies(site.db, row.source)
    await updateImportFinished(site.db, row.source)
  } catch (error) {
    if (!isStopped(error)) throw error
    report.isStopped = true
  }
  return report
}

const stages: readonly ((importing: Importing) => Promise<void>)[] = [
  importMembers,
  importVotes,
  importTags,
  importQuestions,
  importAnswers,
  importComments,
  importConfirmations,
  importClosings,
  importDuplicateLinks,
  indexImported,
]

function beginImport({ db }: Importing['site'], folder: string, { board, host }: ImportOptions): Promise<ImportRow> {
  const name = host ?? basename(folder)
  const source = slugFor(name, 'stack-exchange').slice(0, 40)
  return inTransaction(db, async (trx) => {
    const chosen = board === undefined ? null : await findBoardBySlug(trx, board)
    if (board !== undefined && chosen === null) throw new DumpError(`There is no board "${board}".`)
    const before = await findImport(trx, source)
    if (before) return before
    const boardId = chosen ?? (await boardNamed(trx, source, cleanLine(name).slice(0, 60)))
    const row = { source, site: hostIn(name), boardId }
    await insertImport(trx, row)
    return row
  })
}

async function boardNamed(db: Importing['site']['db'], slug: string, name: string): Promise<string> {
  return (await findBoardBySlug(db, slug)) ?? insertBoard(db, { slug, name })
}

const hostIn = (name: string): string | null =>
  /^(?:[a-z0-9-]+\.)+[a-z]{2,20}$/i.test(name) ? name.toLowerCase() : null
