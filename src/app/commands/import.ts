import cliProgress from 'cli-progress'
import { Command, Option } from 'commander'
import * as bulk from '#capabilities/questions/bulk/queries.ts'
import { settleQuestions } from '#capabilities/questions/bulk/settle.ts'
import { answerPath } from '#capabilities/questions/paths.ts'
import { importStackExchange } from '#capabilities/transfer/actions.ts'
import { DumpError } from '#capabilities/transfer/dump/rows.ts'
import type { Receiver } from '#capabilities/transfer/receiver.ts'
import type { ImportReport, Stage } from '#capabilities/transfer/report.ts'
import type { CommandHouse } from './member.ts'

/** What takes imported questions in. */
export const questionsReceiver: Receiver = { ...bulk, settleQuestions, answerPath }

/** `import <source> …`: brings in what people wrote elsewhere. */
export function importCommand({ withSite, print }: CommandHouse): Command {
  const command = new Command('import').description('Brings in what people wrote elsewhere')
  const refuse = (message: string): never => command.error(message, { exitCode: 2 })
  command
    .command('stackexchange <folder>')
    .description(
      'a dump of a Stack Exchange site: the folder that holds its Posts.xml; run again, it adds only what is new',
    )
    .option('--board <slug>', 'where the questions go, else a new board named after the site')
    .option('--site <host>', 'where it comes from, such as stackoverflow.com, for credit; else the name of the folder')
    .addOption(new Option('--language <language>', 'in which it is written').choices(['nl', 'en']).default('en'))
    .action((folder: string, options: ImportCommandOptions) =>
      withSite(async (site) => {
        const stopping = stopOnSignal()
        const progress = process.stderr.isTTY ? progressBar() : progressLines(print)
        try {
          const { board, language, site: host } = options
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
      }),
    )
  return command
}

interface ImportCommandOptions {
  board?: string
  site?: string
  language: 'nl' | 'en'
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
