import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Brand } from '#community/brand/brand.ts'
import type { Actor, Viewer } from '#community/members/actor.ts'
import type { NavigationEntry } from '#community/navigation.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Translate } from '#platform/i18n/translate.ts'

/** One request and everything known about who asks and in which words to answer. */
export interface Exchange {
  readonly site: Site
  readonly db: Db
  readonly request: FastifyRequest
  /** Only for cookies and rare headers: handlers answer with a Reply. */
  readonly reply: FastifyReply
  readonly viewer: Viewer
  readonly brand: Brand
  readonly language: Language
  readonly t: Translate
  readonly now: Date
  /** Path and query, of a kept page only what makes it another page: nothing else of a request may stand in it. */
  readonly url: string
  readonly params: Readonly<Record<string, string>>
  readonly query: unknown
  readonly body: unknown
  /** What a form with files carried, each checked for size only; their content is checked by who uses them. */
  readonly files: readonly UploadedFile[]
  /** Token that a member's forms carry back; null for visitors. */
  readonly formToken: string | null
  /** What every page shows around itself, from the manifests of the capabilities. */
  readonly frame: Frame
  /** What the route asked together with who is signed in; null when it asked nothing, and for visitors. */
  readonly besides: unknown
  /** Names what this page shows; a kept copy is dropped as soon as one of these is touched. */
  readonly dependsOn: (...tags: string[]) => void
}

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

export interface Frame {
  readonly navigation: readonly NavigationEntry[]
  readonly accountLinks: readonly (readonly NavigationEntry[])[]
  readonly footerLinks: readonly NavigationEntry[]
  /** The address, with its hash, of a built file. */
  readonly asset: (name: string) => string
  readonly brandStylesheet: (brand: Brand) => string
  /** Those who want to know that a member reads a question. */
  readonly onQuestionRead: readonly OnQuestionRead[]
}

export type OnQuestionRead = (x: MemberExchange, questionId: string) => Promise<void>

export interface MemberExchange extends Exchange {
  readonly viewer: Actor
}

export const isMember = (x: Exchange): x is MemberExchange => x.viewer !== null
