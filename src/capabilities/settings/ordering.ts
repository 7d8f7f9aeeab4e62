import { z } from 'zod'
import type { MemberExchange } from '#community/exchange.ts'
import { choice, readForm } from '#platform/http/forms.ts'
import { missing, type Reply, seeOther } from '#platform/http/reply.ts'
import { afterDeed } from './handling.ts'
import type { Outcome } from './outcome.ts'
import type { Direction } from './rules.ts'

/** Which one was just moved, so that the keyboard goes on where it was. */
export const movedQuery = z.object({
  moved: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  direction: choice(['up', 'down']).optional(),
})

interface Placing {
  readonly id: string
  readonly move: (direction: Direction) => Promise<Outcome>
  /** The page with the list, and where on it. */
  readonly list: string
  readonly part?: string
}

/** One step up or down in a list that staff puts in order. */
export async function answerPlace(x: MemberExchange, { id, move, list, part = '' }: Placing): Promise<Reply> {
  const read = readForm(placeForm, x.body)
  if (!read.ok) return missing
  const { direction } = read.value
  const result = await move(direction)
  return result.outcome === 'done' ? seeOther(`${list}?moved=${id}&direction=${direction}${part}`) : missing
}

const placeForm = z.object({ direction: choice(['up', 'down']) })

/** Out of the list or back into it. */
export async function answerArchive(
  x: MemberExchange,
  archive: (isArchived: boolean) => Promise<Outcome>,
  to: string,
): Promise<Reply> {
  const read = readForm(archiveForm, x.body)
  if (!read.ok) return missing
  return afterDeed(x, await archive(read.value.act === 'archive'), { to, again: async () => missing })
}

const archiveForm = z.object({ act: choice(['archive', 'unarchive']) })
