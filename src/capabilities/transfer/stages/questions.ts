import { recordMany } from '#community/activity/record-many.ts'
import { slugFor } from '#community/text/slug.ts'
import { tagSlug, tagsFor } from '#community/topics/tags.ts'
import type { Db } from '#platform/db/database.ts'
import { reserveIds } from '#platform/db/rows.ts'
import { countIn, optionalDateIn, tagsIn } from '../dump/values.ts'
import type { Importing } from '../importing.ts'
import { insertOldAddresses, insertThings, listTallies } from '../queries.ts'
import { importedTitle } from '../text/texts.ts'
import { authorMissing, authorsOf } from './authors.ts'
import { ANSWER, creditOfPost, importPosts, nameOfType, QUESTION, type ReadyPost, upVotesOf } from './posts.ts'

type Question = ReadyPost & { title: string; tags: string[]; viewCount: number; closedAt: Date | null }

const MOST_TAGS = 5

/** Questions come first: everything else hangs on them. */
export function importQuestions(importing: Importing): Promise<void> {
  const { report, brand, now } = importing
  return importPosts(importing, {
    ...{ stage: 'questions', type: QUESTION, kind: 'question' },
    onOther: (type) => {
      if (type !== ANSWER) report.leave(nameOfType(type))
    },
    extra: (values) => ({
      title: importedTitle(values.Title ?? '', brand),
      tags: [
        ...new Set(
          tagsIn(values.Tags ?? '')
            .map(tagSlug)
            .filter(Boolean),
        ),
      ].slice(0, MOST_TAGS),
      viewCount: countIn(values, 'ViewCount'),
      closedAt: optionalDateIn(values, 'ClosedDate', now),
    }),
    write: (db, questions) => write(db, importing, questions),
  })
}

async function write(db: Db, importing: Importing, all: readonly Question[]): Promise<Map<string, string>> {
  const { receiver, source, boardId, language } = importing
  const authors = await authorsOf(db, importing, all)
  const tallies = await listTallies(
    db,
    source,
    all.map((one) => one.key),
  )
  const questions = all.filter((one) => authors.has(one.key))
  const ids = await reserveIds(db, 'questions', questions.length)
  const rows = questions.map((question, at) => {
    const author = authors.get(question.key) as { id: string; name: string }
    const upVotes = upVotesOf(importing, question, tallies)
    return { ...question, id: ids[at] as string, authorId: author.id, authorName: author.name, upVotes }
  })
  await receiver.insertQuestions(
    db,
    rows.map((one) => ({ ...one, boardId, language, slug: slugFor(one.title), sameCount: one.upVotes })),
  )
  importing.report.of('votes').made += rows.reduce((sum, one) => sum + one.upVotes, 0)
  await insertThings(
    db,
    source,
    rows.map((one) => ({
      ...{ kind: 'question' as const, key: one.key, thingId: one.id, startingCount: one.upVotes },
      credit: creditOfPost(importing, one, one.authorName, `/q/${one.key}`),
    })),
  )
  await tagQuestions(db, importing, rows)
  await insertOldAddresses(
    db,
    rows.map((one) => ({ path: `/import/${source}/questions/${one.key}`, target: `/questions/${one.id}` })),
  )
  await receiver.addToMemberCounts(
    db,
    rows.map((one) => ({ memberId: one.authorId, questions: 1 })),
  )
  await recordMany(
    db,
    rows.map((one) => ({
      ...{
        kind: 'question.asked',
        actorId: one.authorId,
        subjectKind: 'question',
        subjectId: one.id,
        questionId: one.id,
      },
      ...{ boardId, origin: 'imported', occurredAt: one.createdAt },
    })),
  )
  return new Map(all.filter((one) => !authors.has(one.key)).map((one) => [one.key, authorMissing(one.author)]))
}

async function tagQuestions(
  db: Db,
  { receiver }: Importing,
  questions: readonly (Question & { id: string })[],
): Promise<void> {
  const tags = await tagsFor(db, [...new Set(questions.flatMap((one) => one.tags))].sort())
  const ids = new Map(tags.map((tag) => [tag.slug, tag.id]))
  const pairs = questions.flatMap((one) =>
    one.tags.map((slug) => ({ questionId: one.id, tagId: ids.get(slug) as string })),
  )
  await receiver.insertQuestionTags(db, pairs)
}
