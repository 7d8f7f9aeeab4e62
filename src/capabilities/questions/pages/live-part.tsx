import type { ComponentChildren } from 'preact'
import type { Exchange } from '#community/exchange.ts'
import { Live } from '#ui/elements/live.tsx'
import { turnNames } from '../paths.ts'
import type { ReadQuestion } from '../reading/queries.ts'

interface LivePartProps {
  x: Exchange
  question: ReadQuestion
  id: string
  /** How many there are, and what to say when more came. */
  count?: number
  one?: string
  many?: string
  class?: string
  children: ComponentChildren
}

/** A part of the page of a question that stays true while it is open. All of them are fetched together. */
export function LivePart({ x, question, ...part }: LivePartProps) {
  return <Live {...part} on={`question:${question.id}`} source={`/questions/${question.id}/live${turnOf(x)}`} />
}

/** The live parts show the same turn of the answers as the page around them. */
function turnOf(x: Exchange): string {
  const given = new URLSearchParams(x.url.split('?')[1] ?? '')
  const kept = new URLSearchParams()
  for (const name of turnNames) {
    const value = given.get(name)
    if (value) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
