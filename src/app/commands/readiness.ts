import { Command } from 'commander'
import type { Problem } from '#capabilities/readiness/assessment/problem.ts'
import { translator } from '#platform/i18n/translate.ts'
import { readJsonFile } from './json-file.ts'
import type { CommandHouse } from './member.ts'

const MOST_LINES = 100

/** `readiness <file>`: own community, or not yet? JSON in, JSON out; no database is touched. */
export function readinessCommand({ print }: Pick<CommandHouse, 'print'>): Command {
  const command = new Command('readiness')
  return command
    .description('own community, or not yet? Reads answers as JSON, prints the assessment as JSON')
    .argument('<file>', 'such as src/capabilities/readiness/assessment/examples/energy-supplier.json')
    .action(async (file: string) => {
      const refuse = (lines: string[]): never => command.error(lines.join('\n'), { exitCode: 2 })
      const read = readJsonFile(file)
      if ('problem' in read) return refuse([read.problem])
      // Loaded only now: the other commands do not pay for it.
      const { readAssessment } = await import('#capabilities/readiness/assessment/read-assessment.ts')
      const answered = readAssessment(read.json)
      if ('problems' in answered) return refuse(linesOf(answered.problems))
      const { assess } = await import('#capabilities/readiness/assessment/assess.ts')
      print(JSON.stringify(assess(answered.input), null, 2))
    })
}

function linesOf(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, MOST_LINES).map(lineOf)
  const more = problems.length - lines.length
  return more > 0 ? [...lines, `… and ${more} more`] : lines
}

/** The field, what is wrong with it, and what is allowed. The command line speaks English. */
function lineOf({ field, code, values }: Problem): string {
  const words = translator('en')(`readiness.problem.${code}`, { ...values })
  return field === '' ? words : `${field}: ${words}`
}
