import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role, Viewer } from '#community/members/actor.ts'
import { audienceOf } from '#community/visibility/visibility.ts'
import { testDatabase } from '#test/database.ts'
import { questionWriter } from '#test/questions.ts'
import { findQuestions, suggestQuestions } from './find.ts'
import { consultLexicon } from './lexicon.ts'
import { reindexEverything } from './reindex.ts'

const { db } = await testDatabase()
const write = questionWriter(db)

/** One marker word per place where a question can be; each occurs in exactly one question. */
const markers = {
  open: 'kwarkelbloem',
  membersOnly: 'plofkelder',
  listed: 'zwamneus',
  hidden: 'gruttenbaard',
  deleted: 'snorrepijp',
  merged: 'wiebelstok',
} as const
type Place = keyof typeof markers

const viewers: Record<string, { viewer: Viewer; sees: Place[] }> = {}

beforeAll(async () => {
  const open = await write.board('open')
  const membersOnly = await write.board('members', 'members')
  const listed = await write.board('partners', 'listed')
  const boards: Record<Place, string> = { open, membersOnly, listed, hidden: open, deleted: open, merged: open }
  const ids = new Map<Place, string>()
  for (const [place, word] of Object.entries(markers) as [Place, string][]) {
    ids.set(place, await write.question(boards[place], { title: `Mijn ${word} is stuk`, body: `Over de ${word}kast.` }))
  }
  await reindexEverything(db)
  // Hidden after indexing, and not indexed again: the database decides at the moment of asking.
  await sql`update questions set hidden_at = now() where id = ${ids.get('hidden')}`.execute(db)
  await sql`update questions set deleted_at = now() where id = ${ids.get('deleted')}`.execute(db)
  await sql`update questions set merged_into_id = ${ids.get('open')} where id = ${ids.get('merged')}`.execute(db)
  const member = await actor('fatima', [])
  const partner = await actor('piet', [], [listed])
  await sql`insert into board_members (board_id, member_id) values (${listed}, ${partner.id})`.execute(db)
  viewers.visitor = { viewer: null, sees: ['open'] }
  viewers.member = { viewer: member, sees: ['open', 'membersOnly'] }
  viewers.partner = { viewer: partner, sees: ['open', 'membersOnly', 'listed'] }
  viewers.moderator = { viewer: await actor('sam', ['moderator']), sees: ['open', 'membersOnly', 'listed'] }
})

async function actor(handle: string, roles: Role[], listedBoards: string[] = []): Promise<Actor> {
  const { rows } = await sql<{ id: string }>`
    insert into members (handle, name) values (${handle}, ${handle}) returning id::text as id`.execute(db)
  return { id: rows[0]?.id ?? '', handle, roles, staffTitle: null, listedBoards } as unknown as Actor
}

describe.each(['visitor', 'member', 'partner', 'moderator'])('a %s', (name) => {
  test.each(Object.keys(markers) as Place[])('finds what is %s only if they may see it', async (place) => {
    const { viewer, sees } = viewers[name] as { viewer: Viewer; sees: Place[] }
    const word = markers[place]
    const misspelt = `${word.slice(0, 3)}${word.slice(4)}`
    for (const words of [word, `mijn ${word} stuk`, misspelt, `${word}kast`, word.slice(0, -3)]) {
      const answers = [
        await findQuestions(db, viewer, { words, limit: 20 }),
        await findQuestions(db, viewer, { words, limit: 1 }),
        await suggestQuestions(db, viewer, words, { limit: 5 }),
      ]
      if (!sees.includes(place)) expect(JSON.stringify(answers)).not.toMatch(new RegExp(word, 'i'))
    }
    const { hits } = await findQuestions(db, viewer, { words: word, limit: 20 })
    expect(hits.some((hit) => hit.title.includes(word))).toBe(sees.includes(place))
    const typed = await suggestQuestions(db, viewer, word.slice(0, -3), { limit: 5 })
    expect(typed.some((hit) => hit.title.includes(word))).toBe(sees.includes(place))
  })

  test('knows no word of a board they may not see', async () => {
    const { viewer, sees } = viewers[name] as { viewer: Viewer; sees: Place[] }
    for (const place of ['open', 'membersOnly', 'listed'] as const) {
      const word = markers[place]
      const knowledge = await consultLexicon(
        db,
        audienceOf(viewer),
        [`${word.slice(0, 3)}${word.slice(4)}`, word],
        word.slice(0, 4),
      )
      const told = JSON.stringify([...knowledge.similar.values(), ...knowledge.known.values(), knowledge.beginnings])
      expect(told.includes(word)).toBe(sees.includes(place))
      const counted = knowledge.asked.find((asked) => asked.word === word)
      expect((counted?.documents ?? 0) > 0).toBe(sees.includes(place))
    }
  })
})
