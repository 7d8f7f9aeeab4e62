import { type Column, Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { type DrawnName, drawn, fixed, provenance } from '../assumptions.ts'

const names = Object.keys(drawn) as DrawnName[]
const shares = new Set<DrawnName>(['founderActivity', 'visit', 'post', 'firstPost', 'everPost'])
const limits = ['fit', 'size', 'search', 'quality', 'time'] as const

/** Every number behind the simulation, with where it comes from, and what the simulation cannot know. */
export function GrowthAssumptions() {
  const { t } = useView()
  const range = (name: DrawnName) => {
    const [low, , high] = drawn[name]
    return shares.has(name) ? t('growth.share.range', { low, high }) : t('growth.number.range', { low, high })
  }
  const columns: Column<DrawnName>[] = [
    { key: 'what', head: t('growth.assumption.what'), cell: (name) => t(`growth.assumption.${name}`), rowHead: true },
    { key: 'range', head: t('growth.assumption.range'), cell: range },
    { key: 'kind', head: t('growth.assumption.kind'), cell: (name) => t(`growth.provenance.${provenance[name]}`) },
    { key: 'source', head: t('growth.assumption.source'), cell: (name) => t(`growth.assumption.${name}.source`) },
  ]
  return (
    <Section title={t('growth.method')} id="method">
      <p class="growth-words">{t('growth.method.how', fixed)}</p>
      <Table caption={t('growth.assumptions')} columns={columns} rows={names} rowKey={(name) => name} />
      <h3 class="growth-limits-title">{t('growth.limits')}</h3>
      <ul class="growth-limits">
        {limits.map((limit) => (
          <li key={limit}>{t(`growth.limit.${limit}`)}</li>
        ))}
      </ul>
    </Section>
  )
}
