import { z } from 'zod'
import type { Exchange } from '#community/exchange.ts'
import { readOnce } from '#community/read-once.ts'
import { findBoard, findRenamedBoard } from '#community/topics/boards.ts'
import { ATOM, type AtomEntry, writeAtom } from '#platform/http/atom.ts'
import { line, optional, readQuery } from '#platform/http/forms.ts'
import { missing, type Reply, text } from '#platform/http/reply.ts'
import { isId } from '../handling.ts'
import { answerPath, boardPath, questionFeedPath, questionPath, questionsPath } from '../paths.ts'
import { type FedQuestion, findNewestAnswers, listNewest } from './queries.ts'

/** GET /feeds/questions.atom — the newest questions, also of one board. */
export async function showQuestionFeed(x: Exchange): Promise<Reply> {
  x.dependsOn('questions')
  const { board: slug } = readQuery(z.object({ board: optional(line(60)) }), x.query)
  const tags = ['questions', 'members', 'sight', 'boards', 'brand']
  // The same for everybody, signed in or not: it holds what visitors see.
  const written = await readOnce(x.site, `feed ${x.language} ${slug ?? ''}`, tags, async () => ({
    feed: await writeQuestionFeed(x, slug),
  }))
  if (written.feed !== null) return text(written.feed, ATOM)
  // Whoever follows a board goes on following it.
  const renamed = await findRenamedBoard(x.db, null, slug ?? '')
  return renamed ? { kind: 'redirect', status: 302, to: questionFeedPath(renamed) } : missing
}

async function writeQuestionFeed(x: Exchange, slug: string | undefined): Promise<string | null> {
  const board = slug ? await findBoard(x.db, null, x.language, slug) : null
  if (slug && !board) return null
  const questions = await listNewest(x.db, board?.id ?? null)
  const query = board ? `?board=${encodeURIComponent(board.slug)}` : ''
  const title = board
    ? x.t('feeds.board', { brand: x.brand.name, board: board.name })
    : x.t('feeds.questions', { brand: x.brand.name })
  return writeAtom({
    id: absolute(x, `/feeds/questions.atom${query}`),
    self: absolute(x, `/feeds/questions.atom${query}`),
    title,
    language: x.language,
    page: absolute(x, board ? boardPath(board.slug) : questionsPath),
    now: x.now,
    entries: questions.map((question) => entryOf(x, question)),
  })
}

function entryOf(x: Exchange, question: FedQuestion): AtomEntry {
  const kinds = [question.board, ...question.tags]
  return {
    // The slug follows the title; the number stays.
    ...{ id: absolute(x, `/questions/${question.id}`), title: question.title, html: question.html },
    ...{ page: absolute(x, questionPath(question)), base: absolute(x, '/'), language: question.language },
    author: authorOf(x, question),
    publishedAt: question.createdAt,
    updatedAt: question.editedAt ?? question.createdAt,
    categories: kinds.map(({ slug, name }) => ({ term: slug, label: name })),
  }
}

/** GET /feeds/questions/:id.atom — the answers to one question, newest first. */
export async function showAnswerFeed(x: Exchange): Promise<Reply> {
  const { id } = x.params
  if (!isId(id)) return missing
  x.dependsOn(`question:${id}`)
  const found = await findNewestAnswers(x.db, id)
  if (!found) return missing
  const feed = writeAtom({
    id: absolute(x, `/feeds/questions/${id}.atom`),
    self: absolute(x, `/feeds/questions/${id}.atom`),
    title: x.t('feeds.answers', { title: found.title }),
    language: found.language,
    page: absolute(x, questionPath({ id, slug: found.slug })),
    now: x.now,
    entries: found.answers.map((answer) => ({
      ...{
        id: absolute(x, answerPath(id, answer.id)),
        page: absolute(x, answerPath(id, answer.id)),
        html: answer.html,
      },
      title: x.t('feeds.answer', { name: answer.authorName, title: found.title }),
      author: authorOf(x, answer),
      publishedAt: answer.createdAt,
      updatedAt: answer.editedAt ?? answer.createdAt,
      base: absolute(x, '/'),
    })),
  })
  return text(feed, ATOM)
}

const authorOf = (x: Exchange, post: { authorName: string; authorHandle: string }) => ({
  name: post.authorName,
  page: absolute(x, `/members/${post.authorHandle}`),
})

const absolute = (x: Exchange, path: string) => `${x.site.config.publicUrl}${path}`
