import { beforeAll, describe, expect, it } from 'vitest'
import { saveDraft } from '#community/drafts/queries.ts'
import { testDatabase } from '#test/database.ts'
import { employee } from '#test/employees.ts'
import { type Member, wholeHouse } from '#test/whole-house.ts'
import { wordsOf, writersIn } from '#test/written.ts'

const house = await wholeHouse(await testDatabase())
const write = writersIn(house)
let fatima: Member
let henk: Member
let noor: Member
let piet: Member
let sam: Member

beforeAll(async () => {
  await write.board('warmte')
  const closed = await write.board('installateurs', { access: 'listed' })
  fatima = await house.member('fatima')
  henk = await house.member('henk')
  noor = await house.member('noor')
  piet = await house.member('piet')
  await write.list(closed, piet)
  sam = await employee(house, 'sam', 'moderator')
})

async function talk(board = 'warmte', by = fatima) {
  const id = await write.question(by, { title: 'Hoe zet ik hem lager?', board, body: 'Hij staat op *60* graden.' })
  const answerId = await write.answer(piet, id, 'Kies **stand 2**.\n\n- eerst de knop\n- dan de klep')
  const commentId = await write.comment(piet, id, 'En wacht een dag.', answerId)
  return { id, answerId, commentId }
}

/** The page to which "Quote" leads, and what stands in its form. */
async function quoting(reader: Pick<Member, 'get'>, id: string, name: string) {
  const first = await reader.get(`/questions/${id}?quote=${name}`)
  const answered = first.status === 301 ? await reader.get(first.location) : first
  return { ...answered, words: formIn(answered.text) }
}

const formIn = (html: string): string =>
  (/<textarea[^>]*class="[^"]*composer-text[^"]*"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? 'no form')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()

describe('a member who quotes', () => {
  it('a question, an answer or a comment finds it in the form, with who said it and where', async () => {
    const { id, answerId, commentId } = await talk()
    expect((await quoting(henk, id, 'question')).words).toBe(
      `> [fatima](/questions/${id}):\n>\n> Hij staat op 60 graden.`,
    )
    expect((await quoting(henk, id, `answer-${answerId}`)).words).toBe(
      `> [piet](/questions/${id}/answers/${answerId}):\n>\n> Kies stand 2.\n>\n> eerst de knop\n> dan de klep`,
    )
    expect((await quoting(henk, id, `comment-${commentId}`)).words).toBe(
      `> [piet](/questions/${id}/comments/${commentId}):\n>\n> En wacht een dag.`,
    )
  })

  it('keeps what they had begun, above the quote', async () => {
    const { id, answerId } = await talk()
    const owner = { memberId: henk.person.id }
    await saveDraft(house.site.db, owner, `answer:${id}`, { body: 'Bij mij ook.' }, house.site.now())
    expect((await quoting(henk, id, `answer-${answerId}`)).words).toMatch(/^Bij mij ook\.\n\n> \[piet\]/)
    expect((await quoting(noor, id, `answer-${answerId}`)).words).toMatch(/^> \[piet\]/)
  })

  it('leaves the page as it is for everybody else', async () => {
    const { id, answerId } = await talk()
    const path = (await noor.get(`/questions/${id}`)).location
    const before = formIn((await noor.get(path)).text)
    const visited = (await house.visitor().get(path)).text
    await quoting(noor, id, `answer-${answerId}`)
    for (const reader of [noor, henk]) expect(formIn((await reader.get(path)).text)).toBe(before)
    expect((await house.visitor().get(path)).text).toBe(visited)
  })

  it('is offered it with the same words as any other reader', async () => {
    const { id, answerId, commentId } = await talk()
    const path = (await noor.get(`/questions/${id}`)).location
    for (const reader of [noor, henk, sam, house.visitor()]) {
      const { text } = await reader.get(path)
      for (const name of ['question', `answer-${answerId}`, `comment-${commentId}`]) {
        expect(text).toContain(`href="/questions/${id}?quote=${name}#answer-form"`)
      }
    }
  })

  it('is shown as somebody quoting, and tells of nobody whom the quoted words name', async () => {
    const { id } = await talk()
    const answerId = await write.answer(piet, id, 'Vraag het @noor eens.')
    const { words } = await quoting(henk, id, `answer-${answerId}`)
    await house.settle()
    const told = house.site.db.selectFrom('notices').select('kind').where('member_id', '=', noor.person.id)
    const before = (await told.where('question_id', '=', id).execute()).length
    const posted = await write.answer(henk, id, `${words}\n\nGoed idee.`)
    await house.settle()
    expect(await told.where('question_id', '=', id).execute()).toHaveLength(before)
    const { html } = await house.site.db
      .selectFrom('answers')
      .select('html')
      .where('id', '=', posted)
      .executeTakeFirstOrThrow()
    expect(html).toContain(`<blockquote>\n<p><a href="/questions/${id}/answers/${answerId}">piet</a>:</p>`)
    expect(html).toContain('<a href="/members/noor" class="mention">@noor</a>')
  })

  it('does not spread the personal details that an author chose to show', async () => {
    const { id } = await talk()
    const own = { body: 'Bel mij op 06 12345678', checked: 'true', keep: '06 12345678' }
    const shown = await piet.post(`/questions/${id}/answers`, own)
    const answerId = /answers\/(\d+)/.exec(shown.location)?.[1]
    const { words } = await quoting(henk, id, `answer-${answerId}`)
    expect(words).toContain('06 12345678')
    const asked = await henk.post(`/questions/${id}/answers`, { body: words })
    expect([asked.status, asked.text.includes('name="keep"')]).toEqual([422, true])
    const posted = await write.answer(henk, id, words)
    expect((await house.visitor().get(`/questions/${id}/answers/${posted}`)).status).toBe(303)
    const row = house.site.db.selectFrom('answers').select('body').where('id', '=', posted)
    expect((await row.executeTakeFirstOrThrow()).body).not.toContain('12345678')
  })
})

