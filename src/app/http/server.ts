import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Capability } from '#community/capability.ts'
import type { Frame } from '#community/exchange.ts'
import type { Site } from '#community/site.ts'
import { apiDocs } from '../api-docs/routes.tsx'
import { findingAids } from '../finding-aids/routes.ts'
import { galleryRoute } from '../gallery.tsx'
import { homeRoute } from '../home/home.tsx'
import { serveApi } from './api-server.ts'
import { serveAssets } from './assets.ts'
import { compressPages } from './compression.ts'
import { answerErrors, answerMissing } from './errors.tsx'
import { ExchangeMaker } from './exchange-maker.ts'
import { mountRoute } from './route-mount.tsx'
import { securityHeaders } from './security-headers.ts'

const MIB = 1024 * 1024

/** The web face of a running installation: the routes of every capability behind one set of checks. */
export async function buildServer(
  site: Site,
  frame: Frame,
  capabilities: readonly Capability[],
): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: site.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: site.config.trustProxy.length > 0 ? site.config.trustProxy : false,
    bodyLimit: MIB,
    // Of a UUID the last twelve signs are chance alone; Node draws many of them in one go.
    genReqId: () => randomUUID().slice(-12),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true, ignoreDuplicateSlashes: false },
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
  // Our own lines say which request they are about; a logger for each request would be made for nothing.
  server.setChildLoggerFactory((log) => log)
  const headers = securityHeaders(site.config.publicUrl)
  const maker = new ExchangeMaker(site, frame)
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: MIB })
  await server.register(multipart, { limits: { fileSize: 20 * MIB, files: 5, fields: 50, fieldSize: MIB } })
  server.addHook('onSend', async (_request, reply, payload) => {
    for (const name in headers) if (!reply.hasHeader(name)) reply.header(name, headers[name])
    return payload
  })
  compressPages(server)
  answerErrors(server, site, maker)
  answerMissing(server, site, maker)
  await serveAssets(server, maker)
  const routes = [
    homeRoute(capabilities),
    galleryRoute,
    apiDocs(capabilities),
    ...findingAids(capabilities),
    ...capabilities.flatMap(({ routes: own = [] }) => own),
  ]
  for (const route of routes) mountRoute(server, { site, maker, headers }, route)
  await server.register((scope) => serveApi(scope, site, maker, capabilities), { prefix: '/api/v1' })
  return server
}

/** A path that cannot be decoded leads nowhere, as others do: Fastify itself would answer it, in English and JSON. */
function readableUrl(url: string): string {
  if (!url.includes('%')) return url
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}
