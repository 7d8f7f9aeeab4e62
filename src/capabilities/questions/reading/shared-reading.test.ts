import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { questionHouse } from '#test/question-house.ts'
import type { Member } from '#test/whole-house.ts'
import { wordsOf } from '#test/written.ts'

const { house, write, page, fatima, henk, noor, piet, sam } = await questionHouse()
const live = async (one: Member, id: string) => (await one.get(`/questions/${id}/live`)).text
/** Whether the button of this deed is on, for the one who reads. */
const isOn = (html: string, path: string) =>
  new RegExp(`action="${path}"[\\s\\S]*?aria-pressed="(true|false)"`).exec(html)?.[1] === 'true'

/** The key of a form is another one each time. */
const withoutOnceKeys = (html: string) => html.replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, 'a key')

async function answered() {
  const id = await write.question(fatima, { title: 'Welke stand in de nacht?', board: 'warmte' })
  const answerId = await write.answer(henk, id, 'Zet hem op zestien graden.')
  return { id, answerId, path: `/questions/${id}/answers/${answerId}` }
}

describe('a question that many members read', () => {
  it('carries the form token of whoever reads it, and nobody else’s', async () => {
    const { id } = await answered()
    for (const reader of [noor, piet, noor]) {
      const html = await page(reader, id)
      expect(html).toContain(reader.formToken)
      for (const other of [noor, piet, fatima, henk].filter((one) => one !== reader)) {
        expect(html).not.toContain(other.formToken)
      }
    }
  })

  it('is the same page when it is sent packed, for each who reads it', async () => {
    const { id, path } = await answered()
    const address = (await noor.get(`/questions/${id}`)).location
    await write.does(piet, `${path}/thanks`, { on: 'true' })
    const unpacked = async (one: Member) => {
      const { bytes, headers } = await one.get(address, { 'accept-encoding': 'gzip, deflate, br' })
      expect(headers['content-encoding']).toBe('br')
      return { size: bytes.length, text: String(brotliDecompressSync(bytes)) }
    }
    const first = (await unpacked(noor)).size
    await vi.waitFor(async () => expect((await unpacked(noor)).size).not.toBe(first), 20_000)
    for (const reader of [noor, piet]) {
      const [packed, plain] = [(await unpacked(reader)).text, (await reader.get(address)).text]
      expect(withoutOnceKeys(packed)).toBe(withoutOnceKeys(plain))
      expect(packed).toContain(reader.formToken)
    }
  })

  it('shows each reader their own thanks, follow and "this helped me too"', async () => {
    const { id, path } = await answered()
    await page(noor, id)
    await page(piet, id)
    await write.does(noor, `${path}/thanks`, { on: 'true' })
    await write.does(noor, `${path}/worked`, { on: 'true' })
    await write.does(piet, `/questions/${id}/following`, { on: 'true' })
    const [ofNoor, ofPiet] = [await page(noor, id), await page(piet, id)]
    expect([isOn(ofNoor, `${path}/thanks`), isOn(ofPiet, `${path}/thanks`)]).toEqual([true, false])
    expect([isOn(ofNoor, `${path}/worked`), isOn(ofPiet, `${path}/worked`)]).toEqual([true, false])
    const following = `/questions/${id}/following`
    expect([isOn(ofNoor, following), isOn(ofPiet, following)]).toEqual([false, true])
    await write.does(noor, `${path}/thanks`, { on: 'false' })
    expect(isOn(await page(noor, id), `${path}/thanks`)).toBe(false)
  })

  it('offers editing to the author of a post, confirming to the asker and keeping order to a moderator only', async () => {
    const { id, path } = await answered()
    await write.comment(piet, id, 'En overdag?')
    const pages = { noor: await page(noor, id), henk: await page(henk, id), fatima: await page(fatima, id) }
    expect(pages.noor).not.toContain(`${path}/edit`)
    expect(pages.henk).toContain(`${path}/edit`)
    expect(pages.fatima).toContain(`action="/questions/${id}/acceptance"`)
    expect(pages.noor + pages.henk).not.toContain(`action="/questions/${id}/acceptance"`)
    expect(await page(sam, id)).toContain(`/questions/${id}/keeping/`)
    expect(await page(piet, id)).toMatch(/comments\/\d+\/edit/)
    expect(await page(noor, id)).not.toMatch(/comments\/\d+\/edit|\/keeping\//)
  })

  it('shows what changed at once, on the page and in the parts that stay true', async () => {
    const { id } = await answered()
    expect(wordsOf(await live(noor, id))).toContain('zestien graden')
    await write.answer(piet, id, 'Bij ons achttien.')
    for (const look of [page, live]) expect(wordsOf(await look(noor, id))).toContain('Bij ons achttien.')
  })

  it('shows what was written in another process, of which no word came yet', async () => {
    const { id } = await answered()
    await page(noor, id)
    await house.site.db
      .insertInto('answers')
      .values({ question_id: id, author_id: noor.person.id, body: 'Van elders.', html: '<p>Van elders.</p>' })
      .execute()
    await house.site.db.updateTable('questions').set({ answer_count: 2 }).where('id', '=', id).execute()
    expect(wordsOf(await page(noor, id))).toContain('Van elders.')
  })

  it('stays within its board: who is not on the list, or was taken off it, does not see it', async () => {
    const boardId = await write.board('besloten', { access: 'listed' })
    await write.list(boardId, fatima, noor, piet)
    const id = await write.question(fatima, { title: 'Alleen voor ons', board: 'besloten' })
    expect(await page(noor, id)).toContain('Alleen voor ons')
    expect((await henk.get(`/questions/${id}`)).status).toBe(404)
    await house.site.db.deleteFrom('board_members').where('member_id', '=', noor.person.id).execute()
    expect((await noor.get(`/questions/${id}`)).status).toBe(404)
    expect(await page(piet, id)).toContain('Alleen voor ons')
  })

  it('is read anew when it was hidden, and its author still sees why', async () => {
    const { id } = await answered()
    const { location } = await noor.get(`/questions/${id}`)
    await noor.get(location)
    await write.decide(sam, id, 'hide')
    expect((await noor.get(location)).status).toBe(410)
    expect(wordsOf(await page(fatima, id))).toContain('Zo is het beter.')
  })
})
