import { recordMany } from '#community/activity/record-many.ts'
import { insertUnclaimedMembers } from '#community/members/unclaimed.ts'
import { cleanLine } from '#platform/http/clean.ts'
import type { RowValues } from '../dump/rows.ts'
import { dateIn, idIn, optionalDateIn, RowProblem } from '../dump/values.ts'
import { type Importing, runStage } from '../importing.ts'
import { insertOldAddresses, insertThings } from '../queries.ts'
import { htmlToMarkdown } from '../text/markdown.ts'
import { importedText } from '../text/texts.ts'

const LONGEST_ABOUT = 2_000

/** Users become members who cannot sign in until they claim their place. */
export function importMembers(importing: Importing): Promise<void> {
  const { source, now } = importing
  return runStage(importing, {
    ...{ stage: 'members', file: 'Users', kind: 'member' },
    read: (values: RowValues, line) => {
      const key = idIn(values, 'Id')
      const name = cleanLine(values.DisplayName).slice(0, 60).trim()
      if (!name) throw new RowProblem('has no DisplayName')
      const joinedAt = dateIn(values, 'CreationDate', now)
      return {
        key,
        line,
        name,
        joinedAt,
        seenAt: optionalDateIn(values, 'LastAccessDate', now),
        aboutHtml: values.AboutMe ?? '',
      }
    },
    prepare: (user) => ({ ...user, about: aboutOf(importing, user.aboutHtml) }),
    write: async (db, users) => {
      const made = await insertUnclaimedMembers(
        db,
        users.map((user) => ({ ...user, suffix: user.key.replace('-', '') })),
      )
      await insertThings(
        db,
        source,
        users.map((user, at) => ({ kind: 'member', key: user.key, thingId: made[at]?.id as string })),
      )
      await insertOldAddresses(
        db,
        users.map((user, at) => ({
          path: `/import/${source}/users/${user.key}`,
          target: `/members/${made[at]?.handle}`,
        })),
      )
      await recordMany(
        db,
        users.map((user, at) => {
          const id = made[at]?.id as string
          return {
            kind: 'member.joined',
            actorId: id,
            subjectKind: 'member',
            subjectId: id,
            origin: 'imported',
            occurredAt: user.joinedAt,
          }
        }),
      )
      return undefined
    },
  })
}

/** Words about oneself are worth less than the person: what cannot be kept of them is left away. */
function aboutOf({ brand, report }: Importing, html: string): string {
  if (!html.trim()) return ''
  try {
    const { body, masked } = importedText(htmlToMarkdown(html), brand, 65_536)
    report.masked += masked
    return body.length <= LONGEST_ABOUT ? body : `${body.slice(0, LONGEST_ABOUT - 1).trimEnd()}…`
  } catch (error) {
    if (error instanceof RowProblem) return ''
    throw error
  }
}
