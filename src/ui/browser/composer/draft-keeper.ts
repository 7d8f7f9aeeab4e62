import type { Language } from '#platform/i18n/languages.ts'
import { relativeTime } from '#platform/i18n/times.ts'
import { textBelow } from '#ui/text-below.ts'
import { announce } from '../announce.ts'
import type { Desk } from './desk.ts'
import { changedFields, empty, type Fields, fieldsOf, fill } from './draft-fields.ts'
import { forget, keep, recall } from './draft-net.ts'
import { inside } from './parts.ts'
import { getJson, postJson } from './requests.ts'

interface KeptDraft {
  readonly fields: Fields
  readonly savedAt: string
}

const LOCAL_PAUSE = 300
const SERVER_PAUSE = 2_000

/**
 * Saves what is being written: to the server, where it waits on any device, and in this browser as a net for when there
 * is no connection. Brings it back quietly, and never over what somebody is typing.
 */
export class DraftKeeper {
  readonly #desk: Desk
  readonly #place: string
  readonly #foot: HTMLElement
  readonly #original: Fields
  /** A draft that was there has come back: from now on something may be put to it. */
  readonly restored: Promise<void>
  #local: ReturnType<typeof setTimeout> | undefined
  #server: ReturnType<typeof setTimeout> | undefined
  #sending: AbortController | undefined
  #isPaused = false
  #isTouched = false
  #isFilling = false

  constructor(desk: Desk) {
    this.#desk = desk
    this.#place = desk.host.dataset.place ?? ''
    this.#foot = desk.parts.put('foot', desk.host)
    this.#original = fieldsOf(desk.form)
    inside(this.#foot, 'discard').addEventListener('click', () => this.#discard())
    document.addEventListener('visibilitychange', () => document.hidden && this.flush(), { signal: desk.signal })
    addEventListener('pagehide', () => this.flush(), { signal: desk.signal })
    this.restored = this.#restore()
  }

  changed() {
    if (this.#isFilling) return
    this.#isTouched = true
    if (this.#isPaused) return
    clearTimeout(this.#local)
    this.#local = setTimeout(() => this.#keepHere(), LOCAL_PAUSE)
    this.#server ??= setTimeout(() => this.#send(), SERVER_PAUSE)
  }

  /** The page goes away: what is waiting is sent now. */
  flush() {
    if (this.#server === undefined || this.#isPaused) return
    this.#keepHere()
    this.#send(true)
  }

  /** The text is being posted: a save that overtakes it would bring the draft back. */
  pause() {
    this.#isPaused = true
    this.#stop()
    this.#sending?.abort()
  }

  resume() {
    this.#isPaused = false
    if (this.#isTouched) this.changed()
  }

  posted() {
    this.#stop()
    forget(this.#place)
    this.#isPaused = false
    this.#isTouched = false
    inside(this.#foot, 'restored').hidden = true
    inside(this.#foot, 'status').textContent = ''
  }

  #stop() {
    clearTimeout(this.#local)
    clearTimeout(this.#server)
    this.#server = undefined
  }

  #fields(): Fields {
    return changedFields(fieldsOf(this.#desk.form), this.#desk.field.name)
  }

  #keepHere() {
    keep(this.#place, { fields: this.#fields(), savedAt: new Date().toISOString() })
  }

  async #send(isLeaving = false): Promise<void> {
    this.#stop()
    const fields = this.#fields()
    this.#sending = new AbortController()
    const isEmpty = Object.values(fields).every((value) => value.length === 0)
    const [path, body] = isEmpty ? ['/drafts/removal', {}] : ['/drafts', { fields }]
    try {
      const more = isLeaving ? { keepalive: true } : { signal: this.#sending.signal }
      const response = await postJson(this.#desk.form, path, { place: this.#place, ...body }, more)
      if (isEmpty) forget(this.#place)
      const status = response.ok && !isEmpty ? this.#desk.parts.words('saved') : ''
      inside(this.#foot, 'status').textContent = status
    } catch {
      // The browser has it; the next change tries again.
    }
  }

  async #restore(): Promise<void> {
    const { added = '' } = this.#desk.host.dataset
    delete this.#desk.host.dataset.added
    const answer = await getJson<{ draft: KeptDraft | null }>(`/drafts?place=${encodeURIComponent(this.#place)}`)
    const [server, here] = [answer?.draft ?? null, recall(this.#place)]
    const draft = newer(server, here)
    if (!draft || this.#isTouched || this.#desk.signal.aborted || this.#isOfOther(draft)) return
    const written = draft.fields[this.#desk.field.name]
    if (typeof written !== 'string' || written === '') return
    const text = added ? textBelow(written, added) : written
    if (this.#isPosted && text === this.#desk.field.value) return
    this.#isFilling = true
    fill(this.#desk.form, draft.fields, this.#desk.field.name)
    if (text !== this.#desk.field.value) this.#desk.replaceText(text)
    this.#isFilling = false
    this.#tell(new Date(draft.savedAt))
  }

  /** Somebody came here with another question: what they left is not put under it. */
  #isOfOther({ fields }: KeptDraft): boolean {
    const [now, then] = [this.#original.title, fields.title]
    return typeof now === 'string' && now !== '' && typeof then === 'string' && then !== '' && now !== then
  }

  /** A text that stands already comes back; else nothing is left. */
  get #isPosted(): boolean {
    return this.#desk.host.dataset.posted !== undefined
  }

  #tell(savedAt: Date) {
    const { lang, dataset } = document.documentElement
    const language: Language = lang === 'en' ? 'en' : 'nl'
    const when = relativeTime(savedAt, new Date(), language, dataset.zone ?? 'Europe/Amsterdam')
    const isNow = Date.now() - savedAt.getTime() < 60_000
    inside(this.#foot, 'words').textContent = this.#desk.parts.words(isNow ? 'restorednow' : 'restored', { when })
    inside(this.#foot, 'restored').hidden = false
  }

  async #discard(): Promise<void> {
    this.posted()
    this.#isFilling = true
    if (this.#isPosted) fill(this.#desk.form, this.#original, this.#desk.field.name, true)
    else empty(this.#desk.form, this.#desk.field.name)
    this.#desk.replaceText(this.#isPosted ? this.#desk.field.defaultValue : '')
    this.#isFilling = false
    this.#desk.surface.focus()
    announce(this.#desk.parts.words('discarded'))
    await postJson(this.#desk.form, '/drafts/removal', { place: this.#place }).catch(() => {})
  }
}

function newer(one: KeptDraft | null, other: KeptDraft | null): KeptDraft | null {
  if (!one || !other) return one ?? other
  return Date.parse(other.savedAt) > Date.parse(one.savedAt) ? other : one
}
