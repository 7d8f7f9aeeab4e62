import type { Member, WholeHouse } from '../whole-house.ts'
import { writersIn } from '../written.ts'

/** Who looks. Everybody is looked for in every hidden thing, on every surface. */
export const viewers = [
  'visitor',
  'noor', // a member like any other
  'fatima', // a blocked member
  'eva', // a colleague with a role that keeps no order
  'lotte', // was on the list, and is no more
  'piet', // is on the list
  'henk', // wrote everything, and is on the list
  'sam', // moderates
] as const
export type ViewerName = (typeof viewers)[number]

export const WORD = 'zoekwoordje'

/** Something with a word of its own in it, and who may come across that word. */
export interface Planted {
  readonly name: string
  /** Stands in the thing and nowhere else. */
  readonly marker: string
  /** Also stands in the thing: to search for, as a page repeats what was searched for. */
  readonly needle: string
  readonly seenBy: readonly ViewerName[]
  /** Where each who may see it comes across it; left out when there is no such page. */
  readonly shownAt?: string
  readonly questionId?: string
  readonly answerId?: string
  readonly commentId?: string
  /** What its own address answers to whom. */
  readonly answers?: (viewer: ViewerName) => 200 | 301 | 404 | 410
}

const everybody = viewers
const membersOnly = viewers.filter((name) => name !== 'visitor')
const listed = ['piet', 'henk', 'sam'] as const
const authorAndModerator = ['henk', 'sam'] as const
const moderator = ['sam'] as const

/** Removed from a board that everybody sees: those who might have read it are told that it is gone. */
const gone = (seenBy: readonly ViewerName[]) => (viewer: ViewerName) => (seenBy.includes(viewer) ? 200 : 410)
const missing = (seenBy: readonly ViewerName[]) => (viewer: ViewerName) => (seenBy.includes(viewer) ? 200 : 404)

export type Cast = Readonly<Record<Exclude<ViewerName, 'visitor'>, Member>>

export async function castOf(house: WholeHouse): Promise<Cast> {
  const [noor, fatima, eva, lotte, piet, henk, sam] = await Promise.all([
    house.member('noor'),
    house.member('fatima'),
    house.member('eva', { roles: ['editor'] }),
    house.member('lotte'),
    house.member('piet'),
    house.member('henk'),
    house.member('sam', { roles: ['moderator'] }),
  ])
  await house.site.db.updateTable('members').set({ staff_title: 'Redactie' }).where('handle', '=', 'eva').execute()
  return { noor, fatima, eva, lotte, piet, henk, sam }
}

/** Plants one of each hidden kind, by the forms that people use, and gives what was planted. */
export class Planting {
  readonly #write: ReturnType<typeof writersIn>
  readonly #cast: Cast
  readonly planted: Planted[] = []
  readonly #closed: { readonly id: string; readonly slug: string; readonly seenBy: readonly ViewerName[] }[] = []
  #count = 0

  constructor(house: WholeHouse, cast: Cast) {
    this.#write = writersIn(house)
    this.#cast = cast
  }

  async inPublic() {
    await this.#write.board('openbaar')
    return this.#questionWithPosts('public', 'openbaar', everybody)
  }

  async behindDoors() {
    await this.#board('leden', 'members', membersOnly)
    const listId = await this.#board('lijst', 'listed', listed)
    const { henk, piet, lotte } = this.#cast
    await this.#write.list(listId, henk, piet, lotte)
    await this.#questionWithPosts('members', 'leden', membersOnly)
    await this.#questionWithPosts('listed', 'lijst', listed)
  }

