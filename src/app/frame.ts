import type { Capability } from '#community/capability.ts'
import type { Frame } from '#community/exchange.ts'
import type { NavigationEntry } from '#community/navigation.ts'
import { apiDocsLink } from './api-docs/routes.tsx'
import { brandStylesheetPath, readAssetAddresses } from './http/assets.ts'

/** What stands around every page, gathered from the manifests. */
export function frameOf(capabilities: readonly Capability[]): Frame {
  const gather = (part: 'navigation' | 'accountLinks' | 'footerLinks') =>
    capabilities.flatMap((capability) => capability[part] ?? []).sort((one, other) => one.weight - other.weight)
  return {
    navigation: gather('navigation'),
    accountLinks: inGroups(gather('accountLinks')),
    footerLinks: [...gather('footerLinks'), apiDocsLink],
    asset: readAssetAddresses(),
    brandStylesheet: brandStylesheetPath,
    onQuestionRead: capabilities.flatMap(({ onQuestionRead }) => onQuestionRead ?? []),
  }
}

/** Weights in the same ten stand together: own things, own settings, the staff's screens. */
function inGroups(entries: readonly NavigationEntry[]): NavigationEntry[][] {
  const groups = Map.groupBy(entries, (entry) => Math.floor(entry.weight / 10))
  return [...groups.keys()].sort((one, other) => one - other).map((key) => groups.get(key) ?? [])
}
