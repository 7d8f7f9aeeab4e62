import { Count } from '#ui/elements/count.tsx'
import { KeyValues } from '#ui/elements/key-values.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Section } from '#ui/layout/section.tsx'
import { useView } from '#ui/view.ts'
import type { PostCounts } from '../post-queries.ts'
import type { Profile } from '../queries.ts'

interface MemberFactsProps {
  member: Profile
  counts: PostCounts
  duplicatesFound: number
}

export function MemberFacts({ member, counts, duplicatesFound }: MemberFactsProps) {
  const { t } = useView()
  const products = member.products.map(({ name, version }) => (version ? `${name} (${version})` : name))
  return (
    <Section title={t('membership.profile.facts')}>
      <KeyValues
        of={[
          { key: t('membership.profile.joined'), value: <Time at={member.joinedAt} style="date" /> },
          { key: t('membership.profile.questions'), value: <Count of={counts.questions} /> },
          { key: t('membership.profile.answers'), value: <Count of={counts.answers} /> },
          duplicatesFound > 0
            ? { key: t('membership.profile.duplicatesFound'), value: <Count of={duplicatesFound} /> }
            : null,
          member.interests.length > 0 ? { key: t('membership.interests'), value: member.interests.join(', ') } : null,
          products.length > 0 ? { key: t('membership.products'), value: products.join(', ') } : null,
        ]}
      />
    </Section>
  )
}