const toldTo = async (one: Member, questionId: string) => {
  await house.settle()
  const notices = house.site.db.selectFrom('notices').select(['kind', 'answer_id as answerId'])
  return notices.where('member_id', '=', one.person.id).where('question_id', '=', questionId).orderBy('id').execute()
}

describe('whose words are quoted', () => {
  it('is told so once, in the place of the answer that others are told of', async () => {
    const { id, answerId } = await talk()
    await toldTo(piet, id)
    const { words } = await quoting(henk, id, `answer-${answerId}`)
    const twice = await write.answer(henk, id, `${words}\n\nKlopt.\n\n${words}\n\nTwee keer.`)
    expect((await toldTo(piet, id)).filter((notice) => notice.answerId === twice)).toEqual([
      { kind: 'quoted', answerId: twice },
    ])
    expect((await toldTo(fatima, id)).filter((notice) => notice.answerId === twice)).toEqual([
      { kind: 'answer', answerId: twice },
    ])
    expect(wordsOf((await piet.get('/notices')).text)).toContain('henk citeerde je bij “Hoe zet ik hem lager?”')
  })

  it('is told of a comment too, and after they stopped following', async () => {
    const { id, answerId } = await talk()
    const commentId = await write.comment(noor, id, 'Bij mij staat hij op 55.', answerId)
    await toldTo(noor, id)
    await write.does(noor, `/questions/${id}/following`, { on: 'false' })
    const { words } = await quoting(henk, id, `comment-${commentId}`)
    const posted = await write.answer(henk, id, `${words}\n\nDan is het goed.`)
    await write.answer(henk, id, 'En nog iets anders.')
    expect((await toldTo(noor, id)).filter((notice) => Number(notice.answerId) >= Number(posted))).toEqual([
      { kind: 'quoted', answerId: posted },
    ])
  })

  it('is told of being called by name when both are so', async () => {
    const { id } = await talk()
    const own = await write.answer(noor, id, 'Ik zette hem op 50.')
    const posted = await write.answer(henk, id, `> [noor](/questions/${id}/answers/${own}):\n>\n> 50\n\nEcht, @noor?`)
    const told = (await toldTo(noor, id)).filter((notice) => notice.answerId === posted)
    expect(told).toEqual([{ kind: 'mention', answerId: posted }])
  })

  it('is not told by a quote of oneself, of what is hidden, or of a post elsewhere', async () => {
    const { id } = await talk()
    const elsewhere = await talk()
    const comment = await write.comment(noor, elsewhere.id, 'Elders gezegd.', elsewhere.answerId)
    const hidden = await write.comment(noor, id, 'Verborgen gezegd.')
    await write.decide(sam, id, 'hide', {}, `?comment=${hidden}`)
    await toldTo(noor, id)
    const paths = [`${id}/comments/${hidden}`, `${id}/comments/${comment}`, `${elsewhere.id}/comments/${comment}`]
    const quotes = paths.map((path) => `> [noor](/questions/${path}): zei dit`).join('\n\n')
    const posted = await write.answer(henk, id, `${quotes}\n\nNiet waar.`)
    const own = await write.answer(henk, id, `> [henk](/questions/${id}/answers/${posted}): Niet waar.\n\nToch wel.`)
    expect((await toldTo(noor, id)).filter((notice) => notice.kind === 'quoted')).toEqual([])
    expect((await toldTo(henk, id)).filter((notice) => notice.answerId === own)).toEqual([])
  })
})

