import type { MemberExchange } from '#community/exchange.ts'
import { readQuery } from '#platform/http/forms.ts'
import { missing, page, pageWithProblems, type Reply } from '#platform/http/reply.ts'
import { type Filled, untouched } from '../filled.ts'
import { afterDeed, answerForm, idIn, ifThere, onceOf, onOne, onPart, withProblems } from '../handling.ts'
import { answerArchive, answerPlace, movedQuery } from '../ordering.ts'
import { askedBy } from '../outcome.ts'
import { boardPath, boardsPath } from '../paths.ts'
import type { Direction } from '../rules.ts'
import * as boards from './actions.ts'
import { BoardPage } from './board-page.tsx'
import { BoardsPage } from './boards-page.tsx'
import { boardForm, listedForm } from './forms.ts'
import { NewBoardPage } from './new-board-page.tsx'
import { findKeptBoard, type KeptBoard, listKeptBoards, listListed } from './queries.ts'

export async function showBoards(x: MemberExchange): Promise<Reply> {
  return page(<BoardsPage x={x} boards={await listKeptBoards(x.db)} moved={readQuery(movedQuery, x.query)} />)
}

export const showNewBoard = (x: MemberExchange): Reply =>
  page(<NewBoardPage x={x} form={untouched({ access: 'everyone' })} />)

export const postBoard = (x: MemberExchange): Promise<Reply> =>
  answerForm(x, {
    form: boardForm,
    deed: (input) => boards.addBoard(askedBy(x), input, onceOf(x)),
    to: boardPath,
    again: async (form) => pageWithProblems(<NewBoardPage x={x} form={form} />),
  })

export const showBoard = (x: MemberExchange): Promise<Reply> => ifThere(boardPage(x))

export const saveBoard = onOne((x, id) =>
  answerForm(x, {
    form: boardForm,
    deed: (input) => boards.changeBoard(askedBy(x), id, input),
    to: boardPath,
    again: (form) => withProblems(boardPage(x, { form })),
  }),
)

export const placeBoard = onOne((x, id) => {
  const move = (direction: Direction) => boards.moveBoard(askedBy(x), id, direction)
  return answerPlace(x, { id, move, list: boardsPath })
})

export const postArchive = onOne((x, id) =>
  answerArchive(x, (isArchived) => boards.archiveBoard(askedBy(x), id, isArchived), boardPath(id)),
)

export const postListed = onOne((x, id) =>
  answerForm(x, {
    form: listedForm,
    deed: ({ handle }) => boards.addListed(askedBy(x), id, handle),
    to: `${boardPath(id)}#members`,
    again: (listed) => withProblems(boardPage(x, { listed })),
  }),
)

export const dropListed = onPart('memberId', async (x, id, memberId) => {
  const result = await boards.removeListed(askedBy(x), id, memberId)
  return afterDeed(x, result, { to: `${boardPath(id)}#members`, again: async () => missing })
})

interface Forms {
  readonly form?: Filled
  readonly listed?: Filled
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
