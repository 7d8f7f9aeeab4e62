import { lengthOf, type Markup, type OwnWords, writeMarkup } from './markup.ts'

/**
 * Where a page is put together. What was cut stands there until it is cleared for the next page: buffers made anew for
 * each page are what the collector of garbage hears of last.
 */
export class Room {
  #bytes = Buffer.allocUnsafe(256 * 1024)
  #from = 0
  #at = 0

  clear(): this {
    this.#from = 0
    this.#at = 0
    return this
  }

  write(text: string): void {
    this.#fit(3 * text.length)
    this.#at += this.#bytes.write(text, this.#at)
  }

  put(bytes: Buffer): void {
    this.#fit(bytes.length)
    this.#at += bytes.copy(this.#bytes, this.#at)
  }

  putMarkup(markup: Markup, words: OwnWords): void {
    this.#fit(lengthOf(markup, words))
    this.#at = writeMarkup(markup, words, this.#bytes, this.#at)
  }

  /** What was written since the last cut. */
  cut(): Buffer {
    const written = this.#bytes.subarray(this.#from, this.#at)
    this.#from = this.#at
    return written
  }

  #fit(length: number): void {
    if (this.#at + length <= this.#bytes.length) return
    const begun = this.#bytes.subarray(this.#from, this.#at)
    this.#bytes = Buffer.allocUnsafe(2 * (begun.length + length))
    this.#at = begun.copy(this.#bytes)
    this.#from = 0
  }
}
