import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { type Member, wholeHouse } from '#test/whole-house.ts'

const house = await wholeHouse(await testDatabase())
const { db } = house.site
const fatima = await house.member('fatima')
const mira = await house.member('mira', { roles: ['moderator'] })
let question = ''

beforeAll(async () => {
  await db.insertInto('boards').values({ slug: 'warmtepompen', name: 'Warmtepompen' }).execute()
  const asked = await fatima.post('/questions', {
    board: 'warmtepompen',
    title: 'Warmtepomp slaat af',
    body: 'Hij slaat elke **nacht** af.',
  })
  question = /^\/questions\/\d+/.exec(asked.location)?.[0] ?? ''
})

const edit = async (who: Member, title: string, body: string) => {
  const { status } = await who.post(`${question}/edit`, { title, body, checked: 'true' })
  expect(status).toBe(303)
}

/** The page as it is read aloud, without the marks of its own. */
const words = async (path: string) => {
  const { text } = await house.visitor().get(path)
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main'))
  return main.replace(/<(?!\/?(?:ins|del)\b)[^>]*>/g, '').replace(/\s+/g, ' ')
}

describe('whoever looks at the history of a question', () => {
  it('reads which words came and which went, in the title too', async () => {
    await edit(mira, 'Warmtepomp slaat vaak af', 'Hij slaat elke **ochtend** af.')
    const history = await words(`${question}/history`)
    expect(history).toContain('<ins>Toegevoegd: vaak einde van wat is toegevoegd.</ins>')
    expect(history).toContain('**<del>Weggehaald: nacht einde van wat is weggehaald.</del>')
    expect(history).toContain('<ins>Toegevoegd: ochtend einde')
  })

  it('reads who made each version, and not that a moderator wrote what the author did', async () => {
    const history = await words(`${question}/history`)
    expect(history.indexOf('mira,')).toBeLessThan(history.indexOf('Bekijk de hele tekst'))
    expect(history.indexOf('fatima,')).toBeGreaterThan(history.indexOf('Bekijk de hele tekst'))
  })

  it('gets what somebody typed as text, never as a part of the page', async () => {
    await edit(fatima, 'Warmtepomp </title><ins>slaat</ins> af', 'Kijk <script>alert(1)</script> <img src=x onerror=x>')
    const { text } = await house.visitor().get(`${question}/history`)
    expect(text).not.toMatch(/<script>alert|<img src=x|<ins>slaat/)
    expect(text).toContain('&lt;script')
  })

  it('gets the whole text when too much changed', async () => {
    await edit(fatima, 'Warmtepomp', Array.from({ length: 900 }, (_, at) => `oud${at}`).join(' '))
    await edit(fatima, 'Warmtepomp', Array.from({ length: 900 }, (_, at) => `nieuw${at}`).join(' '))
    const history = await words(`${question}/history`)
    const [, now = ''] = history.split('Er veranderde te veel om het per woord te laten zien.')
    expect(now.slice(0, 60)).toContain('nieuw0 nieuw1')
  })
})
