import { Command, Option } from 'commander'
import type { ImportCommandOptions } from './import-stackexchange.ts'
import type { CommandHouse } from './member.ts'

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
        // What reads dumps is large, and a server never needs it.
        const { importWithProgress } = await import('./import-stackexchange.ts')
        await importWithProgress(site, folder, options, { print, refuse })
      }),
    )
  return command
}
