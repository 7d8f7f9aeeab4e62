import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import { type Config, readConfig } from '#platform/config/config.ts'
import { createLog } from '#platform/log/log.ts'
import { apiKeyCommand } from './commands/api-key.ts'
import { businessCaseCommand } from './commands/business-case.ts'
import { doctorCommand } from './commands/doctor.ts'
import { importCommand } from './commands/import.ts'
import { memberCommand } from './commands/member.ts'
import { migrateCommand } from './commands/migrate.ts'
import { readinessCommand } from './commands/readiness.ts'
import { withSite } from './commands/with-site.ts'
import { complain, runUntilStopped } from './lifecycle.ts'
import { Onderling } from './program.ts'

// On a machine with much memory the heap would grow to several times what is in use before it is tidied (docs/bench.md).
setFlagsFromString('--heap-growing-percent=60')

// Small buffers are cut from larger ones, each of which stays for as long as any of what was cut from it is kept.
Buffer.poolSize = 8 * 1024

const house = { withSite, print: (line: string) => console.log(line) }

const program = new Command('onderling')
  .description('The customer community that a company runs itself')
  .showHelpAfterError()
  .exitOverride()

program
  .command('start')
  .description('starts the community of this DATA_DIR')
  .action(() => run(readConfig(process.env)))
program
  .command('demo')
  .description('starts the demo community Zonnewinde')
  .option('--public', 'also answers to other machines, when HOST says so')
  .action((options: { public?: true }) =>
    run(readConfig(process.env, { demo: true, publicBind: options.public ?? false })),
  )
program.addCommand(migrateCommand(house))
program.addCommand(memberCommand(house))
program.addCommand(apiKeyCommand(house))
program.addCommand(importCommand(house))
program.addCommand(doctorCommand(house))
program.addCommand(readinessCommand(house))
program.addCommand(businessCaseCommand(house))

for (const command of everyCommand(program)) command.exitOverride()

try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = error instanceof CommanderError ? exitCodeOf(error) : complain(error)
}

function run(config: Config): Promise<never> {
  return runUntilStopped(new Onderling(config, createLog({ level: config.logLevel })))
}

/** Help and version are no mistakes; everything else that the command line refuses is bad input. */
function exitCodeOf(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((one) => [one, ...everyCommand(one as Command)]) as Command[]
}
