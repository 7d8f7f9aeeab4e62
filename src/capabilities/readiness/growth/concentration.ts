/** So many members who each wrote so many posts. */
export interface Group {
  readonly posts: number
  /** A whole number, or a share of all where only shares are known. */
  readonly members: number
}

/** Members by how much they wrote, least first. */
export function groupsOf(counts: readonly number[]): Group[] {
  return [...counts].sort((a, b) => a - b).map((posts) => ({ posts, members: 1 }))
}

/**
 * The Gini coefficient of posts, 0 (everybody as much) to nearly 1 (one writes all): 2·Σ i·x / (n·Σx) − (n+1)/n, over
 * members in rising order. 0 where nobody wrote. Groups stand in rising order.
 */
export function gini(groups: readonly Group[]): number {
  const { members, posts } = totalsOf(groups)
  if (posts === 0) return 0
  let before = 0
  let weighted = 0
  for (const group of groups) {
    // The ranks of a group are before + 1 … before + members.
    weighted += group.posts * group.members * (before + (group.members + 1) / 2)
    before += group.members
  }
  return (2 * weighted) / (members * posts) - (members + 1) / members
}

/** The same for a sample of n members: × n / (n − 1), which takes away that a small sample looks too even. */
export function giniOfSample(groups: readonly Group[]): number {
  const { members } = totalsOf(groups)
  return members > 1 ? (gini(groups) * members) / (members - 1) : 0
}

/** Which share of the posts, 0 to 1, the most active `share` of members wrote; a member on the border counts in part. */
export function topShare(groups: readonly Group[], share: number): number {
  const { members, posts } = totalsOf(groups)
  if (posts === 0) return 0
  let left = members * share
  let written = 0
  for (let at = groups.length - 1; at >= 0 && left > 0; at--) {
    const group = groups[at] as Group
    const taken = Math.min(left, group.members)
    written += taken * group.posts
    left -= taken
  }
  return written / posts
}

/** As if so many members wrote equally much: 1 / Σ p², with p the share of each in all posts. 0 where nobody wrote. */
export function effectiveContributors(groups: readonly Group[]): number {
  const { posts } = totalsOf(groups)
  if (posts === 0) return 0
  let squares = 0
  for (const group of groups) squares += group.members * (group.posts / posts) ** 2
  return 1 / squares
}

/** The fewest members who together wrote half: when they leave, half is gone. Below 10 is a danger. */
export function busFactor(groups: readonly Group[]): number {
  const { posts } = totalsOf(groups)
  if (posts === 0) return 0
  let missing = posts / 2
  let members = 0
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at] as Group
    if (group.posts * group.members >= missing) return members + Math.ceil(missing / group.posts)
    missing -= group.posts * group.members
    members += group.members
  }
  return members
}

function totalsOf(groups: readonly Group[]): { members: number; posts: number } {
  let members = 0
  let posts = 0
  for (const group of groups) {
    members += group.members
    posts += group.members * group.posts
  }
  return { members, posts }
}
