import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from './database.ts'
import { castOf, type Planted, Planting, type ViewerName, viewers } from './visibility/planted.ts'
import {
  apiPathsOf,
  apiSearchesFor,
  apiShared,
  deedsOn,
  livePathOf,
  pathsOf,
  searchesFor,
  shared,
} from './visibility/surfaces.ts'
import { type Answered, type Program, type Visitor, wholeHouse } from './whole-house.ts'

const house = await wholeHouse(await testDatabase())
const cast = await castOf(house)
const planting = new Planting(house, cast)
const { db } = house.site

const browsers: Record<ViewerName, Visitor> = { visitor: house.visitor(), ...cast }
const programs = {} as Record<ViewerName, Program>
let openQuestionId = ''
/** What a visitor, and a member, were shown when only the open board held something. */
const before = new Map<string, string>()

beforeAll(async () => {
  for (const name of viewers) {
    programs[name] = house.program(name === 'visitor' ? null : await house.keyOf(cast[name]), `program of ${name}`)
  }
  openQuestionId = await planting.inPublic()
  await house.settle()
  for (const path of gathering) before.set(path, normalised(await lookAs('visitor', path)))
  await planting.behindDoors()
  await planting.takenAway(openQuestionId)
  await planting.askedInBoards()
  await db.deleteFrom('board_members').where('member_id', '=', cast.lotte.person.id).execute()
  await db.updateTable('members').set({ blocked_at: new Date() }).where('handle', '=', 'fatima').execute()
  await house.settle()
}, 60_000)

const UNKNOWN = '999999999'

const isForPrograms = (path: string) => path.startsWith('/api/')
const lookAs = (viewer: ViewerName, path: string): Promise<Answered> =>
  isForPrograms(path) ? programs[viewer].call('GET', path) : browsers[viewer].get(path)

/** Pages that must not change for a visitor by what happens out of sight. */
const gathering = [
  '/questions',
  '/questions?view=unanswered',
  '/questions?sort=new',
  '/search?q=zoekwoordje',
  '/search/suggestions?q=zoekwoordje',
  '/feeds/questions.atom',
  '/sitemaps/questions-0.xml',
  '/members/henk',
  '/api/v1/questions?limit=100',
  '/api/v1/boards',
  '/api/v1/members/henk',
  '/api/v1/search?q=zoekwoordje',
]

/** What differs from one look to the next whoever looks: one-time keys, numbers to mention, and the address itself. */
const normalised = ({ status, text, location }: Answered, id = UNKNOWN): string =>
  `${status} ${location} ${text}`
    .replace(new RegExp(`(questions?)(/|:|%2F)${id}\\b`, 'g'), '$1$2…')
    .replace(/name="_once" value="[^"]*"/g, '')
    .replace(/\b[0-9a-f]{12}\b/g, '')
    .replace(/<time[^>]*>[^<]*<\/time>/g, '')
    .replace(/<(updated|lastmod)>[^<]*<\/\1>/g, '')
    .replace(/\d+ (seconde|minu)\w*/g, '')

const saidBy = ({ text, headers }: Answered) => `${JSON.stringify(headers)} ${text}`

function leaksIn(answered: Answered, viewer: ViewerName): string[] {
  const said = saidBy(answered).toLowerCase()
  return planting.planted
    .filter(({ marker, seenBy }) => !seenBy.includes(viewer) && said.includes(marker))
    .map(({ name }) => name)
}

async function everyLeak(viewer: ViewerName, paths: readonly string[]): Promise<string[]> {
  const leaks: string[] = []
  const look = async (path: string) => {
    const answered = await lookAs(viewer, path)
    if (answered.status >= 500) leaks.push(`${viewer} × ${path}: ${answered.status} ${house.troubles.at(-1)}`)
    leaks.push(...leaksIn(answered, viewer).map((thing) => `${viewer} × ${thing} × ${path}`))
  }
  for (const some of inGroups([...new Set(paths)], 8)) await Promise.all(some.map(look))
  return leaks
}

const inGroups = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))

const all = (from: (thing: Planted) => readonly string[]) => planting.planted.flatMap(from)

