import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { type Brand, unnamedBrand } from '#community/brand/brand.ts'
import { drawBrandPicture } from '#community/brand/sharing-picture.ts'
import { projectFolder } from '#platform/config/project-folder.ts'
import { brandMark } from '#ui/brand-mark.ts'
import { brandStylesheet } from '#ui/styles/brand.ts'
import type { ExchangeMaker } from './exchange-maker.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Built files by their hashed names, and the brand's own stylesheet, icon and picture by the brand's revision. */
export async function serveAssets(server: FastifyInstance, maker: ExchangeMaker): Promise<void> {
  await server.register(fastifyStatic, {
    root: projectFolder('dist/public/assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    maxAge: '365d',
    immutable: true,
    preCompressed: true,
    wildcard: true,
  })
  server.get<{ Params: { file: string } }>('/brand/:file', async (request, reply) => {
    const brand = (await maker.brand()) ?? unnamedBrand
    const [, revision, kind] = /^(\d{1,9})(?:-[0-9a-f]{8})?\.(css|svg|png)$/.exec(request.params.file) ?? []
    if (revision !== String(brand.revision)) return reply.callNotFound()
    reply.header('cache-control', FOR_EVER)
    if (kind === 'css') return reply.type('text/css; charset=utf-8').send(brandStylesheet({ hue: brand.hue }))
    if (kind === 'png') return reply.type('image/png').send(await drawBrandPicture(brand))
    return reply.type('image/svg+xml').send(brandMark({ name: brand.name, hue: brand.hue }))
  })
}

/** Another one when the brand changes, and when another version of this program draws it otherwise. */
export const brandStylesheetPath = (brand: Brand): string => `/brand/${brand.revision}-${hand}.css`

const hand = createHash('sha256')
  .update(brandStylesheet(unnamedBrand) + brandMark(unnamedBrand))
  .digest('hex')
  .slice(0, 8)

/** Addresses with their hash by plain name, as the build wrote them down. */
export function readAssetAddresses(): (name: string) => string {
  const file = projectFolder('dist/manifest.json')
  const addresses = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
  return (name) => addresses[name] ?? `/assets/${name}`
}
