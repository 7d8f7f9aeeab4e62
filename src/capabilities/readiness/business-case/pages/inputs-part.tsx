import { Table } from '#ui/elements/table.tsx'
import { useView } from '#ui/view.ts'
import type { CaseInput, CaseResult, UsedInput } from '../case.ts'
import { inputValue, percent, plain, rangeOf } from '../figures.ts'
import { groupOf, groups } from '../groups.ts'
import type { BrandSize } from '../inputs/row.ts'
import { rowOf, usualOf } from '../inputs.ts'
import { groupLabel, inputLabel, sourceOf } from '../texts.ts'

/** Every number that went in, and where it comes from: without it the rest cannot be checked. */
export function InputsPart({ input, result, size }: { input: CaseInput; result: CaseResult; size: BrandSize }) {
  const { t, language } = useView()
  const order = groups.flatMap(({ inputs }) => inputs)
  const rows = [...result.inputs].sort((one, other) => order.indexOf(one.input) - order.indexOf(other.input))
  return (
    <details class="case-part case-inputs" id="inputs-used">
      <summary>{t('business-case.page.inputs.title')}</summary>
      <p>
        {t('business-case.page.inputs.lead', {
          months: input.horizonMonths,
          discount: percent(input.discountRate, language, 2),
          seed: String(input.seed),
          runs: plain(result.runs, language),
        })}
      </p>
      <Table
        caption={t('business-case.page.inputs.title')}
        rows={rows}
        rowKey={(row) => row.input}
        columns={[
          { key: 'input', head: t('business-case.page.input'), rowHead: true, cell: (row) => inputLabel(t, row.input) },
          {
            key: 'group',
            head: t('business-case.page.inputs.group'),
            cell: (row) => groupLabel(t, groupOf(row.input)),
          },
          {
            key: 'range',
            head: t('business-case.page.inputs.range'),
            numeric: true,
            cell: (row) => rangeOf(row.input, row.distribution, language),
          },
          {
            key: 'mode',
            head: t('business-case.page.inputs.mode'),
            numeric: true,
            cell: (row) => inputValue(row.input, row.mode, language),
          },
          {
            key: 'source',
            head: t('business-case.page.inputs.source'),
            cell: (row) => (isOwn(row, size) ? t('business-case.page.inputs.own') : <Source of={row} />),
          },
        ]}
      />
    </details>
  )
}

function Source({ of: { input, given } }: { of: UsedInput }) {
  const { t } = useView()
  if (given === 'zero') return <>{t('business-case.page.inputs.zero')}</>
  return (
    <>
      {t(`business-case.page.provenance.${rowOf(input).provenance}`)}: {sourceOf(t, input)}
    </>
  )
}

const isOwn = ({ input, given, distribution }: UsedInput, size: BrandSize): boolean =>
  given === 'file' && JSON.stringify(distribution) !== JSON.stringify(usualOf(input, size))
