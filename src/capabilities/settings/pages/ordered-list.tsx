import type { ComponentChildren } from 'preact'
import { Button } from '#ui/elements/button.tsx'
import { Form } from '#ui/elements/form.tsx'
import { useView } from '#ui/view.ts'

/** Which one was just moved, and whereto: its button gets the focus back. */
export interface Moved {
  readonly moved?: string
  readonly direction?: 'up' | 'down'
}

interface Row {
  readonly id: string
  readonly name: string
}

interface OrderedListProps<R extends Row> {
  label: string
  rows: readonly R[]
  moved: Moved
  placePath: (id: string) => string
  children: (row: R) => ComponentChildren
}

/** A list in the order staff gave it, with a button up and one down: no dragging needed. */
export function OrderedList<R extends Row>({ label, rows, moved, placePath, children }: OrderedListProps<R>) {
  return (
    <ol class="settings-list" aria-label={label}>
      {rows.map((row, place) => (
        <li key={row.id} id={`row-${row.id}`}>
          {children(row)}
          <Form action={placePath(row.id)} class="settings-moves">
            <Move row={row} moved={moved} direction="up" isPossible={place > 0} isOnly={place === rows.length - 1} />
            <Move row={row} moved={moved} direction="down" isPossible={place < rows.length - 1} isOnly={place === 0} />
          </Form>
        </li>
      ))}
    </ol>
  )
}

interface MoveProps {
  row: Row
  moved: Moved
  direction: 'up' | 'down'
  isPossible: boolean
  /** At an end of the list there is one way to go, and the focus goes there. */
  isOnly: boolean
}

function Move({ row, moved, direction, isPossible, isOnly }: MoveProps) {
  const { t } = useView()
  if (!isPossible) return null
  const isNext = moved.moved === row.id && (isOnly || moved.direction === direction)
  return (
    <Button
      look="quiet"
      size="small"
      name="direction"
      value={direction}
      aria-label={t(`settings.move.${direction}.what`, { name: row.name })}
      autofocus={isNext}
    >
      {t(`settings.move.${direction}`)}
    </Button>
  )
}
