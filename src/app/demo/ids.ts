/** What was made under which name, so that the rest of the content can point to it. */
export interface DemoIds {
  readonly members: ReadonlyMap<string, { readonly id: string; readonly joinedAt: Date }>
  readonly boards: ReadonlyMap<string, string>
  readonly products: ReadonlyMap<string, string>
  /** By `product version`. */
  readonly versions: ReadonlyMap<string, string>
}

/** The content was checked before (see problems.ts): what it names is there. */
export function idOf<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name)
  if (found === undefined) throw new Error(`The demo content names "${name}", which is not there.`)
  return found
}

export const productOf = (ids: DemoIds, product?: string): string | null =>
  product ? idOf(ids.products, product) : null

export const versionOf = (ids: DemoIds, product?: string, version?: string): string | null =>
  product && version ? idOf(ids.versions, `${product} ${version}`) : null
