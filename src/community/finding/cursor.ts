/** A place in a ranking: the score and id of the last hit that was shown. */
export interface Place {
  readonly score: number
  readonly id: string
}

export const writeCursor = ({ score, id }: Place): string => `${score}_${id}`

/** Anything that is not a place in a ranking begins at the beginning. */
export function readCursor(cursor: string | null | undefined): Place | null {
  const [, score, id] = /^(\d{1,2}(?:\.\d{1,6})?)_(\d{1,18})$/.exec(cursor ?? '') ?? []
  return score && id ? { score: Number(score), id } : null
}
