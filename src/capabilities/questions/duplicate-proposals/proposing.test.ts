import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { employee } from '#test/employees.ts'
import { type Fields, type Member, wholeHouse } from '#test/whole-house.ts'
import { wordsOf, writersIn } from '#test/written.ts'

const house = await wholeHouse(await testDatabase())
const write = writersIn(house)
const { db } = house.site
let fatima: Member
let henk: Member
let noor: Member
let yara: Member
let sam: Member

const ask = (title: string, board = 'warmte', by = fatima) => write.question(by, { title, board })
const pathOf = (id: string) => `/questions/${id}/duplicate-proposals`
const propose = (by: Member, id: string, other: string, more: Fields = {}) => by.post(pathOf(id), { other, ...more })
const proposalsOf = (id: string) =>
  db.selectFrom('duplicate_proposals').selectAll().where('question_id', '=', id).orderBy('id').execute()
const outcomesOf = async (id: string) => (await proposalsOf(id)).map(({ outcome }) => outcome)
const read = async (by: { get: Member['get'] }, id: string) =>
  (await by.get((await by.get(`/questions/${id}`)).location)).text
const merge = (by: Member, id: string, into: string) =>
  by.post(`/questions/${id}/keeping/merge`, { other: into, reason: 'Dezelfde vraag.' })
const noticesOf = async (one: Member) => {
  await house.settle()
  return wordsOf((await one.get('/notices')).text)
}

beforeAll(async () => {
  await write.board('warmte')
  const listed = await write.board('besloten', { access: 'listed' })
  fatima = await house.member('fatima')
  henk = await house.member('henk')
  noor = await house.member('noor')
  yara = await house.member('yara')
  sam = await employee(house, 'sam', 'moderator')
  await write.list(listed, yara)
})