describe.each(viewers)('%s', (viewer) => {
  it('finds what they may see, so that not finding the rest means something', async () => {
    const notShown: string[] = []
    for (const { name, marker, seenBy, shownAt } of planting.planted) {
      if (!shownAt || !seenBy.includes(viewer)) continue
      const shown = await lookAs(viewer, shownAt)
      if (!saidBy(shown).includes(marker)) notShown.push(`${viewer} × ${name} × ${shownAt}: ${shown.status}`)
    }
    expect(notShown).toEqual([])
  })

  it('comes across nothing else on the pages of a question', async () => {
    expect(
      await everyLeak(
        viewer,
        all((thing) => pathsOf(thing, openQuestionId)),
      ),
    ).toEqual([])
  })

  it('can do nothing with what they do not see, and learns nothing by trying', async () => {
    const wrong: string[] = []
    // Somebody's own comment stays theirs to change, also below an answer that is gone.
    const isOwn = ({ commentId }: Planted) => viewer === 'henk' && commentId !== undefined
    for (const thing of planting.planted.filter((one) => !one.seenBy.includes(viewer) && !isOwn(one))) {
      const id = thing.questionId ?? ''
      for (const { path, fields } of deedsOn(thing)) {
        const tried = await browsers[viewer].post(path, fields)
        const told = leaksIn(tried, viewer).map((leak) => `${leak} is told`)
        if (tried.status >= 500) told.push(String(house.troubles.at(-1)))
        if (tried.status < 400 && viewer !== 'visitor') told.push(`done, ${tried.status}`)
        if (thing.answers?.(viewer) === 404) {
          const unknown = await browsers[viewer].post(path.replace(id, UNKNOWN), fields)
          if (normalised(tried, id) !== normalised(unknown)) told.push(`differs from unknown, ${tried.status}`)
        }
        wrong.push(...told.map((what) => `${viewer} × ${thing.name} × POST ${path}: ${what}`))
      }
    }
    expect(wrong).toEqual([])
  })

  it('comes across nothing else where things are gathered, and in what was kept of them', async () => {
    expect(await everyLeak(viewer, shared)).toEqual([])
    expect(await everyLeak(viewer, shared)).toEqual([])
  })

  it('comes across nothing else by searching for what stands in it', async () => {
    expect(await everyLeak(viewer, all(searchesFor))).toEqual([])
  })

  it('comes across nothing else with a program', async () => {
    expect(await everyLeak(viewer, [...apiShared, ...all(apiPathsOf), ...all(apiSearchesFor)])).toEqual([])
  })
})

describe('the address of a question', () => {
  it('answers each viewer as it should', async () => {
    const wrong: string[] = []
    for (const { name, questionId, answers } of planting.planted) {
      for (const viewer of answers ? viewers : []) {
        const { status } = await lookAs(viewer, `/questions/${questionId}`)
        const expected = answers?.(viewer)
        const isRight = status === expected || (expected === 200 && status === 301)
        if (!isRight) wrong.push(`${viewer} × ${name}: ${status} instead of ${expected}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('that is not shown to somebody tells an open page of theirs nothing', async () => {
    const told: string[] = []
    for (const { name, questionId, answers } of planting.planted) {
      for (const viewer of viewers) {
        if (!answers || answers(viewer) < 400) continue
        const { status } = await lookAs(viewer, livePathOf(questionId ?? ''))
        if (status !== 204) told.push(`${viewer} × ${name}: ${status}`)
      }
    }
    expect(told).toEqual([])
  })

  it('that is not theirs answers as one that is not there, byte for byte', async () => {
    const different: string[] = []
    for (const { thing, viewer, path, id } of withoutSight()) {
      const unknown = path.replace(id, UNKNOWN)
      const [one, other] = [await lookAs(viewer, path), await unknownAs(viewer, unknown)]
      if (normalised(one, id) !== other) different.push(`${viewer} × ${thing} × ${path}`)
    }
    expect(different).toEqual([])
  })
})

it('a visitor notices nothing of what happens out of sight, in no count and no order', async () => {
  const changed: Record<string, { was: string; is: string }> = {}
  for (const path of gathering) {
    const [was, is] = [before.get(path) ?? '', normalised(await lookAs('visitor', path))]
    if (was !== is) changed[path] = { was: was.slice(0, 60), is: firstDifference(was, is) }
  }
  expect(changed).toEqual({})
})

/** Every address of a question that is not there for this viewer. */
function withoutSight() {
  return planting.planted.flatMap((thing) =>
    viewers
      .filter((viewer) => thing.answers?.(viewer) === 404)
      .flatMap((viewer) => {
        const { name, questionId: id = '' } = thing
        const paths = [...pathsOf(thing, openQuestionId), ...apiPathsOf(thing), livePathOf(id)]
        return paths.map((path) => ({ thing: name, viewer, path, id }))
      }),
  )
}

const unknowns = new Map<string, string>()

async function unknownAs(viewer: ViewerName, path: string): Promise<string> {
  const known = unknowns.get(`${viewer} ${path}`) ?? normalised(await lookAs(viewer, path))
  unknowns.set(`${viewer} ${path}`, known)
  return known
}

function firstDifference(was: string, is: string): string {
  const at = [...is].findIndex((letter, place) => letter !== was[place])
  return `${was.slice(at - 60, at + 100)} <> ${is.slice(at - 60, at + 100)}`
}
