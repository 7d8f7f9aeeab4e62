import * as Turbo from '@hotwired/turbo'
import { announce } from './announce.ts'
import { whenPageChanges } from './page-ready.ts'

/**
 * Parts of a page that stay true while it is open:
 *   data-live="question:12"            what they show; several with a space between
 *   data-live-source="/path"           where to fetch them again; without it, from this page's own address.
 *                                      Parts with the same source are fetched together
 *   data-live-count="4"                how many there are, with
 *   data-live-one, data-live-many      what to say when more came: "1 nieuw antwoord", "{count} nieuwe antwoorden"
 * Each has an id. What is being typed, open or focused is left alone.
 */
export function keepPagesLive(): void {
  whenPageChanges(connect)
  document.addEventListener('visibilitychange', connect)
  addEventListener('pagehide', disconnect)
  addEventListener('pageshow', connect)
  document.addEventListener('turbo:before-morph-attribute', keepOpen)
}

const JITTER = 2_000

let stream: EventSource | undefined
let listeningTo = ''
/** Something may have happened while nobody listened. */
let isBehind = false
const waiting = new Map<string, number>()

/** One stream per browser that is looked at: a hidden page lets go, and catches up when it is seen again. */
function connect(): void {
  if (document.visibilityState !== 'visible') {
    disconnect()
    return
  }
  const wanted = tagsOnPage()
  if (wanted === listeningTo && stream?.readyState !== EventSource.CLOSED) return
  stream?.close()
  listeningTo = wanted
  stream = wanted === '' ? undefined : listen(wanted)
}

function listen(tags: string): EventSource {
  const opened = new EventSource(`/live?on=${encodeURIComponent(tags)}`)
  opened.addEventListener('changed', (event) => refresh((event as MessageEvent<string>).data.split(',')))
  opened.addEventListener('error', () => {
    isBehind = true
  })
  opened.addEventListener('open', () => {
    if (isBehind) refresh(tags.split(','))
    isBehind = false
  })
  return opened
}

function disconnect(): void {
  if (!stream) return
  stream.close()
  stream = undefined
  listeningTo = ''
  isBehind = true
}

const liveParts = () => [...document.querySelectorAll<HTMLElement>('[data-live][id]')]
const tagsOf = (part: HTMLElement) => (part.dataset.live ?? '').split(/\s+/).filter(Boolean)

function tagsOnPage(): string {
  return [...new Set(liveParts().flatMap(tagsOf))].sort().join(',')
}

const sourceOf = (part: HTMLElement) => part.dataset.liveSource ?? location.href

/** Not all at the same moment: a thousand open pages would otherwise come at once. */
function refresh(tags: readonly string[]): void {
  for (const part of liveParts()) {
    const source = sourceOf(part)
    if (waiting.has(source) || !tagsOf(part).some((tag) => tags.includes(tag))) continue
    const timer = window.setTimeout(() => {
      waiting.delete(source)
      void renew(source)
    }, Math.random() * JITTER)
    waiting.set(source, timer)
  }
}

async function renew(source: string): Promise<void> {
  const address = location.href
  if (!liveParts().some((part) => sourceOf(part) === source)) return
  const response = await fetch(source, { headers: { 'X-Live': 'refresh' } }).catch(() => null)
  if (!response?.ok || response.redirected || location.href !== address) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  const present = liveParts().filter((part) => sourceOf(part) === source)
  const before = new Map(present.map((part) => [part.id, Number(part.dataset.liveCount ?? 0)]))
  for (const part of present) morph(part, fresh.getElementById(part.id))
  document.dispatchEvent(new CustomEvent('page:changed'))
  for (const [id, count] of before) sayWhatCame(document.getElementById(id), count)
}

function morph(present: HTMLElement, fresh: HTMLElement | null): void {
  if (fresh)
    Turbo.morphElements(present, fresh, { ignoreActiveValue: true, callbacks: { beforeNodeMorphed: isUntouched } })
}

/** A field in which somebody typed keeps what is in it. */
function isUntouched(present: Node): boolean {
  if (present instanceof HTMLInputElement) {
    return present.value === present.defaultValue && present.checked === present.defaultChecked
  }
  return !(present instanceof HTMLTextAreaElement) || present.value === present.defaultValue
}

/** The server does not know which menus and dialogs are open here. */
function keepOpen(event: Event): void {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
  if (attributeName === 'open' && event.target instanceof Element && event.target.closest('[data-live]')) {
    event.preventDefault()
  }
}

function sayWhatCame(part: HTMLElement | null, before: number): void {
  if (!part) return
  const came = Number(part.dataset.liveCount ?? 0) - before
  if (came <= 0) return
  const { liveOne = '', liveMany = '' } = part.dataset
  announce(came === 1 ? liveOne : liveMany.replace('{count}', String(came)))
}
