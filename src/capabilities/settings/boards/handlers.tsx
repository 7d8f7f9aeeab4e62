import type { MemberExchange } from '#community/exchange.ts'
import { readForm, readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { type Filled, refusedWith, unreadable, untouched, wordsOf } from '../filled.ts'
import { afterDeed, idIn, onceOf } from '../handling.ts'
import { askedBy } from '../outcome.ts'
import { boardPath, boardsPath } from '../paths.ts'
import * as boards from './actions.ts'
import { BoardPage } from './board-page.tsx'
import { BoardsPage } from './boards-page.tsx'
import { archiveForm, boardForm, listedForm, movedQuery, placeForm } from './forms.ts'
import { NewBoardPage } from './new-board-page.tsx'
import { findKeptBoard, type KeptBoard, listKeptBoards, listListed } from './queries.ts'

export async function showBoards(x: MemberExchange): Promise<Reply> {
  return page(<BoardsPage x={x} boards={await listKeptBoards(x.db)} moved={readQuery(movedQuery, x.query)} />)
}

export const showNewBoard = (x: MemberExchange): Reply =>
  page(<NewBoardPage x={x} form={untouched({ access: 'everyone' })} />)

export async function postBoard(x: MemberExchange): Promise<Reply> {
  const again = (form: Filled) => pageWithProblems(<NewBoardPage x={x} form={form} />)
  const read = readForm(boardForm, x.body)
  if (!read.ok) return again(unreadable(x.t, read))
  const result = await boards.addBoard(askedBy(x), read.value, onceOf(x))
  return afterDeed(result, boardPath, (reason, field) => again(refusedWith(x.t, wordsOf(x), reason, field)))
}

export async function showBoard(x: MemberExchange): Promise<Reply> {
  const shown = await boardPage(x)
  return shown ? page(shown) : missing
}

export async function saveBoard(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(boardForm, x.body)
  if (!read.ok) return withProblems(x, { form: unreadable(x.t, read) })
  const result = await boards.changeBoard(askedBy(x), id, read.value)
  return afterDeed(result, boardPath, (reason, field) =>
    withProblems(x, { form: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function placeBoard(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  const read = readForm(placeForm, x.body)
  if (!id || !read.ok) return missing
  const { direction } = read.value
  const result = await boards.moveBoard(askedBy(x), id, direction)
  if (result.outcome === 'unknown') return missing
  return seeOther(`${boardsPath}?moved=${id}&direction=${direction}`)
}

export async function postArchive(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  const read = readForm(archiveForm, x.body)
  if (!id || !read.ok) return missing
  const result = await boards.archiveBoard(askedBy(x), id, read.value.act === 'archive')
  return afterDeed(result, boardPath(id), () => seeOther(boardPath(id)))
}

export async function postListed(x: MemberExchange): Promise<Reply> {
  const id = idIn(x)
  if (!id) return missing
  const read = readForm(listedForm, x.body)
  if (!read.ok) return withProblems(x, { listed: unreadable(x.t, read) })
  const result = await boards.addListed(askedBy(x), id, read.value.handle)
  return afterDeed(result, `${boardPath(id)}#members`, (reason, field) =>
    withProblems(x, { listed: refusedWith(x.t, wordsOf(x), reason, field) }),
  )
}

export async function dropListed(x: MemberExchange): Promise<Reply> {
  const [id, memberId] = [idIn(x), idIn(x, 'memberId')]
  if (!id || !memberId) return missing
  const result = await boards.removeListed(askedBy(x), id, memberId)
  return afterDeed(result, `${boardPath(id)}#members`, () => missing)
}

interface Forms {
  readonly form?: Filled
  readonly listed?: Filled
}

async function withProblems(x: MemberExchange, forms: Forms): Promise<Reply> {
  const shown = await boardPage(x, forms)
  return shown ? pageWithProblems(shown) : missing
}

async function boardPage(x: MemberExchange, forms: Forms = {}) {
  const id = idIn(x)
  const board = id ? await findKeptBoard(x.db, id) : null
  if (!board) return null
  const listed = await listListed(x.db, board.id)
  return (
    <BoardPage
      x={x}
      board={board}
      listed={listed}
      form={forms.form ?? untouched(asWords(board))}
      listedForm={forms.listed ?? untouched()}
    />
  )
}

const asWords = ({ name, nameEn, description, descriptionEn, slug, access }: KeptBoard) => ({
  name,
  nameEn: nameEn ?? '',
  description,
  descriptionEn: descriptionEn ?? '',
  slug,
  access,
})
