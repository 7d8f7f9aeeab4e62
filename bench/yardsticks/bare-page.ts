// A signed-in page with nothing around it: the session, three queries by named statements, 20 posts, compressed.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import fastify from 'fastify'
import pg from 'pg'
import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'

interface Post {
  id: string
  html: string
  name: string
  handle: string
  created_at: Date
  thanks_count: number
}

const SESSION = `select m.id, m.handle, m.name from auth_sessions s join members m on m.account_id = s.user_id
  where s.token = $1 and s.expires_at > now()`
const QUESTION = `select q.id, q.title, q.html, q.created_at, q.answer_count, m.name, m.handle, b.name as board
  from questions q join members m on m.id = q.author_id join boards b on b.id = q.board_id where q.id = $1`
const POSTS = `select a.id, a.html, a.created_at, a.thanks_count, m.name, m.handle from answers a
  join members m on m.id = a.author_id where a.question_id = $1 order by a.usefulness desc, a.id limit 20`
const THANKED = `select subject_id from thanks where subject_kind = 'answer' and member_id = $1 and subject_id = any($2)`

const asBrotli = promisify(brotliCompress)
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
const server = fastify({ logger: false })

process.once('message', async (connectionString: string) => {
  const pool = new pg.Pool({ connectionString, max: 12 })
  const ask = async <T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
    (await pool.query<T>({ name, text, values })).rows
  server.get<{ Params: { id: string } }>('/questions/:id/:slug', async (request, reply) => {
    const token = /onderling-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const [member] = await ask('session', SESSION, [createHash('sha256').update(token).digest('base64url')])
    if (!member) return reply.code(403).send()
    const [[question], posts] = await Promise.all([
      ask('question', QUESTION, [request.params.id]),
      ask<Post>('posts', POSTS, [request.params.id]),
    ])
    const thanked = await ask('thanked', THANKED, [member.id, posts.map((post) => post.id)])
    const mine = new Set(thanked.map((row) => row.subject_id))
    const html = `<!doctype html>${renderToString(pageOf(member, question ?? {}, posts, mine))}`
    const body = await asBrotli(html, QUICK)
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', vary: 'accept-encoding' })
      .send(body)
  })
  process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }))
})

function pageOf(member: pg.QueryResultRow, question: pg.QueryResultRow, posts: readonly Post[], mine: Set<string>) {
  const raw = (html: string) => h('div', { dangerouslySetInnerHTML: { __html: html } })
  const head = h('head', null, h('title', null, question.title))
  const asked = h(Fragment, null, h('h1', null, question.title), raw(question.html))
  const list = posts.map((post) =>
    h(
      'article',
      { id: `answer-${post.id}`, key: post.id },
      h('a', { href: `/members/${post.handle}` }, post.name),
      h('time', { datetime: post.created_at.toISOString() }, post.created_at.toISOString()),
      raw(post.html),
      h('button', { 'aria-pressed': mine.has(post.id) }, `Bedankt ${post.thanks_count}`),
    ),
  )
  return h('html', { lang: 'nl' }, head, h('body', null, h('p', null, member.name), asked, list))
}
