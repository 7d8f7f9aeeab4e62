import { capabilities } from '#app/capabilities.ts'
import { findingAids } from '#app/finding-aids/routes.ts'
import { galleryRoute } from '#app/gallery.tsx'
import { homeRoute } from '#app/home/home.tsx'
import type { Route } from '#community/routes.ts'
import type { Member, WholeHouse } from '../whole-house.ts'
import { writersIn } from '../written.ts'

/** Every line of every table of URLs: a new route is tried as soon as it stands in one. */
export const routes: readonly Route[] = [
  homeRoute(capabilities),
  galleryRoute,
  ...findingAids(capabilities),
  ...capabilities.flatMap(({ routes: own = [] }) => own),
]

export const apiRoutes = capabilities.flatMap(({ api = [] }) => api)

/** What the names in a path stand for, so that a request comes further than the address. */
export type Places = Readonly<Record<string, string>>

export const pathWith = (path: string, places: Places): string =>
  path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? '1')

/** The names that stand in a path. */
export const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)

/** A question with an answer and a comment, and a board, product and tag with the same number where that can be. */
export async function placesIn(house: WholeHouse, by: Member, board: string): Promise<Places> {
  const write = writersIn(house)
  const id = await write.question(by, { title: 'Een vraag om op te proberen', board, tags: 'proef' })
  const answerId = await write.answer(by, id, 'Een antwoord om op te proberen.')
  const commentId = await write.comment(by, id, 'Een opmerking om op te proberen.')
  return { id, answerId, commentId, handle: 'lotte', slug: 'x', deed: 'close', token: 'x', name: 'x.webp', page: '0' }
}

/** What fields are called, in all forms of the house. */
export const fieldNames = [
  ...['title', 'body', 'board', 'product', 'tags', 'tag', 'keep', 'answerId', 'on', 'verdict', 'note', 'reason'],
  ...['other', 'name', 'handle', 'about', 'interests', 'products', 'language', 'email', 'password', 'code', 'ticket'],
  ...['returnTo', 'current', 'next', 'token', 'solved', 'otherwise', 'words', 'journey', 'place', 'fields', 'text'],
  ...['of', 'q', 'alt', 'mail', 'hue', 'pattern', 'sample', 'zone', 'addressForm', 'description', 'nameEn', 'access'],
  ...[
    'slug',
    'version',
    'versions',
    'roles',
    'role',
    'into',
    'to',
    'up',
    'act',
    'answer',
    'comment',
    'checked',
    '_once',
    'fans',
    'fans-note',
    'contactable',
    'step',
    'go',
    'label',
    'hint',
    'kind',
    'guidance',
    'prompt-1',
  ],
]

/** Those that take the longest texts: a form as a whole may be no more than a mebibyte. */
export const longFields = ['title', 'body', 'reason', 'name', 'about', 'description', 'text', 'q', 'note', 'email']

export const queryNames = [
  ...['contactable', 'founders', 'managerHours', 'visitors', 't50'],
  ...['q', 'title', 'view', 'sort', 'board', 'product', 'tag', 'state', 'after', 'before', 'last', 'from', 'said'],
  ...['cursor', 'age', 'limit', 'on', 'place', 'returnTo', 'solved', 'journey', 'told', 'words', 'answer', 'comment'],
  ...['show', 'email', 'ticket', 'token', 'kind', 'page', 'hue', 'step', 'a', 'b'],
]

/** All fields with the same value: whichever the form knows gets it. */
export const everywhere = (names: readonly string[], value: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, value]))
