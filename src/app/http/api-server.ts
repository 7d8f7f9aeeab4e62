import { TextDecoder } from 'node:util'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiRoute } from '#community/api.ts'
import { unnamedBrand } from '#community/brand/brand.ts'
import type { Capability } from '#community/capability.ts'
import type { Exchange } from '#community/exchange.ts'
import type { Viewer } from '#community/members/actor.ts'
import type { Site } from '#community/site.ts'
import { translator } from '#platform/i18n/translate.ts'
import { answerApi } from '../api/answer.ts'
import { type Asker, askerOf, challenge, count, refusalFor, viewerFor } from '../api/asker.ts'
import { openApiDocument } from '../api/openapi.ts'
import { notFound, problemOf, said, sendJson } from '../api/problems.ts'
import type { ExchangeMaker } from './exchange-maker.ts'

/** What every line of the API needs to know of the house. */
interface Desk {
  readonly site: Site
  readonly maker: ExchangeMaker
  readonly askers: WeakMap<FastifyRequest, Asker>
}

/** The JSON face of every capability, behind one set of checks that no line can forget. Never CORS, never cookies. */
export async function serveApi(
  scope: FastifyInstance,
  site: Site,
  maker: ExchangeMaker,
  capabilities: readonly Capability[],
): Promise<void> {
  const desk: Desk = { site, maker, askers: new WeakMap() }
  const routes = capabilities.flatMap(({ api = [] }) => api)
  readJsonOnly(scope)
  scope.addHook('onRequest', (request, reply) => admit(desk, request, reply))
  scope.setNotFoundHandler(async (request, reply) =>
    sendJson(reply, notFound((await exchange(desk, request, reply)).t)),
  )
  scope.setErrorHandler((error: FastifyError, request, reply) => answerTrouble(desk, error, request, reply))
  for (const route of routes) mount(scope, desk, route)
  serveDocument(scope, site, routes)
  refuseOtherMethods(scope, desk, routes)
}

async function exchange(
  { maker }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer = null,
): Promise<Exchange> {
  return maker.make(request, reply, { viewer, brand: await maker.brand() })
}

const askerIn = ({ askers }: Desk, request: FastifyRequest): Asker => askers.get(request) ?? { key: null }

/** Who asks is known, and counted, before anything else of the request is read. */
async function admit(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  request.cookies = {}
  const { t } = await exchange(desk, request, reply)
  if ((await desk.maker.brand()) === null) return sendJson(reply, said(t, 503, 'not-set-up'))
  const asker = await askerOf(desk.site, request)
  if (asker !== 'unknown') desk.askers.set(request, asker)
  const tooMany = await count(desk.site, t, 'api', askerIn(desk, request), request, reply)
  if (tooMany) return sendJson(reply, tooMany)
  return asker === 'unknown' ? sendJson(reply, challenge(t, 'key-unknown')) : undefined
}

function mount(scope: FastifyInstance, desk: Desk, route: ApiRoute): void {
  scope.route({
    method: route.method,
    url: route.path,
    onRequest: async (request, reply) => {
      const [asker, { t }] = [askerIn(desk, request), await exchange(desk, request, reply)]
      const refusal =
        refusalFor(t, route, asker) ?? (route.limit && (await count(desk.site, t, route.limit, asker, request, reply)))
      return refusal ? sendJson(reply, refusal) : undefined
    },
    handler: async (request, reply) => {
      const asker = askerIn(desk, request)
      const x = await exchange(desk, request, reply, viewerFor(route, asker))
      return sendJson(reply, await answerApi(route, x, asker))
    },
  })
}

function serveDocument(scope: FastifyInstance, site: Site, routes: readonly ApiRoute[]): void {
  let document: string | undefined
  scope.get('/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(routes, site.config.publicUrl))
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document)
  })
}

/** Forms and files are for pages; here a body is JSON in UTF-8 or nothing. */
function readJsonOnly(scope: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parse = scope.getDefaultJsonParser('remove', 'remove')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      parse(request, utf8.decode(body as Buffer), done)
    } catch {
      done(Object.assign(new Error('The body is not UTF-8'), { statusCode: 400 }))
    }
  })
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** A known address with a method it does not know: 405 and what it does know. */
function refuseOtherMethods(scope: FastifyInstance, desk: Desk, routes: readonly ApiRoute[]): void {
  const known = Map.groupBy([...routes, { path: '/openapi.json', method: 'GET' }], ({ path }) => path)
  for (const [path, lines] of known) {
    const methods = lines.map(({ method }) => method as string)
    const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
    const refuse = async (request: FastifyRequest, reply: FastifyReply) => {
      const { t } = await exchange(desk, request, reply)
      const { headers, ...answer } = said(t, 405, 'method-not-allowed', { allowed })
      return sendJson(reply, { ...answer, headers: { ...headers, allow: allowed } })
    }
    const others = METHODS.filter((method) => !methods.includes(method))
    // Answered before the body is read: of what type it is does not matter any more.
    scope.route({ method: others, url: path, onRequest: refuse, handler: refuse })
  }
}

/** Logged once, here, with the number that the person can quote. */
async function answerTrouble(desk: Desk, error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  // Without the database there are still words.
  const words = exchange(desk, request, reply).then(({ t }) => t)
  const t = await words.catch(() => translator(unnamedBrand.language, unnamedBrand.addressForm))
  const answer = problemOf(t, error, request.id)
  const facts = { err: error, requestId: request.id, path: request.url.split('?')[0] }
  if (answer.status >= 500) desk.site.log.error(facts, 'request failed')
  return sendJson(reply, answer)
}
