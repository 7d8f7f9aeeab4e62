import type { Exchange } from '#community/exchange.ts'
import { Page } from '#community/page.tsx'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import { Breadcrumbs } from '#ui/elements/breadcrumbs.tsx'
import { Button } from '#ui/elements/button.tsx'
import { ErrorSummary } from '#ui/elements/error-summary.tsx'
import { Field } from '#ui/elements/field.tsx'
import { Form } from '#ui/elements/form.tsx'
import { Table } from '#ui/elements/table.tsx'
import { TextArea } from '#ui/elements/text-area.tsx'
import { TextInput } from '#ui/elements/text-input.tsx'
import { Title } from '#ui/elements/title.tsx'
import { useView } from '#ui/view.ts'
import { businessCasePath, readinessPath, teiPath } from '../../paths.ts'
import type { CaseResult, TeiBenefit } from '../case.ts'
import type { FieldProblem } from '../case-fields.ts'
import { money } from '../figures.ts'
import { problemWords } from '../problem-words.ts'
import { type TeiField, type TeiWords, teiField, teiFields } from '../tei-form.ts'

interface TeiPageProps {
  x: Exchange
  words: TeiWords
  problems: readonly FieldProblem[]
  result: CaseResult | null
}

/** Recalculates a table of benefits as consultancies publish them. */
export function TeiPage({ x, words, problems, result }: TeiPageProps) {
  const { t } = x
  return (
    <Page x={x} title={t('business-case.page.tei.title')} description={t('business-case.page.tei.lead')}>
      <div class="case">
        <Breadcrumbs
          crumbs={[
            { href: readinessPath, label: t('business-case.page.readiness') },
            { href: businessCasePath, label: t('business-case.page.title') },
          ]}
        />
        <Title lead={t('business-case.page.tei.lead')}>{t('business-case.page.tei.title')}</Title>
        <p class="case-note">{t('business-case.page.tei.how')}</p>
        {result?.tei && <TeiTable result={result} />}
        <TeiForm words={words} problems={problems} />
      </div>
    </Page>
  )
}

function TeiTable({ result: { tei, discountRate } }: { result: CaseResult }) {
  const { t, language } = useView()
  if (!tei) return null
  const say = (amount: number) => money(amount, language)
  const all: TeiBenefit = {
    name: t('business-case.page.tei.together'),
    years: tei.total,
    total: tei.total.reduce((sum, one) => sum + one, 0),
    presentValue: tei.presentValue,
  }
  return (
    <div class="case-part">
      <h2 id="tei-results">{t('business-case.page.tei.results')}</h2>
      <Table
        caption={t('business-case.page.tei.results')}
        rows={[...tei.benefits, all]}
        rowKey={({ name, presentValue }) => `${name} ${presentValue}`}
        columns={[
          { key: 'name', head: t('business-case.page.tei.benefit'), rowHead: true, cell: ({ name }) => name },
          ...tei.total.map((_, at) => ({
            key: `year-${at}`,
            head: t('business-case.chart.year', { number: at + 1 }),
            numeric: true,
            cell: ({ years }: TeiBenefit) => say(years[at] ?? 0),
          })),
          { key: 'total', head: t('business-case.page.tei.total'), numeric: true, cell: ({ total }) => say(total) },
          {
            key: 'worth',
            head: t('business-case.page.present-value'),
            numeric: true,
            cell: ({ presentValue }) => say(presentValue),
          },
        ]}
      />
      <p class="case-note">{t('business-case.page.tei.note', { discount: discountRate })}</p>
    </div>
  )
}

function TeiForm({ words, problems }: Pick<TeiPageProps, 'words' | 'problems'>) {
  const { t } = useView()
  const errorOf = (name: string) => {
    const problem = problems.find(({ field }) => field === name)
    return problem && problemWords(t, problem)
  }
  return (
    <Form action={teiPath} class="case-form" data-turbo="false">
      <h2>{t('business-case.page.inputs')}</h2>
      <ErrorSummary
        problems={problems.map((problem) => ({
          field: problem.field,
          message: `${labelOf(problem.field)}: ${problemWords(t, problem)}`,
        }))}
      />
      <div class="case-settings">
        <Field name="years" label={t('business-case.page.tei.years')} error={errorOf('years')}>
          <TextInput value={words.years} inputMode="numeric" />
        </Field>
        <Field name="discount" label={t('business-case.page.setting.discount')} error={errorOf('discount')}>
          <TextInput value={words.discount} inputMode="decimal" />
        </Field>
      </div>
      {words.rows.map((row, at) => (
        <fieldset class="case-tei-row" key={at}>
          <legend>{t('business-case.page.tei.row', { number: at + 1 })}</legend>
          {teiFields.map((name) => (
            <TeiInput key={name} row={at} name={name} value={row[name]} error={errorOf(teiField(at, name))} />
          ))}
        </fieldset>
      ))}
      <Button>{t('business-case.page.calculate')}</Button>
    </Form>
  )

  function labelOf(field: string): string {
    const [, row, name] = /^tei(\d+)\.(\w+)$/.exec(field) ?? []
    if (row === undefined) {
      return t(field === 'years' ? 'business-case.page.tei.years' : 'business-case.page.setting.discount')
    }
    return `${t('business-case.page.tei.row', { number: Number(row) + 1 })}, ${t(`business-case.page.tei.field.${name}` as MessageKey)}`
  }
}

interface TeiInputProps {
  row: number
  name: TeiField
  value: string
  error?: string
}

function TeiInput({ row, name, value, error }: TeiInputProps) {
  const { t } = useView()
  return (
    <Field
      name={teiField(row, name)}
      label={t(`business-case.page.tei.field.${name}` as MessageKey)}
      hint={t(`business-case.page.tei.field.${name}.hint` as MessageKey)}
      error={error}
    >
      {name === 'rates' ? (
        <TextArea value={value} rows={3} class="case-rates" />
      ) : (
        <TextInput value={value} inputMode={name === 'name' ? 'text' : 'decimal'} />
      )}
    </Field>
  )
}
