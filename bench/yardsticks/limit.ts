// The most that this machine sends: plain Fastify with the same bytes and the same headers, made beforehand.
import fastify from 'fastify'

export interface Canned {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const server = fastify({ logger: false })

process.once('message', async (canned: readonly Canned[]) => {
  for (const { path, headers, body } of canned) {
    const bytes = Buffer.from(body, 'base64')
    server.get(path, (_request, reply) => reply.headers(headers).send(bytes))
  }
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  process.send?.(address)
})
