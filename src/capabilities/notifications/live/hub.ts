import type { Site } from '#community/site.ts'
import type { Touched } from '#platform/realtime/signals.ts'
import type { Connection } from './connection.ts'
import { boardsOf, listLiveSessions, whoSees } from './queries.ts'
import { questionOf } from './tags.ts'

const GATHER = 100
const BEAT_EVERY = 25_000
/** A session that was ended, or a member who was blocked, hears nothing more within this. */
const CHECK_EVERY = 900

/** The open pages of this process. Who may hear of a question is decided again each time something happens on it. */
export class LiveHub {
  readonly #site: Site
  readonly #byTag = new Map<string, Set<Connection>>()
  readonly #connections = new Set<Connection>()
  #changed = new Set<string>()
  #isAllChanged = false
  #gathering: NodeJS.Timeout | undefined
  #timers: NodeJS.Timeout[] = []
  #unsubscribe = () => {}

  constructor(site: Site) {
    this.#site = site
  }

  get size(): number {
    return this.#connections.size
  }

  countOf(address: string): number {
    let count = 0
    for (const connection of this.#connections) if (connection.address === address) count++
    return count
  }

  add(connection: Connection): void {
    if (this.#connections.size === 0) this.#wakeUp()
    this.#connections.add(connection)
    for (const tag of connection.tags) this.#at(namedFor(connection, tag)).add(connection)
    connection.open(() => this.#remove(connection))
  }

  /** Ends every stream, when the house closes. */
  end(): void {
    for (const connection of [...this.#connections]) this.#dismiss(connection)
    this.#sleep()
  }

  #at(name: string): Set<Connection> {
    const there = this.#byTag.get(name) ?? new Set()
    this.#byTag.set(name, there)
    return there
  }

  #remove(connection: Connection) {
    if (!this.#connections.delete(connection)) return
    for (const tag of connection.tags) {
      const name = namedFor(connection, tag)
      const there = this.#byTag.get(name)
      there?.delete(connection)
      if (there?.size === 0) this.#byTag.delete(name)
    }
    if (this.#connections.size === 0) this.#sleep()
  }

  #dismiss(connection: Connection) {
    this.#remove(connection)
    connection.end()
  }

  #wakeUp() {
    this.#unsubscribe = this.#site.signals.subscribe((touched) => this.#hear(touched))
    const beat = () => {
      for (const connection of this.#connections) connection.beat()
    }
    const check = () => this.#dismissEnded().catch((error) => this.#trouble(error))
    this.#timers = [setInterval(beat, BEAT_EVERY), setInterval(check, CHECK_EVERY)]
  }

  #sleep() {
    this.#unsubscribe()
    for (const timer of this.#timers.splice(0)) clearInterval(timer)
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#changed = new Set()
    this.#isAllChanged = false
  }

  #hear(touched: Touched) {
    if (touched === 'everything') this.#isAllChanged = true
    else for (const tag of touched) if (this.#concerns(tag)) this.#changed.add(tag)
    if (!this.#isAllChanged && this.#changed.size === 0) return
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      this.#tell().catch((error) => this.#trouble(error))
    }, GATHER)
  }

  /** Questions nobody has open matter still to those who look at the list. */
  #concerns(tag: string): boolean {
    return this.#byTag.has(tag) || (questionOf(tag) !== null && this.#byTag.has('questions'))
  }

  async #tell() {
    const changed = this.#isAllChanged ? new Set(this.#byTag.keys()) : this.#changed
    const isAll = this.#isAllChanged
    this.#changed = new Set()
    this.#isAllChanged = false
    const news = new Map<Connection, string[]>()
    const add = (connection: Connection, tag: string) => {
      const tags = news.get(connection)
      if (tags) tags.push(tag)
      else news.set(connection, [tag])
    }
    for (const name of changed) for (const connection of await this.#hearers(name)) add(connection, toldAs(name))
    for (const connection of await this.#listHearers(changed, isAll)) add(connection, 'questions')
    for (const [connection, tags] of news) connection.tell(tags)
  }

  async #hearers(name: string): Promise<Iterable<Connection>> {
    const there = [...(this.#byTag.get(name) ?? [])]
    const questionId = questionOf(name)
    if (name === 'questions') return []
    return questionId === null || there.length === 0 ? there : whoSees(this.#site.db, questionId, there)
  }

  /** The list changed for those who may see one of the boards where something happened: others must not notice. */
  async #listHearers(changed: ReadonlySet<string>, isAll: boolean): Promise<Iterable<Connection>> {
    const there = [...(this.#byTag.get('questions') ?? [])]
    if (there.length === 0 || isAll) return there
    const questions = [...changed].flatMap((tag) => questionOf(tag) ?? [])
    if (questions.length === 0) return []
    const access = await boardsOf(this.#site.db, questions)
    if (access.has('everyone')) return there
    const members = there.filter(({ viewer }) => viewer !== null)
    return access.has('members') ? members : []
  }

  async #dismissEnded() {
    const members = [...this.#connections].filter(({ viewer }) => viewer !== null)
    if (members.length === 0) return
    const live = await listLiveSessions(
      this.#site.db,
      members.map(({ viewer }) => viewer?.sessionId ?? ''),
    )
    for (const connection of members) if (!live.has(connection.viewer?.sessionId ?? '')) this.#dismiss(connection)
  }

  #trouble(error: unknown) {
    this.#site.log.warn({ err: error }, 'Open pages could not be told what changed')
  }
}

/** "me" on a page is the member who looks: nobody can ask for somebody else's. */
const namedFor = ({ viewer }: Connection, tag: string) => (tag === 'me' ? `member:${viewer?.id ?? 'nobody'}` : tag)
const toldAs = (name: string) => (name.startsWith('member:') ? 'me' : name)

const hubs = new WeakMap<Site, LiveHub>()

export function hubOf(site: Site): LiveHub {
  const hub = hubs.get(site) ?? new LiveHub(site)
  hubs.set(site, hub)
  return hub
}
