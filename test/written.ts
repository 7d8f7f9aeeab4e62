import type { Site } from '#community/site.ts'
import type { Answered, Fields, Member, WholeHouse } from './whole-house.ts'

/** Things made the way people make them, through the forms of the house. */
export function writersIn({ site }: Pick<WholeHouse, 'site'>) {
  return {
    board: (slug: string, more: BoardFacts = {}) => insertBoard(site, slug, more),
    /** What askers there are told and asked besides. */
    template: async (boardId: string, guidance: string, label: string) => {
      await site.db.updateTable('boards').set({ guidance }).where('id', '=', boardId).execute()
      const prompt = { board_id: boardId, position: 1, label, kind: 'line' }
      await site.db.insertInto('board_prompts').values(prompt).execute()
    },
    list: async (boardId: string, ...members: readonly Member[]) => {
      const rows = members.map(({ person }) => ({ board_id: boardId, member_id: person.id }))
      await site.db.insertInto('board_members').values(rows).execute()
    },
    product: async (slug: string, name = slug) => {
      const row = await site.db.insertInto('products').values({ slug, name }).returning('id').executeTakeFirstOrThrow()
      return row.id
    },
    question: async (by: Member, fields: QuestionFields) => {
      const asked = await by.post('/questions', { checked: 'true', body: 'Wie weet dit?', tags: '', ...fields })
      return idIn(asked, /^\/questions\/(\d+)\//)
    },
    answer: async (by: Member, questionId: string, body: string) =>
      idIn(await by.post(`/questions/${questionId}/answers`, { body, checked: 'true' }), /\/answers\/(\d+)/),
    comment: async (by: Member, questionId: string, body: string, answerId = '') =>
      idIn(await by.post(`/questions/${questionId}/comments`, { body, answerId }), /\/comments\/(\d+)/),
    /** A moderator's decision about a question, or about the answer or comment that the query names. */
    decide: async (by: Member, questionId: string, deed: string, fields: Fields = {}, query = '') =>
      done(
        await by.post(`/questions/${questionId}/keeping/${deed}${query}`, { reason: 'Zo is het beter.', ...fields }),
      ),
    does: async (by: Member, path: string, fields: Fields = {}) => done(await by.post(path, fields)),
  }
}

interface QuestionFields {
  readonly title: string
  readonly board: string
  readonly body?: string
  readonly tags?: string
  readonly product?: string
}

interface BoardFacts {
  readonly name?: string
  readonly access?: 'everyone' | 'members' | 'listed'
  readonly description?: string
  readonly archived?: boolean
}

async function insertBoard(site: Site, slug: string, { name = slug, archived, ...more }: BoardFacts) {
  const { id } = await site.db
    .insertInto('boards')
    .values({ slug, name, ...more, archived_at: archived ? new Date() : null })
    .returning('id')
    .executeTakeFirstOrThrow()
  site.signals.send(['boards'])
  return id
}

function idIn(made: Answered, shape: RegExp): string {
  const id = shape.exec(made.location)?.[1]
  if (made.status === 303 && id) return id
  throw new Error(`Nothing was made: ${made.status} ${made.location} ${wordsOf(made.text).slice(0, 400)}`)
}

function done(answered: Answered): Answered {
  if (answered.status < 400) return answered
  throw new Error(`It was not done: ${answered.status} ${wordsOf(answered.text).slice(0, 400)}`)
}

/** What a page says, without its elements. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
