import { describe, expect, it } from 'vitest'
import { questionHouse } from '#test/question-house.ts'

const { house, write, page, fatima, henk } = await questionHouse()
await write.board('leden', { access: 'members' })
const ask = (title: string, board = 'warmte') => write.question(fatima, { title, board, body: 'Vertel het me.' })

const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

describe('a search engine', () => {
  it('reads the words of an answer as they stand on the page', async () => {
    const id = await ask('Waarom tikt mijn radiator?')
    await write.answer(
      henk,
      id,
      'Een vol **filter**, [gok ik](https://www.zonnewinde.example/a).\n\n1. Zet *uit*\n2. Wacht',
    )
    const [answer] = dataOf(await page(house.visitor(), id)).mainEntity.suggestedAnswer
    expect(answer.text).toBe('Een vol filter, gok ik. Zet uit Wacht')
  })
})

describe('who reads what only members see', () => {
  it('is offered no feed and no picture of it, because there are none', async () => {
    const id = await ask('Wie komt er naar de ledenavond?', 'leden')
    const html = await page(fatima, id)
    expect(html).not.toContain(`/feeds/questions/${id}.atom`)
    expect(html).not.toContain(`/questions/${id}/preview.png`)
    const shown = await ask('Wie leent mij een meetklem?')
    const seen = await page(fatima, shown)
    for (const address of [`/feeds/questions/${shown}.atom`, `/questions/${shown}/preview.png`]) {
      expect(seen).toContain(address)
      expect((await fatima.get(address)).status).toBe(200)
    }
  })
})
