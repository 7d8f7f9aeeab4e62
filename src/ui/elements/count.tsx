import { count } from '#platform/i18n/numbers.ts'
import { useView } from '../view.ts'

/** A number as the country writes it, with figures of equal width. */
export function Count({ of }: { of: number }) {
  const { language } = useView()
  return <span class="figure">{count(of, language)}</span>
}
