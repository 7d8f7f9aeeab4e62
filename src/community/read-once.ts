import type { Site } from '#community/site.ts'

/**
 * Reads rows once for all who get the same. The key says everything that decides which rows these are, above all who may
 * see them (`audienceOf`); what is kept goes as soon as one of the tags is touched.
 */
export function readOnce<Rows extends object>(
  { kept }: Pick<Site, 'kept'>,
  key: string,
  tags: readonly string[],
  work: () => Promise<Rows>,
): Promise<Rows> {
  return kept.read(key, (dependsOn) => {
    // Before the first read, so that nothing can change unheard in between.
    dependsOn(...tags)
    return work()
  })
}

/** A name for one reading: whatever is read anew has another one. */
export function nameOf(reading: object): string {
  const known = names.get(reading)
  if (known !== undefined) return known
  const name = String(++given)
  names.set(reading, name)
  return name
}

const names = new WeakMap<object, string>()
let given = 0
