import { beforeAll, describe, expect, it } from 'vitest'
import { listTemplates } from '#community/topics/templates.ts'
import { testDatabase } from '#test/database.ts'
import { employee } from '#test/employees.ts'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { type Member, wholeHouse } from '#test/whole-house.ts'
import { wordsOf, writersIn } from '#test/written.ts'

const house = await wholeHouse(await testDatabase())
const write = writersIn(house)
const { db } = house.site
let mira: Member
let board = ''
let template = ''

const fields = { label: 'Welke code staat er op het scherm?', labelEn: '', hint: '', hintEn: '', kind: 'line' }
const add = (more: Record<string, string> = {}, path = template) => mira.post(`${path}/prompts`, { ...fields, ...more })
const asked = async () => (await listTemplates(db, null, 'nl'))[0]?.prompts ?? []
const labels = async () => (await asked()).map(({ label }) => label)
const idOf = async (label: string) => (await asked()).find((prompt) => prompt.label === label)?.id ?? '0'
const activity = async () => {
  const rows = await db.selectFrom('activity').select(['kind', 'board_id', 'facts']).orderBy('id').execute()
  return rows.filter(({ kind }) => kind.startsWith('board.'))
}

beforeAll(async () => {
  mira = await employee(house, 'mira', 'manager')
  board = await write.board('warmte')
  template = `/manage/settings/boards/${board}/template`
})

describe('who keeps the settings', () => {
  it('comes from a board to what is asked there, and members and moderators do not', async () => {
    expect((await mira.get(`/manage/settings/boards/${board}`)).text).toContain(`href="${template}"`)
    expect(wordsOf((await mira.get(template)).text)).toContain('Hier wordt nog niets extra’s gevraagd.')
    for (const other of [await house.member('fatima'), await employee(house, 'sam', 'moderator')]) {
      expect((await other.get(template)).status).toBe(404)
      expect((await other.post(`${template}/prompts`, fields)).status).toBe(404)
    }
    expect((await mira.get('/manage/settings/boards/999/template')).status).toBe(404)
    expect((await add({}, '/manage/settings/boards/999/template')).status).toBe(404)
  })

  it('gives a line of guidance, in two languages, and takes it away again', async () => {
    const given = await mira.post(template, { guidance: ' Deel geen klantnummer. ', guidanceEn: 'No customer number.' })
    expect(given.location).toBe(`${template}?said=saved`)
    expect((await listTemplates(db, null, 'nl'))[0]?.guidance).toBe('Deel geen klantnummer.')
    expect((await listTemplates(db, null, 'en'))[0]?.guidance).toBe('No customer number.')
    const long = await mira.post(template, { guidance: 'x'.repeat(301), guidanceEn: '' })
    expect(long.status).toBe(422)
    expect(long.text).toContain('href="#field-guidance"')
    await mira.post(template, { guidance: '', guidanceEn: '' })
    expect(await listTemplates(db, null, 'nl')).toEqual([])
  })

  it('adds questions for askers, once each, and reads in words what does not fit', async () => {
    const once = { ...fields, _once: 'een-keer-is-genoeg' }
    const sent = await Promise.all([1, 2].map(() => mira.post(`${template}/prompts`, once)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    await add({ label: 'Wat heb je al geprobeerd?', kind: 'text', isRequired: 'true', hint: 'Ook wat niet hielp.' })
    expect(await asked()).toMatchObject([
      { label: 'Welke code staat er op het scherm?', kind: 'line', isRequired: false, hint: '' },
      { label: 'Wat heb je al geprobeerd?', kind: 'text', isRequired: true, hint: 'Ook wat niet hielp.' },
    ])
    const wrong = [
      [{ label: '  ' }, 'label'],
      [{ label: 'x'.repeat(121) }, 'label'],
      [{ label: 'welke CODE staat er op het scherm?' }, 'label'],
      [{ hint: 'x'.repeat(201) }, 'hint'],
      [{ kind: 'drawing' }, 'kind'],
    ] as const
    for (const [more, field] of wrong) {
      const refused = await add({ label: 'Hoe oud is hij?', ...more })
      expect([field, refused.status, refused.text.includes(`href="#field-${field}"`)]).toEqual([field, 422, true])
    }
    expect((await add({ label: 'welke CODE staat er op het scherm?' })).text).toContain('Deze vraag staat er al.')
    expect(await asked()).toHaveLength(2)
  })

  it('changes one, and a label of another question is refused with the words kept', async () => {
    const path = `${template}/prompts/${await idOf('Welke code staat er op het scherm?')}`
    expect((await mira.get(path)).text).toContain('value="Welke code staat er op het scherm?"')
    const refused = await mira.post(path, { ...fields, label: 'Wat heb je al geprobeerd?', hint: 'Bewaar mij' })
    expect([refused.status, refused.text.includes('value="Bewaar mij"')]).toEqual([422, true])
    const changed = await mira.post(path, { ...fields, label: 'Welke foutcode zie je?', labelEn: 'Which code?' })
    expect(changed.location).toBe(`${template}?said=saved#prompts`)
    expect((await listTemplates(db, null, 'en'))[0]?.prompts[0]?.label).toBe('Which code?')
    expect((await mira.post(`${template}/prompts/999`, fields)).status).toBe(404)
  })

  it('asks at most five, also when two people add one at the same time', async () => {
    await Promise.all(['Hoe oud is hij?', 'Hoe warm is het buiten?'].map((label) => add({ label })))
    const both = await Promise.all(['Welk merk?', 'Welke kleur?'].map((label) => add({ label })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await asked()).toHaveLength(5)
    expect(wordsOf((await mira.get(template)).text)).toContain('Er staan al vijf vragen')
  })

  it('puts them in order, and takes one away without a hole in the order', async () => {
    const before = await labels()
    const second = await idOf(before[1] ?? '')
    const moved = await mira.post(`${template}/prompts/${second}/place`, { direction: 'up' })
    expect((await mira.get(moved.location)).text).toMatch(/<button[^>]*autofocus[^>]*>/)
    expect((await labels()).slice(0, 2)).toEqual([before[1], before[0]])
    expect((await mira.post(`${template}/prompts/${second}/removal`)).status).toBe(303)
    expect((await mira.post(`${template}/prompts/${second}/removal`)).status).toBe(404)
    expect((await add({ label: 'De nieuwe laatste?' })).status).toBe(303)
    expect((await labels()).at(-1)).toBe('De nieuwe laatste?')
  })

  it('finds each change in what happened, without its words', async () => {
    const happened = await activity()
    for (const kind of ['guidance-changed', 'prompt-added', 'prompt-changed', 'prompt-placed', 'prompt-removed']) {
      expect(happened.map((one) => one.kind)).toContain(`board.${kind}`)
    }
    expect(new Set(happened.map(({ board_id }) => board_id))).toEqual(new Set([board]))
    expect(JSON.stringify(happened)).not.toContain('code')
  })

  it('meets no trouble with whatever is typed', async () => {
    const path = `${template}/prompts/${await idOf('De nieuwe laatste?')}`
    for (const text of Object.values(hostileStrings)) {
      const tried = await mira.post(path, { ...fields, label: text, hint: text, hintEn: text })
      expect([303, 422]).toContain(tried.status)
    }
    expect((await mira.get(template)).status).toBe(200)
    expect(house.troubles).toEqual([])
  })
})
