import type { FastifyReply } from 'fastify'
import type { Reply } from '#platform/http/reply.ts'
import { renderForSending, renderFragment } from '#ui/render.ts'
import { compressed } from './compression.ts'

const HTML = 'text/html; charset=utf-8'

/** Puts a handler's reply on the wire. `missing` and `gone` are pages of the house and were turned into one before. */
export function send(reply: FastifyReply, answer: Exclude<Reply, { kind: 'missing' | 'gone' }>): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return personal(reply.code(answer.status))
        .type(HTML)
        .send(compressed(reply, renderForSending(answer.page)))
    case 'fragment':
      return personal(reply.code(answer.status)).type(HTML).send(renderFragment(answer.fragment))
    case 'redirect':
      return personal(reply).redirect(answer.to, answer.status)
    case 'text':
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .type(answer.type)
        .send(answer.text)
    case 'stream':
      reply.hijack()
      answer.open(reply.raw)
      return reply
    case 'json':
      return personal(reply.code(answer.status))
        .headers(answer.headers ?? {})
        .send(answer.json)
  }
}

const personal = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'private, no-store')
