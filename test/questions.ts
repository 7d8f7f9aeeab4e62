import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'

interface Written {
  title: string
  body?: string
  state?: string
  best?: string
  language?: 'nl' | 'en'
  daysAgo?: number
  product?: string | null
}

/** Questions written straight into the tables, for tests about finding and reading rather than asking. */
export function questionWriter(db: Db) {
  const one = async (statement: ReturnType<typeof sql>) => ((await statement.execute(db)).rows[0] as { id: string }).id
  const author = one(sql`insert into members (handle, name) values ('writer', 'Writer') returning id::text as id`)
  return {
    board: (slug: string, access = 'everyone') =>
      one(sql`insert into boards (slug, name, access) values (${slug}, ${slug}, ${access}) returning id::text as id`),
    product: (slug: string) =>
      one(sql`insert into products (slug, name) values (${slug}, ${slug}) returning id::text as id`),
    question: async (
      board: string,
      { title, body = '', state = 'new', best, language = 'nl', daysAgo = 1, product = null }: Written,
    ) => {
      const id = await one(sql`
        insert into questions (board_id, product_id, author_id, title, slug, body, html, language, state, created_at, answer_count)
        values (${board}, ${product}, ${await author}, ${title}, 'q', ${body}, '', ${language}, ${state},
          now() - make_interval(days => ${daysAgo}), ${best ? 1 : 0}) returning id::text as id`)
      if (best) {
        await sql`insert into answers (question_id, author_id, body, html) values (${id}, ${await author}, ${best}, '')`.execute(
          db,
        )
      }
      return id
    },
  }
}