  async takenAway(publicId: string) {
    await this.#hidden('openbaar', 'hidden', authorAndModerator, gone(authorAndModerator))
    await this.#hidden('leden', 'hidden in members', authorAndModerator, (viewer) =>
      viewer === 'visitor' ? 404 : gone(authorAndModerator)(viewer),
    )
    await this.#deleted()
    await this.#posts(publicId)
    await this.#moved()
    await this.#merged()
  }

  /** Last: whoever asks there is asked more from now on. */
  async askedInBoards() {
    for (const { id, slug, seenBy } of this.#closed) {
      const { marker, needle } = this.#words(`template${slug}`)
      await this.#write.template(id, `Let op ${marker}`, `Welke ${needle} ${marker}?`)
      this.#plant({ name: `what the ${slug} board asks`, marker, needle, seenBy, shownAt: '/questions/new' })
    }
  }

  #words(kind: string) {
    this.#count += 1
    const name = kind.replace(/[^a-z]/g, '')
    const number = String.fromCharCode(97 + (this.#count % 26), 97 + Math.floor(this.#count / 26))
    return { marker: `qzmerk${number}${name}`, needle: `naald${number}${name}` }
  }

  #plant(thing: Planted): Planted {
    this.planted.push(thing)
    return thing
  }

  async #board(slug: string, access: 'members' | 'listed', seenBy: readonly ViewerName[]) {
    const { marker, needle } = this.#words(`board${slug}`)
    const names = { name: `Bord ${marker}`, description: `Over ${needle} ${marker}` }
    this.#plant({ name: `name of the ${slug} board`, marker, needle, seenBy, shownAt: '/questions' })
    const id = await this.#write.board(slug, { access, ...names })
    this.#closed.push({ id, slug, seenBy })
    return id
  }

  async #question(kind: string, board: string) {
    const { henk } = this.#cast
    const { marker, needle } = this.#words(kind)
    // First, so that the readable part of the address holds it too.
    const title = `${marker} ${needle} ${WORD}`
    const body = `Een tekst met ${WORD}, ${needle} en ${marker}.`
    const questionId = await this.#write.question(henk, { title, board, body, tags: marker })
    return { marker, needle, questionId }
  }

  async #questionWithPosts(kind: string, board: string, seenBy: readonly ViewerName[]) {
    const { henk } = this.#cast
    const question = await this.#question(`${kind} question`, board)
    const { questionId } = question
    const at = { questionId, seenBy, shownAt: await this.#pathOf(questionId) }
    this.#plant({ name: `${kind} question`, ...question, ...at, answers: missing(seenBy) })
    const earlier = this.#words(`${kind} earlier answer`)
    const answer = this.#words(`${kind} answer`)
    const answerId = await this.#write.answer(henk, questionId, `Zo was het: ${earlier.marker} ${earlier.needle}`)
    const edit = `/questions/${questionId}/answers/${answerId}/edit`
    await this.#write.does(henk, edit, { body: `Antwoord ${answer.marker} ${answer.needle}`, checked: 'true' })
    this.#plant({ name: `${kind} answer`, ...answer, ...at, answerId })
    const history = `/questions/${questionId}/answers/${answerId}/history`
    this.#plant({ name: `earlier ${kind} answer`, ...earlier, ...at, answerId, shownAt: history })
    const comment = this.#words(`${kind} comment`)
    const commentId = await this.#write.comment(henk, questionId, `Reactie ${comment.marker}`, answerId)
    this.#plant({ name: `${kind} comment`, ...comment, ...at, commentId })
    return questionId
  }

  /** A question with an earlier version and an answer, which a moderator hides for a reason. */
  async #hidden(board: string, kind: string, seenBy: readonly ViewerName[], answers: NonNullable<Planted['answers']>) {
    const { henk, sam, piet } = this.#cast
    const question = await this.#question(`${kind} question`, board)
    const { questionId } = question
    const at = { questionId, seenBy, shownAt: await this.#pathOf(questionId) }
    this.#plant({ name: `${kind} question`, ...question, ...at, answers })
    const earlier = this.#words(`${kind} earlier`)
    const title = `${question.marker} ${question.needle} ${WORD}`
    const edited = (body: string) => ({ title, body, tags: question.marker, checked: 'true' })
    await this.#write.does(henk, `/questions/${questionId}/edit`, edited(`Eerst ${earlier.marker}`))
    await this.#write.does(henk, `/questions/${questionId}/edit`, edited(`Nu ${question.marker}`))
    this.#plant({ name: `earlier ${kind} question`, ...earlier, ...at, shownAt: `/questions/${questionId}/history` })
    const answer = this.#words(`${kind} answer below`)
    const answerId = await this.#write.answer(piet, questionId, `Onder wat weg is: ${answer.marker}`)
    this.#plant({ name: `answer below the ${kind} question`, ...answer, ...at, answerId })
    const reason = this.#words(`${kind} reason`)
    await this.#write.decide(sam, questionId, 'hide', { reason: `Omdat ${reason.marker}` })
    this.#plant({ name: `reason why the question is ${kind}`, ...reason, ...at })
  }

  async #deleted() {
    const question = await this.#question('deleted question', 'openbaar')
    const { questionId } = question
    await this.#write.does(this.#cast.henk, `/questions/${questionId}/deletion`)
    const shownAt = await this.#pathOf(questionId)
    const seenBy = moderator
    this.#plant({ name: 'deleted question', ...question, questionId, seenBy, shownAt, answers: gone(seenBy) })
  }

  /** Answers and comments that are gone below a question that stands. */
  async #posts(questionId: string) {
    const { henk, sam } = this.#cast
    const shownAt = await this.#pathOf(questionId)
    for (const kind of ['hidden', 'deleted'] as const) {
      const seenBy = kind === 'hidden' ? authorAndModerator : moderator
      const [earlier, answer, below, comment] = ['earlier', 'answer', 'below', 'comment'].map((what) =>
        this.#words(`${kind} post ${what}`),
      ) as [Words, Words, Words, Words]
      const answerId = await this.#write.answer(henk, questionId, `Eerst ${earlier.marker} ${earlier.needle}`)
      const path = `/questions/${questionId}/answers/${answerId}`
      await this.#write.does(henk, `${path}/edit`, { body: `Nu ${answer.marker} ${answer.needle}`, checked: 'true' })
      const belowId = await this.#write.comment(henk, questionId, `Eronder ${below.marker}`, answerId)
      const commentId = await this.#write.comment(henk, questionId, `Reactie ${comment.marker}`)
      if (kind === 'hidden') {
        await this.#write.decide(sam, questionId, 'hide', {}, `?answer=${answerId}`)
        await this.#write.decide(sam, questionId, 'hide', {}, `?comment=${commentId}`)
      } else {
        await this.#write.does(henk, `${path}/deletion`)
        await this.#write.does(henk, `/questions/${questionId}/comments/${commentId}/deletion`)
      }
      const at = { questionId, seenBy }
      const whenHidden = kind === 'hidden' ? { shownAt } : {}
      this.#plant({ name: `${kind} answer`, ...answer, ...at, ...whenHidden, answerId })
      this.#plant({ name: `earlier ${kind} answer`, ...earlier, ...at, answerId, shownAt: `${path}/history` })
      this.#plant({ name: `comment below the ${kind} answer`, ...below, ...at, commentId: belowId })
      this.#plant({ name: `${kind} comment`, ...comment, ...at, commentId })
    }
  }

  async #moved() {
    const question = await this.#question('moved question', 'openbaar')
    const { questionId } = question
    await this.#write.decide(this.#cast.sam, questionId, 'move', { board: 'lijst' })
    const shownAt = await this.#pathOf(questionId)
    const at = { questionId, seenBy: listed, shownAt }
    this.#plant({ name: 'question moved to the list', ...question, ...at, answers: missing(listed) })
  }

  /** From a board that everybody sees into a question that few see. */
  async #merged() {
    const into = await this.#question('merge target', 'lijst')
    const from = await this.#question('merged question', 'openbaar')
    await this.#write.decide(this.#cast.sam, from.questionId, 'merge', { other: into.questionId })
    const shownAt = await this.#pathOf(into.questionId)
    const redirects = (viewer: ViewerName) => ((listed as readonly ViewerName[]).includes(viewer) ? 301 : 404)
    this.#plant({ name: 'question merged into', ...into, seenBy: listed, shownAt, answers: missing(listed) })
    this.#plant({ name: 'merged question', ...from, seenBy: listed, shownAt, answers: redirects })
  }

  /** With its readable part, which a redirect to it would tell. */
  async #pathOf(questionId: string) {
    const { location } = await this.#cast.sam.get(`/questions/${questionId}`)
    return location || `/questions/${questionId}/x`
  }
}

interface Words {
  readonly marker: string
  readonly needle: string
}
