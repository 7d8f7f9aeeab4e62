import { Command } from 'commander'
import type { Problem } from '#capabilities/readiness/business-case/case.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { translator } from '#platform/i18n/translate.ts'
import { readJsonFile } from './json-file.ts'
import type { CommandHouse } from './member.ts'

/** `business-case <file>`: what a community costs and brings. JSON in, JSON out; no database is touched. */
export function businessCaseCommand({ print }: Pick<CommandHouse, 'print'>): Command {
  const command = new Command('business-case')
  return command
    .description('what a community costs and brings: reads a case as JSON, prints the result as JSON')
    .argument('<file>', 'such as src/capabilities/readiness/business-case/examples/r1.json')
    .action(async (file: string) => {
      const refuse = (lines: string[]): never => command.error(lines.join('\n'), { exitCode: 2 })
      const read = readJsonFile(file)
      if ('problem' in read) return refuse([read.problem])
      // Loaded only now: the other commands do not pay for it.
      const { readCase } = await import('#capabilities/readiness/business-case/read-case.ts')
      const asked = readCase(read.json)
      if ('problems' in asked) return refuse(asked.problems.map(lineOf))
      const { evaluateCase } = await import('#capabilities/readiness/business-case/evaluate.ts')
      print(JSON.stringify(evaluateCase(asked.input), null, 2))
    })
}

/** The field, and what is allowed there. The command line speaks English. */
function lineOf({ field, code, values }: Problem): string {
  const words = translator('en')(`business-case.problem.${code}` as MessageKey, { ...values })
  return field === '' ? words : `${field}: ${words}`
}
