import type { Brand } from '#community/brand/brand.ts'
import type { Db } from '#platform/db/database.ts'
import type { RowValues } from '../dump/rows.ts'
import { dateIn, idIn, optionalDateIn, RowProblem } from '../dump/values.ts'
import { type Importing, type Keyed, runStage, type StagePlan } from '../importing.ts'
import type { Tally } from '../queries.ts'
import { creditFor } from '../text/credit.ts'
import { type ImportedText, importedPost } from '../text/texts.ts'
import { type Author, authorIn } from './authors.ts'

/** What a question and an answer of a dump have in common. */
export interface PostRow extends Keyed {
  readonly author: Author
  readonly bodyHtml: string
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly score: number
  readonly licence: string | undefined
  readonly values: RowValues
}

export type ReadyPost = PostRow & ImportedText

export const QUESTION = '1'
export const ANSWER = '2'

const otherTypes: Readonly<Record<string, string>> = {
  '3': 'wiki page',
  '4': 'tag description',
  '5': 'tag wiki',
  '6': 'election nomination',
  '7': 'moderator’s nomination text',
  '8': 'placeholder of a wiki',
}

export const nameOfType = (type: string): string => otherTypes[type] ?? `post of type ${type}`

/** Reads the posts of one type; the file is read once per type, so that the order of its rows does not matter. */
export function importPosts<Extra>(
  importing: Importing,
  plan: Pick<StagePlan<never, never>, 'stage'> & {
    readonly type: string
    readonly kind: 'question' | 'answer'
    readonly onOther?: (type: string) => void
    readonly extra: (values: RowValues) => Extra
    readonly write: (db: Db, posts: readonly (ReadyPost & Extra)[]) => Promise<ReadonlyMap<string, string> | undefined>
  },
): Promise<void> {
  return runStage<PostRow & Extra, ReadyPost & Extra>(importing, {
    ...{ stage: plan.stage, file: 'Posts', kind: plan.kind, isReadAgain: plan.type !== QUESTION },
    read: (values, line) => {
      const type = typeIn(values, plan.type)
      if (type === plan.type) return { ...postIn(values, line, importing.now), ...plan.extra(values) }
      plan.onOther?.(type)
      return null
    },
    prepare: (post) => ({ ...post, ...textIn(post, importing) }),
    write: plan.write,
  })
}

/** A row of no type is reported once, where questions are read. */
function typeIn(values: RowValues, wanted: string): string {
  if (values.PostTypeId || wanted === QUESTION) return idIn(values, 'PostTypeId')
  return ''
}

function postIn(values: RowValues, line: number, now: Date): PostRow {
  return {
    ...{ key: idIn(values, 'Id'), line, values, bodyHtml: bodyIn(values), licence: values.ContentLicense },
    createdAt: dateIn(values, 'CreationDate', now),
    editedAt: optionalDateIn(values, 'LastEditDate', now),
    author: authorIn(values, 'OwnerUserId', 'OwnerDisplayName'),
    score: Number.isInteger(Number(values.Score)) ? Number(values.Score) : 0,
  }
}

function bodyIn(values: RowValues): string {
  if (!values.Body?.trim()) throw new RowProblem('has no text')
  return values.Body
}

function textIn(post: PostRow, { brand, report }: { brand: Brand; report: Importing['report'] }): ImportedText {
  const text = importedPost(post.bodyHtml, brand)
  report.masked += text.masked
  return text
}

/** Up-votes by the votes themselves, or by the score of a dump without them. */
export function upVotesOf({ dump }: Importing, post: PostRow, tallies: ReadonlyMap<string, Tally>): number {
  return dump.paths.has('Votes') ? (tallies.get(post.key)?.up ?? 0) : Math.max(0, post.score)
}

export function creditOfPost({ host }: Importing, post: PostRow, author: string, path: string) {
  return creditFor({ path, author, authorKey: post.author.key, createdAt: post.createdAt, licence: post.licence }, host)
}
