import { percentage } from '#platform/i18n/numbers.ts'
import { useView } from '../view.ts'

/** Long work: how far it is, between 0 and 1, or null while that cannot be said. */
export function Progress({ share, label }: { share: number | null; label: string }) {
  const { language } = useView()
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{label}</span>
        {share !== null && <span class="figure">{percentage(share, language)}</span>}
      </div>
      <progress aria-label={label} max={1} value={share ?? undefined} />
    </div>
  )
}