describe('a member who knows that it was asked before', () => {
  it('finds the way there in the menu of the question; a visitor, who is blocked, and a moderator do not', async () => {
    const id = await ask('Waar is de knop?')
    const blocked = await house.member('boos', { blocked: true })
    for (const member of [henk, fatima]) expect(await read(member, id)).toContain(`href="${pathOf(id)}"`)
    for (const other of [house.visitor(), blocked, sam]) expect(await read(other, id)).not.toContain(pathOf(id))
    expect((await house.visitor().get(pathOf(id))).location).toContain('/sign-in')
  })

  it('finds the other by words, by number and by address, and never the question itself', async () => {
    const original = await ask('Mijn vijverpomp bromt in de ochtend')
    const id = await ask('Vijverpomp bromt alweer')
    const alike = new RegExp(`name="other" value="${original}"`)
    for (const q of [original, `http://localhost:3000/questions/${original}/x`]) {
      expect((await henk.get(`${pathOf(id)}?q=${encodeURIComponent(q)}`)).text).toMatch(alike)
    }
    await house.settle()
    const found = (await henk.get(`${pathOf(id)}?q=vijverpomp`)).text
    expect(found).toMatch(alike)
    expect(found).not.toContain(`name="other" value="${id}"`)
    expect(wordsOf((await henk.get(`${pathOf(id)}?q=xqzwvkj`)).text)).toContain('Geen andere vraag gevonden')
  })

  it('looks again without losing what was chosen and written', async () => {
    const original = await ask('De serre wordt te warm')
    const id = await ask('Te warm in de serre')
    const words = { other: original, reason: 'Zelfde serre & zelfde zon.', q: 'xqzwvkj' }
    const looked = await henk.post(pathOf(id), { ...words, look: 'again' })
    expect([looked.status, await proposalsOf(id)]).toEqual([303, []])
    const again = (await henk.get(looked.location)).text
    expect(again).toMatch(new RegExp(`value="${original}"[^>]*checked`))
    expect(again).toContain('Zelfde serre &amp; zelfde zon.')
    const unchosen = await henk.post(pathOf(id), { ...words, other: '', look: 'again' })
    const nothing = (await henk.get(unchosen.location)).text
    expect(wordsOf(nothing)).toContain('Geen andere vraag gevonden')
    expect(nothing).toContain('Zelfde serre &amp; zelfde zon.')
  })

  it('proposes it once, with a reason in which personal details are masked', async () => {
    const original = await ask('Ketel lekt onderaan')
    const id = await ask('Er lekt water uit de ketel')
    const form = { reason: 'Zie ook 06-12345678, zelfde lek.', _once: 'lekt-maar-een-keer' }
    const both = await Promise.all([propose(henk, id, original, form), propose(henk, id, original, form)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const [row, ...others] = await proposalsOf(id)
    expect([row?.of_id, row?.proposed_by_id, others]).toEqual([original, henk.person.id, []])
    expect(row?.reason).toContain('zelfde lek')
    expect(row?.reason).not.toContain('12345678')
    const [said] = await db
      .selectFrom('activity')
      .selectAll()
      .where('question_id', '=', id)
      .orderBy('id', 'desc')
      .execute()
    expect([said?.kind, said?.facts]).toEqual([
      'question.duplicate-proposed',
      { proposalId: row?.id, originalId: original },
    ])
    expect(wordsOf((await henk.get(pathOf(id))).text)).toContain('Je stelde al voor')
  })

  it('is kindly told when somebody proposed it already, and keeps the words', async () => {
    const original = await ask('Boiler wordt lauw')
    const id = await ask('Lauwe boiler')
    await propose(henk, id, original)
    const again = await propose(noor, id, original, { reason: 'Precies hetzelfde verhaal.' })
    expect(again.status).toBe(422)
    expect(wordsOf(again.text)).toContain('Dit is al voorgesteld, en een moderator kijkt ernaar.')
    expect(again.text).toContain('Precies hetzelfde verhaal.')
    expect(await outcomesOf(id)).toEqual([null])
  })

  it('may be the asker', async () => {
    const original = await ask('Thermostaat zonder stroom', 'warmte', henk)
    const id = await ask('Geen stroom op de thermostaat')
    expect((await propose(fatima, id, original)).status).toBe(303)
  })

  it.each([
    ['the question itself', (id: string) => id, 'Dit is dezelfde vraag.'],
    ['something that is no question', () => 'de vorige', 'geen adres of nummer'],
    ['a question that is not there', () => '999999', 'Die vraag is er niet'],
    ['nothing', () => '', ''],
  ])('cannot propose %s', async (_, other, words) => {
    const id = await ask('Een vraag met een slecht voorstel')
    const answered = await propose(henk, id, other(id))
    expect([answered.status, wordsOf(answered.text)]).toEqual([422, expect.stringContaining(words)])
    expect(await proposalsOf(id)).toEqual([])
  })

  it('cannot propose what was merged or marked, and is pointed to the end of what points on', async () => {
    const [first, second, third] = [await ask('Eerste lek'), await ask('Tweede lek'), await ask('Derde lek')]
    await write.decide(sam, second, 'duplicate', { other: first })
    expect(wordsOf((await propose(henk, second, third)).text)).toContain('Bij deze vraag staat al')
    expect(await read(henk, second)).not.toContain(pathOf(second))
    expect(wordsOf((await propose(henk, third, second)).text)).toContain('zelf een dubbele van een andere')
    await merge(sam, third, first)
    expect((await henk.get(pathOf(third))).status).toBe(404)
    expect((await propose(henk, third, second)).status).toBe(409)
  })

  it('is slowed as everywhere else', async () => {
    const strict = await wholeHouse(await testDatabase(), { rateLimits: true })
    const writing = writersIn(strict)
    await writing.board('warmte')
    const newcomer = await strict.member('nieuw')
    const ids: string[] = []
    for (const handle of ['een', 'twee', 'drie']) {
      ids.push(await writing.question(await strict.member(handle), { title: `Vraag van ${handle}`, board: 'warmte' }))
    }
    const [id, one = '', two = ''] = ids
    expect((await newcomer.post(pathOf(String(id)), { other: one })).status).toBe(303)
    const tooSoon = await newcomer.post(pathOf(String(id)), { other: two, reason: 'Deze ook.' })
    expect([tooSoon.status, tooSoon.text.includes('Deze ook.')]).toEqual([422, true])
    expect(wordsOf(tooSoon.text)).toContain('Dat ging erg snel')
  })
})

describe('what somebody may not see', () => {
  it('cannot be proposed and is not found: it is as if it were not there', async () => {
    const secret = await ask('Geheime warmtewisselaar', 'besloten', yara)
    const id = await ask('Warmtewisselaar gezocht')
    await house.settle()
    for (const q of [secret, `/questions/${secret}`, 'geheime warmtewisselaar']) {
      expect((await henk.get(`${pathOf(id)}?q=${encodeURIComponent(q)}`)).text).not.toContain(
        `name="other" value="${secret}"`,
      )
    }
    const refused = await propose(henk, id, secret)
    expect(wordsOf(refused.text)).toContain('Die vraag is er niet')
    expect(refused.text).not.toContain('Geheime')
    expect((await henk.get(pathOf(secret))).status).toBe(404)
    expect((await propose(henk, secret, id)).status).toBe(404)
  })

  it('is proposed by who may see it, and shown to moderators only', async () => {
    const secret = await ask('Besloten zonneboiler', 'besloten', yara)
    const id = await ask('Zonneboiler?')
    await write.does(yara, pathOf(id), { other: secret, reason: 'Zie de besloten groep.' })
    const shown = [await read(sam, id), (await sam.get('/')).text]
    for (const page of shown) expect(page).toContain('Besloten zonneboiler')
    const others = [fatima, henk, noor, house.visitor()]
    for (const one of others) {
      const pages = [await read(one, id), (await one.get('/')).text, (await one.get(pathOf(id))).text]
      for (const page of pages) expect(page).not.toMatch(/Besloten zonneboiler|Zie de besloten groep/)
    }
    expect((await sam.get(`/questions/${id}/keeping/merge?other=${secret}`)).text).not.toMatch(
      /<textarea[^>]*>[^<]*Besloten/,
    )
  })

  it('is not told of to who proposed it and may not see it any more', async () => {
    const original = await ask('Verhuisde vraag')
    const id = await ask('Verhuist straks')
    await propose(noor, id, original)
    await write.decide(sam, original, 'move', { board: 'besloten' })
    expect((await noor.get(pathOf(id))).text).not.toContain('Verhuisde vraag')
    await merge(sam, id, original)
    expect(await noticesOf(noor)).not.toContain('Verhuisde vraag')
  })
})

describe('a moderator', () => {
  it('reads on the question who proposed what and why, finds all of them together, and nobody else does', async () => {
    const original = await ask('Radiator tikt in de nacht')
    const id = await ask('Tikkende radiator')
    await propose(henk, id, original, { reason: 'Zelfde getik.' })
    const page = await read(sam, id)
    expect(wordsOf(page)).toMatch(/Voorgesteld door henk als dubbel van Radiator tikt in de nacht/)
    expect(page).toContain('Zelfde getik.')
    const live = (await sam.get(`/questions/${id}/live`)).text
    expect(live).toContain('Zelfde getik.')
    expect((await sam.get('/questions?view=proposed')).text).toContain('Tikkende radiator')
    expect((await henk.get('/questions?view=proposed')).status).toBe(404)
    expect((await house.visitor().get('/questions?view=proposed')).location).toContain('/sign-in')
    expect((await henk.get('/')).text).not.toContain('view=proposed')
  })

  it('accepts by merging, from a form that is filled in; the finder is told once and gets the credit', async () => {
    const original = await ask('Pomp slaat af bij vorst')
    const id = await ask('Bij vorst slaat de pomp af')
    await write.answer(noor, id, 'Isoleer de leiding.')
    const finder = await house.member('vinder')
    await propose(finder, id, original)
    const page = await read(sam, id)
    const link = /href="([^"]+keeping\/merge\?other=\d+)"/.exec(page)?.[1] ?? ''
    const form = (await sam.get(link)).text
    expect(form).toContain(`value="/questions/${original}/`)
    expect(form).toContain('Deze vraag was al eerder gesteld.')
    expect((await house.visitor().get('/members/vinder')).text).not.toContain('Dubbele vragen gevonden')
    const merged = await Promise.all([merge(sam, id, original), merge(sam, id, original)])
    expect(merged.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await outcomesOf(id)).toEqual(['accepted'])
    const accepted = db.selectFrom('activity').select('kind').where('kind', '=', 'question.duplicate-accepted')
    expect(await accepted.where('question_id', '=', id).execute()).toHaveLength(1)
    expect(await read(house.visitor(), original)).toContain('Isoleer de leiding.')
    for (let n = 0; n < 2; n++) {
      const told = (await noticesOf(finder)).match(/Je voorstel bij “Pomp slaat af bij vorst” is overgenomen/g)
      expect(told).toHaveLength(1)
    }
    expect(wordsOf((await house.visitor().get('/members/vinder')).text)).toContain('Dubbele vragen gevonden 1')
  })

  it('rejects with a reason, which the finder gets once; the same is not proposed again', async () => {
    const original = await ask('Vloer koud')
    const id = await ask('Vloer warm')
    await propose(henk, id, original)
    const [proposal] = await proposalsOf(id)
    const path = `${pathOf(id)}/${proposal?.id}/rejection`
    expect((await henk.get(path)).status).toBe(404)
    expect((await henk.post(path, { reason: 'x' })).status).toBe(404)
    expect(wordsOf((await sam.get(path)).text)).toContain('Voorgesteld door henk als dubbel van Vloer koud')
    expect((await sam.post(path, { reason: '' })).status).toBe(422)
    const reason = 'De ene vloer is koud, de andere juist niet.'
    const both = await Promise.all([sam.post(path, { reason }), sam.post(path, { reason })])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const rejected = db.selectFrom('activity').select('kind').where('kind', '=', 'question.duplicate-rejected')
    expect(await rejected.where('question_id', '=', id).execute()).toHaveLength(1)
    expect(wordsOf((await sam.get(path)).text)).toContain('Een andere moderator heeft hier al over beslist.')
    expect(await noticesOf(henk)).toContain(`Je voorstel bij “Vloer warm” is niet overgenomen. Reden: ${reason}`)
    expect(await read(sam, id)).not.toContain('Voorgesteld door')
    expect(wordsOf((await propose(noor, id, original)).text)).toContain('twee verschillende vragen')
    expect((await merge(sam, id, original)).status).toBe(303)
    expect(await outcomesOf(id)).toEqual(['rejected'])
  })

  it('who marks it as a duplicate, or merges the other way round, accepts it too', async () => {
    const [one, two, three] = [await ask('Klok loopt voor'), await ask('Klok voor'), await ask('Klok te vroeg')]
    await propose(henk, two, one)
    await propose(henk, two, three)
    await write.decide(sam, two, 'duplicate', { other: one })
    expect(await outcomesOf(two)).toEqual(['accepted', 'lapsed'])
    await propose(henk, one, three)
    await merge(sam, three, one)
    expect(await outcomesOf(one)).toEqual(['accepted'])
  })

  it('who takes back that it is a duplicate takes the credit back', async () => {
    const [original, id] = [await ask('Echte vraag'), await ask('Toch een andere')]
    const finder = await house.member('gokker')
    await propose(finder, id, original)
    await write.decide(sam, id, 'duplicate', { other: original })
    expect((await sam.get('/members/gokker')).text).toContain('Dubbele vragen gevonden')
    await write.decide(sam, id, 'not-duplicate')
    expect((await sam.get('/members/gokker')).text).not.toContain('Dubbele vragen gevonden')
  })
})