describe('a post that is not to be quoted', () => {
  it('is unknown: hidden, deleted, of another question, or never there', async () => {
    const { id, answerId, commentId } = await talk()
    const other = await talk()
    const deleted = await write.answer(henk, id, 'Toch niet.')
    await write.does(henk, `/questions/${id}/answers/${deleted}/deletion`)
    await write.decide(sam, id, 'hide', {}, `?answer=${answerId}`)
    const names = [`answer-${answerId}`, `comment-${commentId}`, `answer-${deleted}`, `answer-${other.answerId}`]
    for (const name of [...names, 'answer-999999999', 'answer-0', 'answer-', 'piet', '', 'question&quote=question']) {
      for (const reader of [fatima, piet, sam]) {
        expect([name, (await quoting(reader, id, name)).status]).toEqual([name, 404])
      }
    }
  })

  it('of a board that somebody may not see is unknown like the question itself', async () => {
    const { id, answerId } = await talk('installateurs', piet)
    expect((await quoting(piet, id, `answer-${answerId}`)).words).toContain('stand 2')
    const { status, text } = await quoting(noor, id, `answer-${answerId}`)
    expect([status, text.includes('stand 2')]).toEqual([404, false])
  })

  it('is offered to nobody below a closed question, except to staff', async () => {
    const { id } = await talk()
    await write.decide(sam, id, 'close')
    const path = (await noor.get(`/questions/${id}`)).location
    for (const reader of [noor, house.visitor()]) expect((await reader.get(path)).text).not.toContain('?quote=')
    expect((await sam.get(path)).text).toContain('?quote=question')
    const { status, text } = await quoting(noor, id, 'question')
    expect([status, wordsOf(text).includes('Weet jij het?')]).toEqual([200, false])
  })

  it('a hidden answer is offered to nobody, moderators included', async () => {
    const { id, answerId } = await talk()
    await write.decide(sam, id, 'hide', {}, `?answer=${answerId}`)
    const path = (await sam.get(`/questions/${id}`)).location
    expect((await sam.get(path)).text).not.toContain(`quote=answer-${answerId}`)
  })
})

describe('a visitor who quotes', () => {
  it('signs in on the way, whether the post is there or not', async () => {
    const { id, answerId } = await talk()
    for (const name of [`answer-${answerId}`, 'answer-999999999']) {
      const { status, location } = await house.visitor().get(`/questions/${id}?quote=${name}`)
      const returnTo = new URL(location, 'http://here.example').searchParams.get('returnTo')
      expect([status, returnTo]).toEqual([303, `/questions/${id}?quote=${name}#answer-form`])
    }
  })
})
