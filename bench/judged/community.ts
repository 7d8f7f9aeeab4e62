import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { parse } from 'yaml'
import { reindexEverything } from '#community/finding/reindex.ts'
import { slugFor } from '#community/text/slug.ts'
import { projectFolder } from '#platform/config/project-folder.ts'
import type { Db } from '#platform/db/database.ts'

interface Written {
  key: string
  title: string
  product?: string
  tags?: string[]
  language?: string
  ago: string
  body: string
  answers?: { key: string; body: string; thanks?: string[]; worked?: string[] }[]
  confirmed?: { answer: string }[]
  verified?: { answer: string }[]
  notSolved?: unknown
  outdated?: unknown
  escalated?: unknown
  duplicateOf?: string
}

/** The written questions of the demo community in an empty database, for measuring: answers the id of each key. */
export async function writeDemoQuestions(db: Db): Promise<Map<string, string>> {
  const folder = projectFolder('seeds/zonnewinde/questions')
  const member = await insert(
    db,
    sql`insert into members (handle, name) values ('judge', 'Judge') returning id::text as id`,
  )
  const ids = new Map<string, string>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const slug = file.replace('.yaml', '')
    const board = await insert(
      db,
      sql`insert into boards (slug, name) values (${slug}, ${slug.replaceAll('-', ' ')}) returning id::text as id`,
    )
    for (const one of parse(readFileSync(join(folder, file), 'utf8')) as Written[]) {
      ids.set(one.key, await writeQuestion(db, member, board, one))
    }
  }
  await reindexEverything(db)
  return ids
}

async function writeQuestion(db: Db, member: string, board: string, one: Written): Promise<string> {
  const product = one.product ? await productId(db, one.product) : null
  const id = await insert(
    db,
    sql`insert into questions (board_id, product_id, author_id, title, slug, body, html, language, state, created_at, answer_count)
      values (${board}, ${product}, ${member}, ${one.title}, ${slugFor(one.title)}, ${one.body}, '', ${one.language ?? 'nl'},
        ${stateOf(one)}, now() - ${one.ago.replaceAll('m', ' minutes').replaceAll('h', ' hours').replaceAll('d', ' days')}::interval,
        ${one.answers?.length ?? 0}) returning id::text as id`,
  )
  for (const tag of one.tags ?? []) {
    await sql`with t as (insert into tags (slug, name) values (${tag}, ${tag})
      on conflict (slug) do update set name = excluded.name returning id)
      insert into question_tags (question_id, tag_id) select ${id}, id from t`.execute(db)
  }
  for (const answer of one.answers ?? []) await writeAnswer(db, member, id, answer, one)
  return id
}

async function writeAnswer(
  db: Db,
  member: string,
  question: string,
  answer: NonNullable<Written['answers']>[0],
  of: Written,
) {
  const id = await insert(
    db,
    sql`insert into answers (question_id, author_id, body, html, thanks_count, worked_count) values (${question}, ${member},
      ${answer.body}, '', ${answer.thanks?.length ?? 0}, ${answer.worked?.length ?? 0}) returning id::text as id`,
  )
  if (of.confirmed?.[0]?.answer === answer.key) {
    await sql`update questions set best_answer_id = ${id} where id = ${question}`.execute(db)
  }
}

function stateOf(one: Written): string {
  if (one.duplicateOf) return 'duplicate'
  if (one.escalated) return 'escalated'
  if (one.outdated) return 'outdated'
  if (one.notSolved) return 'not-solved'
  if (one.confirmed?.length) return 'confirmed'
  if (one.verified?.length) return 'brand-verified'
  if (one.answers?.some((answer) => (answer.worked?.length ?? 0) >= 3)) return 'community-confirmed'
  return one.answers?.length ? 'answered' : 'new'
}

/** Names as in the shop, for the words in them. */
const products: Record<string, string> = {
  'zw-zon-400': 'Zonnepaneel ZW-Zon 400',
  'zw-omvormer-36': 'Omvormer ZW-Omvormer 3.6',
  'zw-omvormer-50': 'Omvormer ZW-Omvormer 5.0',
  'zw-aero-6': 'Warmtepomp ZW-Aero 6',
  'zw-aero-9': 'Warmtepomp ZW-Aero 9',
  'zw-hybride': 'Hybride warmtepomp ZW-Hybride 4',
  'zw-boiler-180': 'Warmtepompboiler ZW-Boiler 180',
  'zw-accu-10': 'Thuisbatterij ZW-Accu 10',
  'zw-laad-11': 'Laadpaal ZW-Laad 11',
  'zw-p1': 'P1-meter ZW-P1',
  'zw-thermo': 'Slimme thermostaat ZW-Thermo',
  app: 'Zonnewinde-app',
  dynamisch: 'Contract Dynamisch',
  vast: 'Contract Vast 1 jaar',
  modelcontract: 'Modelcontract',
}

const productId = (db: Db, slug: string) =>
  insert(
    db,
    sql`insert into products (slug, name) values (${slug}, ${products[slug] ?? slug})
      on conflict (slug) do update set name = excluded.name returning id::text as id`,
  )

async function insert(db: Db, statement: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await statement.execute(db)
  return (rows[0] as { id: string }).id
}