describe('when one of the two changes', () => {
  it('a proposal follows the other to where it was merged', async () => {
    const [end, original, id] = [await ask('Eindpunt'), await ask('Tussenstop'), await ask('Beginpunt')]
    await propose(henk, id, original)
    await merge(sam, original, end)
    const page = await read(sam, id)
    expect(wordsOf(page)).toContain('als dubbel van Eindpunt')
    expect(page).toContain(`keeping/merge?other=${end}`)
    expect(wordsOf((await propose(noor, id, original)).text)).toContain('Dit is al voorgesteld')
    await merge(sam, id, end)
    expect(await outcomesOf(id)).toEqual(['accepted'])
  })

  it('a proposal of a question that was merged into yet another lapses', async () => {
    const [elsewhere, original, id] = [
      await ask('Ergens anders'),
      await ask('Voorgesteld'),
      await ask('Zoekt een plek'),
    ]
    await propose(henk, id, original)
    await merge(sam, id, elsewhere)
    expect(await outcomesOf(id)).toEqual(['lapsed'])
    const [proposal] = await proposalsOf(id)
    expect((await sam.post(`${pathOf(id)}/${proposal?.id}/rejection`, { reason: 'x' })).status).toBe(409)
  })

  it('a proposal waits unseen while the other is hidden, and is there again when that is put back', async () => {
    const [original, id] = [await ask('Even weg'), await ask('Blijft staan')]
    await propose(henk, id, original)
    await write.decide(sam, original, 'hide')
    expect(await read(sam, id)).not.toContain('als dubbel van')
    expect((await sam.get('/questions?view=proposed')).text).not.toContain('Blijft staan')
    await write.decide(sam, original, 'restore')
    expect(wordsOf(await read(sam, id))).toContain('als dubbel van Even weg')
  })
})
