import type { Language } from '#platform/i18n/languages.ts'
import { count, percentage } from '#platform/i18n/numbers.ts'
import type { Figure } from '../growth.ts'

const shares = new Set<Figure>(['answeredByMembers', 'unanswered', 'withinHour', 'topTenth', 'superUsers', 'takenOff'])

/** A figure as it is written: shares as per cents, questions per helper to a tenth, what is counted as whole. */
export function amountsIn(language: Language): (figure: Figure, amount: number) => string {
  return (figure, amount) => {
    if (shares.has(figure)) return percentage(amount, language)
    if (figure === 'load') return count(Math.round(amount * 10) / 10, language)
    return count(rounded(amount), language)
  }
}

/** Two figures that mean something: the rest is chance. */
function rounded(amount: number): number {
  if (amount < 100) return Math.round(amount)
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1)
  return Math.round(amount / step) * step
}
