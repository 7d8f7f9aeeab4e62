import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  key: string
  head: ComponentChildren
  cell: (row: Row) => ComponentChildren
  /** Numbers stand to the right, with figures of equal width. */
  numeric?: boolean
  /** Names the row for who listens instead of looks. */
  rowHead?: boolean
  /** With an address the head sorts; `sorted` says how it is now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

interface TableProps<Row> {
  caption: string
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

export function Table<Row>({ caption, showCaption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={caption}>
      <table class="table">
        <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>{columns.map(head)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column) => cell(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function head<Row>({ key, head: words, numeric, sortHref, sorted }: Column<Row>) {
  return (
    <th key={key} scope="col" class={numeric ? 'numeric' : undefined} aria-sort={sorted}>
      {sortHref ? <a href={sortHref}>{words}</a> : words}
    </th>
  )
}

function cell<Row>({ key, cell: of, numeric, rowHead }: Column<Row>, row: Row) {
  const name = numeric ? 'numeric' : undefined
  return rowHead ? (
    <th key={key} scope="row" class={name}>
      {of(row)}
    </th>
  ) : (
    <td key={key} class={name}>
      {of(row)}
    </td>
  )
}
