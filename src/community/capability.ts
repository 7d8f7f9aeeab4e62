import type { VNode } from 'preact'
import type { Activity } from '#community/activity/activity.ts'
import type { ApiRoute } from '#community/api.ts'
import type { Exchange, OnQuestionRead } from '#community/exchange.ts'
import type { NavigationEntry } from '#community/navigation.ts'
import type { NoticeKind } from '#community/notices/notice-kind.ts'
import type { Route } from '#community/routes.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'

/** What one capability brings to the house. Each file `index.ts` of a slice is one of these. */
export interface Capability {
  readonly name: string
  readonly routes?: readonly Route[]
  readonly api?: readonly ApiRoute[]
  readonly listens?: readonly Listener[]
  readonly jobs?: readonly Job[]
  readonly notices?: readonly NoticeKind[]
  /** Entries of the main navigation, in order of weight. */
  readonly navigation?: readonly NavigationEntry[]
  /** Entries of the member's own menu, and of the foot of every page. */
  readonly accountLinks?: readonly NavigationEntry[]
  readonly footerLinks?: readonly NavigationEntry[]
  readonly home?: HomeParts
  /** Hears that a member has a question on the screen; it must not keep the page waiting. */
  readonly onQuestionRead?: OnQuestionRead
  /** Addresses for the sitemap: only what visitors may see and search engines should show. */
  readonly sitemap?: SitemapSource
}

export interface Listener {
  /** Stable: the position is kept under this name. */
  readonly name: string
  /** Kinds of activity, or every kind. */
  readonly hears: readonly string[] | 'everything'
  /** Runs in the transaction in which the position moves: each effect happens exactly once. */
  readonly hear: (db: Db, activity: readonly Activity[], site: Site) => Promise<void>
}

export interface Job {
  readonly name: string
  /** Cron pattern for work that repeats, in the community's zone. */
  readonly every?: string
  readonly run: (site: Site, payload: unknown) => Promise<void>
}

/** What a capability shows on the home page. */
export interface HomeParts {
  /** Live figures of the last seven days; null when there are too few cases to say anything. */
  readonly proof?: (x: Exchange) => Promise<VNode | null>
  /** What waits for the member who looks. */
  readonly waiting?: (x: Exchange) => Promise<VNode | null>
  /** What is going on. */
  readonly alive?: (x: Exchange) => Promise<VNode | null>
  /** The quiet column beside. */
  readonly beside?: (x: Exchange) => Promise<VNode | null>
}

export interface SitemapSource {
  /** Part of the address, and the tag that is touched when one of its pages changes. */
  readonly name: string
  /** The pages that hold something, each of at most 50,000 addresses. What is on a page stays on that page. */
  readonly pages: (db: Db) => Promise<{ number: number; changedAt: Date }[]>
  readonly entries: (db: Db, page: number) => Promise<{ path: string; changedAt: Date }[]>
}
