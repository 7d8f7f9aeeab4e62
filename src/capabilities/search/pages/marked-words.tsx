import type { Piece } from '#community/finding/snippet.ts'

/** Text with what was asked marked in it. */
export function MarkedWords({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text))}</>
}
