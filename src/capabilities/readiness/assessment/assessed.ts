import { LastAsked } from '../last-asked.ts'
import { assess } from './assess.ts'
import type { Assessment, AssessmentInput } from './assessment.ts'

const lastAsked = new LastAsked<Assessment>(200)

/** The same as `assess`, worked out once for those asked for lately: it takes tens of milliseconds. */
export function assessed(input: AssessmentInput): Assessment {
  const name = JSON.stringify(input)
  return lastAsked.get(name) ?? lastAsked.keep(name, assess(input))
}
