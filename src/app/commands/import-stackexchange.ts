import cliProgress from 'cli-progress'
import * as bulk from '#capabilities/questions/bulk/queries.ts'
import { settleQuestions } from '#capabilities/questions/bulk/settle.ts'
import { answerPath } from '#capabilities/questions/paths.ts'
import { importStackExchange } from '#capabilities/transfer/actions.ts'
import { DumpError } from '#capabilities/transfer/dump/rows.ts'
import type { Receiver } from '#capabilities/transfer/receiver.ts'
import type { ImportReport, Stage } from '#capabilities/transfer/report.ts'
import type { Site } from '#community/site.ts'

/** What takes imported questions in. */
const questionsReceiver: Receiver = { ...bulk, settleQuestions, answerPath }

export interface ImportCommandOptions {
  board?: string
  site?: string
  language: 'nl' | 'en'
}

interface Terminal {
  readonly print: (line: string) => void
  readonly refuse: (message: string) => never
}

/** Shows how far it is, stops at the first Ctrl-C, and tells what came in. */
export async function importWithProgress(
  site: Site,
  folder: string,
  { board, language, site: host }: ImportCommandOptions,
  { print, refuse }: Terminal,
): Promise<void> {
  const stopping = stopOnSignal()
  const progress = process.stderr.isTTY ? progressBar() : progressLines(print)
  try {
    const report = await importStackExchange(site, questionsReceiver, folder, {
      ...{ board, language, host, signal: stopping.signal, now: site.now() },
      onProgress: progress.show,
    })
    progress.end()
    tell(report, print)
  } catch (error) {
    progress.end()
    if (error instanceof DumpError) refuse(error.message)
    throw error
  } finally {
    stopping.forget()
  }
}

function tell(report: ImportReport, print: (line: string) => void): void {
  for (const line of report.lines()) print(line)
  if (report.isStopped) print('Stopped. Run the same command again to continue.')
}

interface Progress {
  readonly show: (stage: Stage, done: number, total: number) => void
  readonly end: () => void
}

function progressBar(): Progress {
  const bar = new cliProgress.SingleBar({
    format: '{stage} {bar} {percentage}%',
    hideCursor: true,
    stream: process.stderr,
  })
  let current: Stage | undefined
  return {
    show: (stage, done, total) => {
      if (stage !== current) {
        bar.stop()
        bar.start(total, done, { stage: stage.padEnd(13) })
        current = stage
      } else bar.update(done)
    },
    end: () => bar.stop(),
  }
}

/** Without a terminal, a line per stage. */
function progressLines(print: (line: string) => void): Progress {
  let current: Stage | undefined
  return {
    show: (stage) => {
      if (stage !== current) print(`${stage} …`)
      current = stage
    },
    end: () => {},
  }
}

/** The first Ctrl-C ends the batch that is being written and stops; what is in is kept. */
function stopOnSignal() {
  const stopper = new AbortController()
  const stop = () => stopper.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return { signal: stopper.signal, forget: () => void process.off('SIGINT', stop).off('SIGTERM', stop) }
}
