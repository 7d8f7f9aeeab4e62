import type { ServerResponse } from 'node:http'
import type { Viewer } from '#community/members/actor.ts'

/** What is not read by the other side within this is not kept for it: it comes back and reads anew. */
const MOST_BUFFERED = 64 * 1024

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
}

/** One open page that hears what changes on it: names only, never content. */
export class Connection {
  readonly viewer: Viewer
  readonly address: string
  readonly tags: ReadonlySet<string>
  readonly #response: ServerResponse

  constructor(response: ServerResponse, viewer: Viewer, address: string, tags: Iterable<string>) {
    this.viewer = viewer
    this.address = address
    this.tags = new Set(tags)
    this.#response = response
  }

  open(onClose: () => void): void {
    this.#response.on('close', onClose)
    this.#response.on('error', onClose)
    this.#response.writeHead(200, HEADERS)
    // After a restart all pages come back, but not all in the same second.
    this.#write(`retry: ${Math.round(1_000 + Math.random() * 4_000)}\n\n`)
  }

  tell(tags: readonly string[]): void {
    if (tags.length > 0) this.#write(`event: changed\ndata: ${tags.join(',')}\n\n`)
  }

  /** Keeps proxies from closing, and finds out who is gone. */
  beat(): void {
    this.#write(':\n\n')
  }

  end(): void {
    this.#response.end()
    this.#response.socket?.destroySoon()
  }

  #write(words: string) {
    if (this.#response.writableEnded || this.#response.destroyed) return
    this.#response.write(words)
    if (this.#response.writableLength > MOST_BUFFERED) this.#response.destroy()
  }
}
