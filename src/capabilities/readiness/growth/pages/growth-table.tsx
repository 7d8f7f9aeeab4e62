import { type Column, Table } from '#ui/elements/table.tsx'
import { useView } from '#ui/view.ts'
import type { Figure, GrowthMonth } from '../growth.ts'
import { amountsIn } from './amounts.ts'

const shown = [
  'members',
  'posters',
  'active',
  'posts',
  'questions',
  'answeredByMembers',
  'answeredByStaff',
  'unanswered',
  'withinHour',
  'load',
  'topTenth',
  'gini',
  'busFactor',
  'takenOff',
] as const satisfies readonly Figure[]

/** The middle of the runs, month by month; shares of runs are means. */
export function GrowthTable({ months, all }: { months: readonly GrowthMonth[]; all?: boolean }) {
  const { t, language } = useView()
  const amount = amountsIn(language)
  const decimal = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 2 })
  const cell = (figure: Figure, { figures }: GrowthMonth) => {
    if (figure === 'gini') return decimal.format(figures.gini.p50)
    return amount(figure, figure === 'takenOff' ? figures.takenOff.mean : figures[figure].p50)
  }
  const columns: Column<GrowthMonth>[] = [
    { key: 'month', head: t('growth.column.month'), cell: ({ month }) => month, rowHead: true, numeric: true },
    ...shown.map((figure) => ({
      key: figure,
      head: t(`growth.column.${figure}`),
      cell: (row: GrowthMonth) => cell(figure, row),
      numeric: true,
    })),
  ]
  return (
    <div class="growth-table">
      <Table
        caption={t(all ? 'growth.table.caption.all' : 'growth.table.caption')}
        columns={columns}
        rows={months}
        rowKey={({ month }) => String(month)}
      />
    </div>
  )
}
