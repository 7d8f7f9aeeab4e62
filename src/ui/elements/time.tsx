import { exactTime, fullDate, relativeTime } from '#platform/i18n/times.ts'
import { useView } from '../view.ts'

/** "12 min geleden", exact on hover; the browser keeps the words true while the page stays open. */
export function Time({ at, style = 'relative' }: { at: Date; style?: 'relative' | 'date' | 'exact' }) {
  const { now, language, zone } = useView()
  const words = {
    relative: () => relativeTime(at, now, language, zone),
    date: () => fullDate(at, language, zone),
    exact: () => exactTime(at, language, zone),
  }[style]
  return (
    <time datetime={at.toISOString()} title={exactTime(at, language, zone)} data-relative={style === 'relative'}>
      {words()}
    </time>
  )
}
