import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Exchange } from '#community/exchange.ts'
import { isStaff } from '#community/members/actor.ts'
import type { Route } from '#community/routes.ts'
import type { Site } from '#community/site.ts'
import { isFormToken } from '#platform/http/form-token.ts'
import { faceFor, isUnchanged, type KeptPage, type RenderedPage } from '#platform/http/kept-page.ts'
import { isFromOurselves } from '#platform/http/origin-check.ts'
import { pageKey, urlOf } from '#platform/http/page-key.ts'
import type { Reply } from '#platform/http/reply.ts'
import { renderFragment, renderPage } from '#ui/render.ts'
import { gonePage, longWordsOf, missingOrMoved, missingPage, troublePage } from './errors.tsx'
import type { ExchangeMaker } from './exchange-maker.ts'
import { send } from './replies.tsx'
import { readParts } from './uploads.ts'

export interface House {
  readonly site: Site
  readonly maker: ExchangeMaker
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>
}

/** Hangs one line of a slice's table of URLs into the server, behind the checks that no route can forget. */
export function mountRoute(server: FastifyInstance, house: House, route: Route): void {
  const kept = route.options.keptFor
  server.route({
    method: route.method,
    url: route.path,
    onRequest: kept ? (request, reply) => sendKept(house, route, kept, request, reply) : undefined,
    handler: (request, reply) => answer(house, route, request, reply),
  })
}

/** What everybody who is not signed in gets: the page as kept, or rendered once for all who ask now. */
async function sendKept(
  house: House,
  route: Route,
  { query, unless, onSeen }: NonNullable<Route['options']['keptFor']>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { site, maker } = house
  if (maker.carriesSession(request)) return
  const brand = await maker.brand()
  if (brand === null) return
  const key = pageKey(request.url, query, maker.language(request, null, brand), unless)
  if (key === null) return
  const spent = await site.limits.spend('general', { address: request.ip })
  if (!spent.allowed) return
  const page =
    site.pageCache.get(key) ?? (await site.pageCache.render(key, renderFor(house, route, request, reply, urlOf(key))))
  sendFace(page, request, reply)
  if (page.status === 200) onSeen?.(site, request)
}

const renderFor =
  ({ maker, headers }: House, route: Route, request: FastifyRequest, reply: FastifyReply, url: string) =>
  async (dependsOn: Exchange['dependsOn']): Promise<RenderedPage> => {
    // What is hidden, moved or renamed may be named on any page: those are rare, so every kept page goes.
    dependsOn('brand', 'sight', 'members')
    const x = maker.make(request, reply, { viewer: null, brand: await maker.brand(), dependsOn, url })
    const answered = await resolved(x, await route.handle(x))
    switch (answered.kind) {
      case 'page':
        return { status: answered.status, html: renderPage(answered.page), headers }
      case 'fragment':
        return { status: answered.status, html: renderFragment(answered.fragment), headers }
      case 'redirect':
        return { status: answered.status, html: '', headers: { ...headers, location: answered.to } }
      case 'text':
        return { html: answered.text, headers: { ...headers, 'content-type': answered.type, ...answered.headers } }
      case 'json':
      case 'stream':
        throw new Error(`${route.path} does not answer with a page, and only pages are kept`)
    }
  }

function sendFace(page: KeptPage, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  if (page.status === 200 && isUnchanged(page, request.headers['if-none-match'])) {
    const { 'content-length': _, 'content-encoding': __, ...rest } = page.identity.headers
    reply.raw.writeHead(304, rest).end()
    return
  }
  const face = faceFor(page, request.headers['accept-encoding'])
  reply.raw.writeHead(page.status, face.headers)
  reply.raw.end(request.method === 'HEAD' ? undefined : face.body)
}

/** Where one may come before the community has a name; everything else leads there. */
const BEFORE_SETUP = new Set(['/setup', '/language'])

async function answer(house: House, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { maker } = house
  const [{ viewer, besides }, brand] = await Promise.all([
    maker.viewerAnd(request, route.options.besides),
    maker.brand(),
  ])
  if (brand === null && !BEFORE_SETUP.has(route.path)) return reply.redirect('/setup', 302)
  const before = maker.make(request, reply, { viewer, brand, besides })
  if (await stopBefore(house, route, before)) return reply
  // Only now is anything large read: a stranger's files end at the door.
  const files = request.isMultipart() ? await readParts(request, route.options.multipart ?? false) : []
  const x: Exchange = { ...before, body: request.body, files }
  if (!carriesToken(house, route, x)) return troublePage(x, 403, { code: 'from-elsewhere' })
  return send(reply, await resolved(x, await route.handle(x)))
}

/**
 * What can be decided without reading the body: too many requests, a form from elsewhere, a closed door. Answers whether
 * it stopped; never the reply itself, because a reply that is awaited becomes undefined, and the handler would still run.
 */
async function stopBefore({ site }: House, route: Route, x: Exchange): Promise<boolean> {
  const { request, viewer } = x
  const asker = { address: request.ip, memberId: viewer?.id }
  const pace = isStaff(viewer) ? undefined : route.options.pace
  for (const limit of ['general', route.options.limit, pace] as const) {
    const spent = limit ? await site.limits.spend(limit, asker) : null
    if (spent && !spent.allowed) return stop(troublePage(x, 429, { code: 'too-many', seconds: spent.resetSeconds }))
  }
  if (!route.options.withoutOriginCheck && !isFromOurselves(request, site.config.publicUrl)) {
    return stop(troublePage(x, 403, { code: 'from-elsewhere' }))
  }
  switch (route.door.admit(viewer)) {
    case 'sign-in-first':
      return stop(askToSignIn(x))
    case 'blocked':
      return stop(troublePage(x, 403, { code: 'blocked' }))
    case 'missing':
      return stop(send(x.reply, await missingPage(x)))
    case 'admitted':
      return false
  }
}

const stop = (_sent: FastifyReply): true => true

async function resolved(x: Exchange, answered: Reply): Promise<Exclude<Reply, { kind: 'missing' | 'gone' }>> {
  if (answered.kind === 'missing') return missingOrMoved(x)
  return answered.kind === 'gone' ? gonePage(x) : answered
}

/** A member's form carries the token of the session. */
function carriesToken({ site }: House, route: Route, { request, viewer, body }: Exchange): boolean {
  if (viewer === null || route.options.withoutOriginCheck) return true
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const given = (body as { _token?: unknown } | null)?._token ?? request.headers['x-form-token']
  return isFormToken(given, site.secret('forms'), viewer.sessionId)
}

/** Whoever was signed out while writing does not lose what they wrote. */
function askToSignIn(x: Exchange): FastifyReply {
  const signInPath = signInFirst(x.request)
  if (longWordsOf(x.body).length > 0) return troublePage(x, 403, { code: 'signed-out', signInPath })
  return x.reply.redirect(signInPath, 303)
}

/** After signing in the person comes back to the page; a form comes back to the page it stood on. */
function signInFirst(request: FastifyRequest): string {
  const from = request.method === 'GET' ? request.url : pathOf(request.headers.referer)
  return `/sign-in?returnTo=${encodeURIComponent(from)}`
}

function pathOf(referer: string | undefined): string {
  const url = referer ? URL.parse(referer) : null
  return url ? url.pathname + url.search : '/'
}
