import { beforeAll, describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Visitor } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'

const { house, write, db, fatima, henk, piet, sam, mira } = await questionHouse()
let list = ''

/** Everybody looks twice: what the second one is given may have been read for the first. */
const everybody = (): readonly Visitor[] => [sam, piet, henk, fatima, house.visitor(), fatima, henk, piet, sam]
const pages = ['/', '/?show=unanswered', '/questions', '/questions?view=unsolved', '/questions?board=installateurs']

async function whoReads(word: string, path: string): Promise<string[]> {
  const readers = new Set<string>()
  for (const one of everybody()) if ((await one.get(path)).text.includes(word)) readers.add(one.name)
  return [...readers].sort()
}

const countsOn = async (one: Visitor, path: string) => {
  const [list = ''] = (await one.get(path)).text.split('class="board-list">')[1]?.split('</ul>') ?? []
  return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([row]) => wordsOf(row).trim())
}

beforeAll(async () => {
  await write.board('leden', { access: 'members' })
  list = await write.board('installateurs', { access: 'listed' })
  await write.list(list, piet)
  await write.question(fatima, { title: 'voor iedereen', board: 'warmte' })
  await write.question(henk, { title: 'ledenzaak', board: 'leden' })
  await write.question(piet, { title: 'vakgeheim', board: 'installateurs' })
})

describe('lists and figures that are read once for many', () => {
  it.each(pages)('on %s whoever may not see a board never gets what was read for those who may', async (path) => {
    expect(await whoReads('vakgeheim', path)).toEqual(['piet', 'sam'])
    expect(await whoReads('installateurs<', path)).toEqual(['piet', 'sam'])
    if (!path.includes('board=')) expect(await whoReads('ledenzaak', path)).toEqual(['fatima', 'henk', 'piet', 'sam'])
  })

  it('each counts the boards they may see, and no others', async () => {
    for (const path of ['/', '/questions']) {
      expect(await countsOn(piet, path)).toHaveLength(3)
      expect(await countsOn(henk, path)).toHaveLength(2)
      expect(await countsOn(house.visitor(), path)).toEqual(['warmte 1 · 1 wacht'])
    }
  })

  it('a member who is put on the list of a board, or taken off it, is shown so at once', async () => {
    const sees = async () => (await henk.get('/questions')).text.includes('vakgeheim')
    expect(await sees()).toBe(false)
    // Without a word to this process: what decides is read with every session.
    await write.list(list, henk)
    expect(await sees()).toBe(true)
    expect(await whoReads('vakgeheim', '/')).toEqual(['henk', 'piet', 'sam'])
    await db.deleteFrom('board_members').where('member_id', '=', henk.person.id).execute()
    expect(await sees()).toBe(false)
  })

  it('a board that is closed to others is gone from their pages with the same click', async () => {
    const id = await write.board('besloten')
    await write.question(fatima, { title: 'straks besloten', board: 'besloten' })
    expect(await whoReads('straks besloten', '/')).toContain('henk')
    const fields = { name: 'besloten', slug: 'besloten', description: '', access: 'listed' }
    await mira.post(`/manage/settings/boards/${id}`, fields)
    expect(await whoReads('straks besloten', '/')).toEqual(['sam'])
  })

  it('what was asked stands in every list at once, and what was hidden in none', async () => {
    await fatima.get('/')
    const id = await write.question(fatima, { title: 'zojuist gevraagd', board: 'warmte' })
    for (const path of ['/', '/questions']) expect(await whoReads('zojuist gevraagd', path)).toContain('fatima')
    await write.decide(sam, id, 'hide')
    for (const path of ['/', '/questions']) expect(await whoReads('zojuist gevraagd', path)).toEqual([])
  })
})

it('what waits for one member stands on the page of no other', async () => {
  const id = await write.question(fatima, { title: 'wacht op mij', board: 'warmte' })
  await write.answer(henk, id, 'Zet hem een graad lager.')
  const waiting = async (one: Visitor) => (await one.get('/')).text.split('id="alive"')[0] ?? ''
  expect(await waiting(fatima)).toContain('wacht op mij')
  expect(await waiting(henk)).not.toContain('wacht op mij')
  expect(house.troubles).toEqual([])
})
