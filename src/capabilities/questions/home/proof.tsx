import type { VNode } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { percentage } from '#platform/i18n/numbers.ts'
import { Proof as ProofLine } from '#ui/elements/proof.tsx'
import { FEWEST_CASES, readWeek, usualWait } from './week.ts'

/** Live proof: how soon one gets an answer here, and how often members solve it themselves. */
export async function Proof(x: Exchange): Promise<VNode | null> {
  x.dependsOn('questions')
  const week = await readWeek(x)
  const wait = await usualWait(x)
  const facts = []
  if (wait !== null) facts.push(x.t.rich('questions.proof.firstAnswer', { time: <b>{wait}</b> }))
  if (week.solved >= FEWEST_CASES && week.solvedByMembers !== null) {
    const share = <b>{percentage(week.solvedByMembers, x.language)}</b>
    facts.push(x.t.rich('questions.proof.byMembers', { share }))
    facts.push(x.t.rich('questions.proof.solved', { count: <b>{week.solved}</b> }))
  }
  return facts.length > 0 ? <ProofLine facts={facts} /> : null
}
