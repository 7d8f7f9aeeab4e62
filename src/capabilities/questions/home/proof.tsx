import type { VNode } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { readOnce } from '#community/read-once.ts'
import { percentage } from '#platform/i18n/numbers.ts'
import { duration } from '#platform/i18n/times.ts'
import { Proof as ProofLine } from '#ui/elements/proof.tsx'
import { weekFigures } from './queries.ts'

/** Fewer cases say nothing, so then nothing is said. */
const FEWEST_CASES = 5

/** Live proof: how soon one gets an answer here, and how often members solve it themselves. */
export async function Proof(x: Exchange): Promise<VNode | null> {
  x.dependsOn('questions')
  const week = await readOnce(x.site, 'week', ['questions', 'sight', 'boards', 'brand'], () => weekFigures(x.site.db))
  const facts = []
  if (week.answered >= FEWEST_CASES && week.medianSeconds !== null) {
    const time = <b>{duration(week.medianSeconds * 1_000, x.language)}</b>
    facts.push(x.t.rich('questions.proof.firstAnswer', { time }))
  }
  if (week.solved >= FEWEST_CASES && week.solvedByMembers !== null) {
    const share = <b>{percentage(week.solvedByMembers, x.language)}</b>
    facts.push(x.t.rich('questions.proof.byMembers', { share }))
    facts.push(x.t.rich('questions.proof.solved', { count: <b>{week.solved}</b> }))
  }
  return facts.length > 0 ? <ProofLine facts={facts} /> : null
}
