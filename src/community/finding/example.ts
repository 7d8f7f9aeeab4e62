import { sql } from 'kysely'
import type { Exchange } from '#community/exchange.ts'
import { readOnce } from '#community/read-once.ts'
import { solvedStates } from '#community/states/states.ts'
import { seenQuestion } from '#community/visibility/visibility.ts'

/** Characters; on a desk they fit in the box. */
const SHORT = 56
/** So that a community without an end of questions does not look through all of them. */
const LOOKED_AT = 100

/** What somebody might ask here, in words: what most had of what was solved lately. Null while there is nothing like it. */
export async function exampleOfAsking(x: Exchange): Promise<string | null> {
  const tags = ['questions', 'sight', 'boards', 'brand']
  x.dependsOn(...tags)
  const { title } = await readOnce(x.site, `example ${x.language}`, tags, () => findExample(x))
  return title === null ? null : x.t('community.example', { title })
}

async function findExample({ db, language }: Exchange): Promise<{ title: string | null }> {
  const { rows } = await sql<{ title: string }>`
    select title from (
      select q.title, q.language, q.state, q.same_count, q.solved_at from questions q
      where q.solved_at is not null and ${seenQuestion(null, 'q')} order by q.solved_at desc limit ${LOOKED_AT}) lately
    where language = ${language} and state = any(${[...solvedStates]}::text[]) and length(title) <= ${SHORT}
    order by same_count desc, solved_at desc limit 1`.execute(db)
  return { title: rows[0]?.title ?? null }
}
