import type { Block } from '#community/members/members.ts'
import { Notice } from '#ui/elements/notice.tsx'
import { Time } from '#ui/elements/time.tsx'
import { useView } from '#ui/view.ts'

/** A member who may not write reads why, on their own pages. */
export function BlockedNotice({ block }: { block: Block }) {
  const { t } = useView()
  return (
    <Notice tone="warn" title={t('membership.blocked.title')}>
      <p>{t('membership.blocked.lead')}</p>
      <blockquote class="member-words">{block.reason}</blockquote>
      <p>
        <Time at={block.at} style="date" />
      </p>
    </Notice>
  )
}
