import type { Stems, WordGroup } from './expansion.ts'

/** A text that PostgreSQL reads as tsquery, and about which part of all questions fits it (0 to 1). */
export interface Formula {
  readonly text: string
  readonly share: number
}

/** What is looked for, from the strictest to the loosest. */
export interface Searches {
  readonly everything: Formula
  /** All words but one. */
  readonly most: Formula | null
  /** Any two of the words that say most, or the one that says most. */
  readonly some: Formula | null
}

/** Rare words first and no more than these, so that a long story costs no more than a short question. */
const MOST_GROUPS = 6
const PAIRED_GROUPS = 4
const MOST_ALONE = 600

export function tellingGroups(groups: readonly WordGroup[]): WordGroup[] {
  const telling = [...groups].sort((a, b) => a.documents - b.documents).slice(0, MOST_GROUPS)
  return groups.filter((group) => telling.includes(group))
}

/** Of `total` questions in the index. */
export function searchesFor(groups: readonly WordGroup[], total: number): Searches {
  const formula = (group: WordGroup, forms: readonly Stems[]): Formula => ({
    text: formsOf(forms),
    share: Math.min(1, group.documents / Math.max(1, total)),
  })
  const anyForm = (group: WordGroup) => formula(group, [...group.exact, ...group.strong, ...group.weak])
  const closeForm = (group: WordGroup) => formula(group, [...group.exact, ...group.strong.slice(0, 3)])
  const rarestFirst = groups.filter((group) => group.documents > 0).sort((a, b) => a.documents - b.documents)
  const close = rarestFirst.map(closeForm)
  const some =
    close.length === 0 || groups.length === 1
      ? null
      : or([...alone(rarestFirst).map(closeForm), ...pairs(close.slice(0, PAIRED_GROUPS))])
  return {
    // A word that nobody uses can never be found: what is left of the question is what everything means.
    everything: and(groups.map((group) => (group.documents > 0 ? anyForm(group) : formula(group, group.exact)))),
    most:
      close.length < 2 || (close.length === groups.length && groups.length < 3)
        ? null
        : allButOne(close, groups.length),
    some,
  }
}

/** The same, only among questions of these tiers. */
export function within({ text }: Formula, tiers: readonly string[]): string {
  return enclosed([text, enclosed(tiers.map(quoted), ' | ')], ' & ')
}

function allButOne(anyOf: readonly Formula[], asked: number): Formula {
  if (anyOf.length < asked || anyOf.length === 1) return and(anyOf)
  return or(anyOf.map((_, left) => and(anyOf.filter((_, at) => at !== left))))
}

/** The rarest word may be found alone, and more of them as long as few questions hold them. */
function alone(rarestFirst: readonly WordGroup[]): WordGroup[] {
  let documents = 0
  return rarestFirst.filter((group, at) => {
    documents += group.documents
    return at === 0 || documents <= MOST_ALONE
  })
}

const pairs = (all: readonly Formula[]): Formula[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => and([one, other])))

/** Any of these, when asked only in a part with this weight; empty when there are none. */
export const formsOf = (forms: readonly Stems[], weight: '' | 'A' = ''): string =>
  enclosed(
    forms.map((stems) =>
      enclosed(
        stems.map((stem) => (weight ? `${quoted(stem)}:${weight}` : quoted(stem))),
        ' & ',
      ),
    ),
    ' | ',
  )

const quoted = (stem: string): string => `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** Words that stand together do so more often than chance would have it: each further one halves less than it might. */
function and(parts: readonly Formula[]): Formula {
  const [rarest = 1, ...others] = parts.map(({ share }) => share).sort((a, b) => a - b)
  return {
    text: enclosed(textsOf(parts), ' & '),
    share: others.reduce((share, other) => share * Math.sqrt(other), rarest),
  }
}

function or(parts: readonly Formula[]): Formula {
  const share = parts.reduce((sum, part) => sum + part.share, 0)
  return { text: enclosed(textsOf(parts), ' | '), share: Math.min(1, share) }
}

const textsOf = (parts: readonly Formula[]): string[] => parts.map(({ text }) => text)

function enclosed(parts: readonly string[], sign: string): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `(${parts.join(sign)})`
}
