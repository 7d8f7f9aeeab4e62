import { type Column, Table } from '#ui/elements/table.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import { TARGET_MONTH, type Target } from '../targets.ts'

/** What was published beside what comes out, also where it does not fit. */
export function GrowthTargets({ targets }: { targets: readonly Target[] }) {
  const { t } = useView()
  const columns: Column<Target>[] = [
    { key: 'what', head: t('growth.target.what'), cell: ({ name }) => t(`growth.target.${name}`), rowHead: true },
    {
      key: 'published',
      head: t('growth.target.published'),
      cell: ({ low, high }) => t('growth.share.range', { low, high }),
    },
    { key: 'here', head: t('growth.target.here'), cell: ({ value }) => t('growth.share', { value }), numeric: true },
    { key: 'met', head: t('growth.target.met'), cell: ({ isMet }) => t(isMet ? 'growth.yes' : 'growth.no') },
    { key: 'how', head: t('growth.target.how'), cell: ({ how }) => t(`growth.target.how.${how}`) },
  ]
  return (
    <Section title={t('growth.targets')} id="targets">
      <p class="growth-words">{t('growth.targets.lead', { month: TARGET_MONTH })}</p>
      <Table caption={t('growth.targets')} columns={columns} rows={targets} rowKey={({ name }) => name} />
    </Section>
  )
}
