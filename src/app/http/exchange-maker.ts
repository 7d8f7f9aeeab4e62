import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Brand, findBrand, unnamedBrand } from '#community/brand/brand.ts'
import type { Exchange, Frame } from '#community/exchange.ts'
import type { Viewer } from '#community/members/actor.ts'
import { findActorAnd } from '#community/members/sessions.ts'
import type { RouteOptions } from '#community/routes.ts'
import type { Site } from '#community/site.ts'
import { cookieFor } from '#platform/http/cookies.ts'
import { formTokenFor } from '#platform/http/form-token.ts'
import { type Language, languages } from '#platform/i18n/languages.ts'
import { translator } from '#platform/i18n/translate.ts'

/** Turns requests into exchanges: who asks, in which language, with the brand as it is now. */
export class ExchangeMaker {
  readonly #site: Site
  readonly #frame: Frame
  readonly #sessionCookie: string
  readonly #languageCookie: string
  #brand: Promise<Brand | null> | undefined

  constructor(site: Site, frame: Frame) {
    this.#site = site
    this.#frame = frame
    this.#sessionCookie = cookieFor('session', site.config.publicUrl).name
    this.#languageCookie = cookieFor('language', site.config.publicUrl).name
    site.signals.subscribe((touched) => {
      if (touched === 'everything' || touched.includes('brand')) this.#brand = undefined
    })
  }

  /** Null until somebody has set the community up. Read once, and again when it changed. */
  async brand(): Promise<Brand | null> {
    this.#brand ??= findBrand(this.#site.db)
    try {
      const brand = await this.#brand
      if (brand === null) this.#brand = undefined
      return brand
    } catch (error) {
      this.#brand = undefined
      throw error
    }
  }

  carriesSession(request: FastifyRequest): boolean {
    return request.headers.cookie?.includes(`${this.#sessionCookie}=`) ?? false
  }

  async viewer(request: FastifyRequest): Promise<Viewer> {
    return (await this.viewerAnd(request)).viewer
  }

  /** Who asks, and what the route wants to know besides. */
  async viewerAnd(
    request: FastifyRequest,
    asked?: RouteOptions['besides'],
  ): Promise<{ viewer: Viewer; besides: unknown }> {
    const token = request.cookies[this.#sessionCookie]
    if (!token || token.length > 200) return nobody
    const besides = asked?.(this.#site, request)
    const found = await findActorAnd(this.#site.db, token, this.#site.now(), besides)
    return found ? { viewer: found.actor, besides: found.besides } : nobody
  }

  /** By preference, then by the visitor's choice, then by what the browser asks for, then the community's own. */
  language(request: FastifyRequest, viewer: Viewer, brand: Brand): Language {
    const chosen = viewer?.language ?? request.cookies?.[this.#languageCookie]
    return languages.find((one) => one === chosen) ?? asked(request.headers['accept-language']) ?? brand.language
  }

  make(
    request: FastifyRequest,
    reply: FastifyReply,
    known: { viewer: Viewer; brand: Brand | null; besides?: unknown; dependsOn?: Exchange['dependsOn']; url?: string },
  ): Exchange {
    const brand = known.brand ?? unnamedBrand
    const language = this.language(request, known.viewer, brand)
    return {
      site: this.#site,
      db: this.#site.db,
      request,
      reply,
      viewer: known.viewer,
      brand,
      language,
      t: translator(language, brand.addressForm),
      now: this.#site.now(),
      url: known.url ?? request.url,
      params: request.params as Record<string, string>,
      query: request.query,
      body: request.body,
      files: [],
      formToken: known.viewer && formTokenFor(this.#site.secret('forms'), known.viewer.sessionId),
      frame: this.#frame,
      besides: known.besides ?? null,
      dependsOn: known.dependsOn ?? (() => {}),
    }
  }
}

const nobody = { viewer: null, besides: null }

function asked(header: string | undefined): Language | undefined {
  if (!header) return undefined
  const wishes = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { tag: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .sort((one, other) => other.weight - one.weight)
  return wishes.map(({ tag }) => languages.find((language) => language === tag)).find(Boolean)
}
