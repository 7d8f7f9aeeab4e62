/** What became of somebody's first post: it decides how likely they are to write again. */
export type FirstPost = 'unanswered' | 'answered'

/** Nobody writes more in the model: the tail of the stop rule has no end, and no community sees it. */
export const MOST_POSTS = 2_000

/**
 * The stop rule P(stop after the k-th post) = a / (k + b). Two figures were fitted by two numbers, so this is a fit and
 * no proof: 44 % return after an unanswered first post and 56 % after an answered one (Joyce & Kraut 2006), and the top
 * tenth writes 55.95 % (Wu 2010).
 */
export const stopRule = { a: 1.45, b: { unanswered: 1.589, answered: 2.295 } } as const

/** The chance, 0 to 1, that somebody stops after their k-th post (k = 1, 2, …). */
export function chanceOfStopping(k: number, firstPost: FirstPost): number {
  return k >= MOST_POSTS ? 1 : stopRule.a / (k + stopRule.b[firstPost])
}

/** The share of contributors, 0 to 1, who write at least n posts (n = 1, 2, …). */
export function shareReaching(n: number, firstPost: FirstPost): number {
  return n > MOST_POSTS ? 0 : (reaching[firstPost][Math.max(1, n)] as number)
}

/** Posts that one contributor writes in all, on average. */
export function meanPosts(firstPost: FirstPost): number {
  let sum = 0
  for (let n = MOST_POSTS; n >= 1; n--) sum += shareReaching(n, firstPost)
  return sum
}

/**
 * How many posts somebody writes in all, for a chance 0 ≤ u < 1: the inverse of the distribution. With `after` they have
 * written that many already, and only what comes after is left to chance.
 */
export function postsFor(u: number, firstPost: FirstPost, after = 1): number {
  const table = reaching[firstPost]
  const start = Math.min(Math.max(1, after), MOST_POSTS)
  const wanted = (1 - u) * (table[start] as number)
  let low = start
  let high = MOST_POSTS
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((table[middle] as number) >= wanted) low = middle
    else high = middle - 1
  }
  return low
}

const reaching = { unanswered: tableOf('unanswered'), answered: tableOf('answered') }

/** At n stands P(N ≥ n). */
function tableOf(firstPost: FirstPost): Float64Array {
  const table = new Float64Array(MOST_POSTS + 1)
  table[0] = 1
  table[1] = 1
  for (let n = 2; n <= MOST_POSTS; n++) {
    table[n] = (table[n - 1] as number) * (1 - chanceOfStopping(n - 1, firstPost))
  }
  return table
}
