import type { Language } from '#platform/i18n/languages.ts'
import { relativeTime } from '#platform/i18n/times.ts'
import { whenPageChanges } from './page-ready.ts'

const half = 30_000

/** Keeps "12 min ago" true while the page stays open. A page from the cache may be a minute old: reword it at once. */
export function rewordTimes(): void {
  whenPageChanges(reword)
  setInterval(() => document.visibilityState === 'visible' && reword(), half)
  document.addEventListener('visibilitychange', reword)
}

function reword(): void {
  const { lang, dataset } = document.documentElement
  const language: Language = lang === 'en' ? 'en' : 'nl'
  const zone = dataset.zone ?? 'Europe/Amsterdam'
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-relative="true"]')) {
    const words = relativeTime(new Date(time.dateTime), new Date(), language, zone)
    if (time.textContent !== words) time.textContent = words
  }
}
