import type { ChoiceGroup } from '#ui/elements/select.tsx'

/** All zones by part of the world; one that was kept under an older name stays among them. */
export function zoneChoices(current: string): ChoiceGroup[] {
  const zones = Intl.supportedValuesOf('timeZone')
  const all = zones.includes(current) || current === '' ? [...zones, 'UTC'] : [...zones, 'UTC', current]
  const groups = Map.groupBy([...new Set(all)], (zone) => zone.split('/')[0] ?? zone)
  return [...groups]
    .sort(([one], [other]) => Number(other === 'Europe') - Number(one === 'Europe') || one.localeCompare(other))
    .map(([label, of]) => ({ label, choices: of.map((value) => ({ value, label: wordsFor(value) })) }))
}

const wordsFor = (zone: string): string => zone.split('/').slice(1).join(' / ').replaceAll('_', ' ') || zone
