import type { Activity } from '#community/activity/activity.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import type { MessageKey } from '#platform/i18n/keys.generated.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** One kind of telling: a capability says who hears what, in which words; notifications does the rest. */
export interface NoticeKind {
  /** Stable; preferences are kept under this name. */
  readonly kind: string
  /** What it is called on the page where a member switches mail per kind on or off. */
  readonly label: MessageKey
  readonly mailByDefault: boolean
  /** Several of these about one thing become one line: "4 new answers". */
  readonly bundled: boolean
  readonly hears: readonly string[]
  /** For each piece of activity, in the same order, who is told; asked of many at once, because they come in batches. */
  readonly tellings: (db: Db, activity: readonly Activity[], site: Site) => Promise<readonly (readonly Telling[])[]>
  readonly words: (t: Translate, notice: NoticeView) => NoticeWords
}

/** One member is told of one happening. */
export interface Telling {
  readonly memberId: string
  /** Names what happened, e.g. "answer:77"; the same happening is told to a member once, whatever is retried. */
  readonly happening: string
  readonly questionId: string
  readonly answerId?: string | null
  readonly commentId?: string | null
  readonly actorId: string | null
  /**
   * With `lastTitle` it is told although the question is out of the member's sight: under that title, which they could
   * read until now, and with nothing else of it.
   */
  readonly facts?: Readonly<Record<string, string | number>>
}

/** A notice with what its words need, read at the time of showing and only as far as the member may see it. */
export interface NoticeView {
  readonly id: string
  readonly kind: string
  readonly questionId: string
  readonly questionTitle: string
  readonly answerId: string | null
  readonly commentId: string | null
  readonly actorName: string | null
  /** How many of this kind are bundled here. */
  readonly count: number
  readonly excerpt: string
  readonly facts: Readonly<Record<string, string | number>>
}

export interface NoticeWords {
  /** One line on the site, and the subject of the mail. */
  readonly line: string
  /** Why this person hears it: the last sentence of the mail. */
  readonly why: string
  readonly path: string
  /** Text on the button of the mail. */
  readonly invitation: string
}
