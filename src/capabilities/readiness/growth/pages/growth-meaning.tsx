import { Notice, type NoticeTone } from '#ui/elements/notice.tsx'
import { useView } from '#ui/view.ts'
import type { Meaning } from '../meaning.ts'

const tones: Record<Meaning['tone'], NoticeTone> = { good: 'success', mind: 'warn', bad: 'danger' }

/** What the months say, in plain words. */
export function GrowthMeaning({ meanings }: { meanings: readonly Meaning[] }) {
  const { t } = useView()
  return (
    <div class="growth-meaning">
      {meanings.map(({ kind, tone, values }) => (
        <Notice key={kind} tone={tones[tone]} title={t(`growth.meaning.${kind}`, values)}>
          <p>{t(`growth.meaning.${kind}.why`, values)}</p>
        </Notice>
      ))}
      <Notice title={t('growth.meaning.first-reply')} plain>
        <p>{t('growth.meaning.first-reply.why')}</p>
      </Notice>
    </div>
  )
}
