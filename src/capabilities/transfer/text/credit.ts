/** Whom a text is from, as its licence asks. The page shows it beside the text. */
export interface Credit {
  readonly author: string
  readonly authorUrl: string | null
  readonly url: string
  readonly licence: string
  readonly licenceUrl: string
}

export interface CreditedPost {
  readonly path: string
  readonly author: string
  readonly authorKey: string | null
  readonly createdAt: Date
  /** `CC BY-SA 4.0`; older dumps leave it out. */
  readonly licence: string | undefined
}

/** Where Stack Exchange publishes its dumps; stands in where the site itself is not known. */
const ARCHIVE = 'https://archive.org/details/stackexchange'

export function creditFor(post: CreditedPost, site: string | null): Credit {
  const version = /(\d\.\d)/.exec(post.licence ?? '')?.[1] ?? versionAt(post.createdAt)
  return {
    author: post.author,
    authorUrl: site && post.authorKey ? `https://${site}/users/${post.authorKey}` : null,
    url: site ? `https://${site}${post.path}` : ARCHIVE,
    licence: `CC BY-SA ${version}`,
    licenceUrl: `https://creativecommons.org/licenses/by-sa/${version}/`,
  }
}

/** What was written before these days was given under the licence of its day. */
function versionAt(date: Date): string {
  if (date < new Date('2011-04-08T00:00:00Z')) return '2.5'
  return date < new Date('2018-05-02T00:00:00Z') ? '3.0' : '4.0'
}
