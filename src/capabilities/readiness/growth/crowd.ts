import { fixed } from './assumptions.ts'
import { busFactor, type Group, gini, topShare } from './concentration.ts'
import { type FirstPost, MOST_POSTS, postsFor } from './participation.ts'

/** Everybody who wrote, each with how much they have written and will still write. */
export class Crowd {
  private readonly going: Writer[] = []
  private readonly written = new Float64Array(MOST_POSTS + 1)
  private readonly postsEach: number
  /** Nobody has written more so far. */
  private most = 1
  size = 0

  constructor(postsEach: number) {
    this.postsEach = postsEach
  }

  /** Those who have more to write than their first post. */
  get active(): number {
    return this.going.length
  }

  /** Somebody writes for the first time; u says how much will follow. */
  join(month: number, firstPost: FirstPost, u: number): void {
    const total = postsFor(u, firstPost)
    this.add(1)
    if (total > 1) this.going.push({ since: month, posts: 1, total, pace: this.paceFor(total) })
  }

  /** A founder is kept going for the first months; u says what follows from there. */
  found(u: number): void {
    const guided = Math.round(fixed.guidedMonths * this.postsEach)
    const total = postsFor(u, 'answered', guided)
    this.add(1)
    this.going.push({ since: 0, posts: 1, total, pace: this.paceFor(total) })
  }

  /** One month passes. Answers how many posts were written by those who had written before. */
  goOn(month: number): number {
    let posts = 0
    let still = 0
    for (const writer of this.going) {
      const until = Math.min(writer.total, 1 + Math.ceil(writer.pace * (month - writer.since)))
      posts += until - writer.posts
      this.move(writer.posts, until)
      writer.posts = until
      if (until < writer.total) this.going[still++] = writer
    }
    this.going.length = still
    return posts
  }

  concentration(): { topTenth: number; gini: number; busFactor: number; superUsers: number } {
    const groups: Group[] = []
    let superUsers = 0
    for (let posts = 1; posts <= this.most; posts++) {
      const members = this.written[posts] as number
      if (members === 0) continue
      groups.push({ posts, members })
      if (posts >= fixed.superUserPosts) superUsers += members
    }
    return { topTenth: topShare(groups, 0.1), gini: gini(groups), busFactor: busFactor(groups), superUsers }
  }

  private paceFor(total: number): number {
    return Math.max(this.postsEach, total / fixed.longestMonths)
  }

  private add(posts: number): void {
    this.size++
    this.written[posts] = (this.written[posts] as number) + 1
  }

  private move(from: number, to: number): void {
    this.written[from] = (this.written[from] as number) - 1
    this.written[to] = (this.written[to] as number) + 1
    if (to > this.most) this.most = to
  }
}

interface Writer {
  /** The month of the first post. */
  readonly since: number
  posts: number
  readonly total: number
  /** Posts a month. */
  readonly pace: number
}
