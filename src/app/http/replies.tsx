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
      return personal(reply).redirect(withAnchor(reply, answer.to), answer.status)
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

/**
 * Where a script follows a redirect it never learns what stood behind the #. There that travels in the query as well;
 * ui/browser/anchors.ts puts it back.
 */
function withAnchor({ request }: FastifyReply, to: string): string {
  const [address = '', anchor] = to.split('#')
  if (!anchor || !request.headers.accept?.includes('turbo-stream')) return to
  return `${address}${address.includes('?') ? '&' : '?'}at=${anchor}#${anchor}`
}

const personal = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'private, no-store')
