import { sql } from 'kysely'
import { readDemoContent } from '#app/demo/content.ts'
import type { Db } from '#platform/db/database.ts'
import { Chance } from './community/chance.ts'

export interface MeasuredPage {
  readonly name: string
  readonly paths: readonly string[]
  /** Whether visitors get it from what is kept: then it is compared with the limit. */
  readonly isKept: boolean
  readonly signedIn: readonly boolean[]
}

const BOTH = [false, true]
const QUERIES = 400

/** What is asked for, found in the tables: the same questions at every run. */
export async function listPages(db: Db): Promise<MeasuredPage[]> {
  const questions = await questionPaths(db, sql`answer_count between 20 and 21`, 64)
  const [longest = ''] = await questionPaths(db, sql`true`, 1)
  const queries = searchesLike(readDemoContent().questions.map((one) => one.title))
  const ask = (path: string, all: readonly string[]) => all.map((words) => `${path}?q=${encodeURIComponent(words)}`)
  return [
    { name: 'home', paths: ['/'], isKept: true, signedIn: BOTH },
    { name: 'list of a board', paths: ['/questions?board=warmtepompen'], isKept: true, signedIn: BOTH },
    { name: 'question', paths: questions, isKept: true, signedIn: BOTH },
    { name: 'last page of 1,000', paths: [`${longest}?last=1&sort=time`], isKept: true, signedIn: BOTH },
    { name: 'feed', paths: ['/feeds/questions.atom'], isKept: true, signedIn: BOTH },
    { name: 'search', paths: ask('/search', queries), isKept: false, signedIn: BOTH },
    { name: 'suggestions', paths: ask('/search/suggestions', beginningsOf(queries)), isKept: false, signedIn: BOTH },
  ]
}

async function questionPaths(db: Db, which: ReturnType<typeof sql>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select format('/questions/%s/%s', id, slug) as path from questions
    where ${which} and board_id in (select id from boards where access = 'everyone')
    order by answer_count desc, id limit ${limit}`.execute(db)
  return rows.map(({ path }) => path)
}

/** Two to four words that stand near each other in a title, a fifth of them with a slip of the finger. */
export function searchesLike(titles: readonly string[]): string[] {
  const chance = new Chance(9)
  const queries = new Set<string>()
  while (queries.size < QUERIES) {
    const words = (
      chance
        .one(titles)
        .toLowerCase()
        .match(/[\p{L}\d-]{3,}/gu) ?? []
    ).filter(isTelling)
    const from = chance.whole(0, Math.max(0, words.length - 2))
    const some = words.slice(from, from + chance.whole(2, 4))
    const query = some.join(' ')
    if (some.length >= 2) queries.add(chance.happens(0.2) ? slip(query, chance) : query)
  }
  return [...queries]
}

const LITTLE = new Set(
  'het een van wat hoe die dat voor met niet mijn mag ook als zijn naar moet kan aan bij nog'.split(' '),
)
const isTelling = (word: string) => !LITTLE.has(word)

function slip(words: string, chance: Chance): string {
  const at = chance.whole(1, words.length - 2)
  return words.slice(0, at) + words.slice(at + 1)
}

/** As the box sends them while somebody types: the last word is not finished. */
const beginningsOf = (queries: readonly string[]) => [
  ...new Set(queries.map((query) => query.slice(0, Math.max(4, query.length - 3)))),
]
