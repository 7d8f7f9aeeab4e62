import type { Exchange } from '#community/exchange.ts'
import { Table } from '#ui/elements/table.tsx'
import { figure } from '../figures.ts'
import type { Amounts, Budget } from '../launch-plan.ts'

const AMOUNTS = ['least', 'likely', 'most'] as const

export function BudgetTable({ x, budget }: { x: Exchange; budget: Budget }) {
  const { t, language } = x
  const rows: readonly ({ line: string } & Amounts)[] = [
    ...budget.lines.map((line) => ({ ...line, line: t(`readiness.plan.budget.${line.line}`) })),
    { ...budget.total, line: t('readiness.plan.budget.total') },
  ]
  return (
    <>
      <p class="readiness-lead">{t('readiness.plan.budget.lead', { months: budget.months })}</p>
      <Table
        caption={t('readiness.plan.budget.title')}
        rows={rows}
        rowKey={({ line }) => line}
        columns={[
          { key: 'line', head: t('assessment.plan.line'), rowHead: true, cell: ({ line }) => line },
          ...AMOUNTS.map((amount) => ({
            key: amount,
            head: t(`readiness.plan.budget.${amount}`),
            numeric: true,
            cell: (row: Amounts) => figure(Math.round(row[amount] / 100) * 100, 'euros', language),
          })),
        ]}
      />
    </>
  )
}
