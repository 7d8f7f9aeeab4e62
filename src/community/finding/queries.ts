import type { Stems, WordGroup } from './expansion.ts'

/** What is looked for, from the strictest to the loosest; texts that PostgreSQL reads as tsquery. */
export interface Searches {
  readonly everything: string
  /** All words but one. */
  readonly most: string | null
  /** Any two of the words that say most, or the one that says most. */
  readonly some: string | null
}

/** Rare words first and no more than these, so that a long story costs no more than a short question. */
const MOST_GROUPS = 6
const PAIRED_GROUPS = 4
const MOST_ALONE = 600

export function tellingGroups(groups: readonly WordGroup[]): WordGroup[] {
  const telling = [...groups].sort((a, b) => a.documents - b.documents).slice(0, MOST_GROUPS)
  return groups.filter((group) => telling.includes(group))
}

export function searchesFor(groups: readonly WordGroup[]): Searches {
  const rarestFirst = groups.filter((group) => group.documents > 0).sort((a, b) => a.documents - b.documents)
  const close = rarestFirst.map(closeForm)
  const some =
    close.length === 0 || groups.length === 1
      ? null
      : or([...alone(rarestFirst), ...pairs(close.slice(0, PAIRED_GROUPS))])
  // A word that nobody uses can never be found: what is left of the question is what everything means.
  return {
    everything: and(groups.map((group) => (group.documents > 0 ? anyForm(group) : exactForm(group)))),
    most:
      close.length < 2 || (close.length === groups.length && groups.length < 3)
        ? null
        : allButOne(close, groups.length),
    some,
  }
}

function allButOne(anyOf: readonly string[], asked: number): string {
  if (anyOf.length < asked || anyOf.length === 1) return and(anyOf)
  return or(anyOf.map((_, left) => and(anyOf.filter((_, at) => at !== left))))
}

/** The rarest word may be found alone, and more of them as long as few questions hold them. */
function alone(rarestFirst: readonly WordGroup[]): string[] {
  let documents = 0
  return rarestFirst
    .filter((group, at) => {
      documents += group.documents
      return at === 0 || documents <= MOST_ALONE
    })
    .map(closeForm)
}

const pairs = (all: readonly string[]): string[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => and([one, other])))

const anyForm = (group: WordGroup): string => formsOf([...group.exact, ...group.strong, ...group.weak])
const closeForm = (group: WordGroup): string => formsOf([...group.exact, ...group.strong.slice(0, 3)])
const exactForm = (group: WordGroup): string => formsOf(group.exact)

/** Any of these; empty when there are none. */
export const formsOf = (forms: readonly Stems[]): string => or(forms.map((stems) => and(stems.map(quoted))))

const quoted = (stem: string): string => `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const and = (parts: readonly string[]): string => enclosed(parts, ' & ')
const or = (parts: readonly string[]): string => enclosed(parts, ' | ')

function enclosed(parts: readonly string[], sign: string): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `(${parts.join(sign)})`
}
