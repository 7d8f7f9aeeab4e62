import { type DependsOn, Kept } from '#platform/realtime/kept.ts'
import type { Signals, Touched } from '#platform/realtime/signals.ts'
import { type KeptPage, keepPage, type RenderedPage } from './kept-page.ts'

export interface PageCacheOptions {
  readonly maxBytes?: number
  /** Milliseconds; never above a minute. */
  readonly maxAge?: number
  readonly now?: () => number
}

/** Pages for visitors who are not signed in, the same for all of them, compressed. */
export class PageCache {
  readonly #pages: Kept<KeptPage>

  constructor(signals: Pick<Signals, 'subscribe'>, { maxBytes = 24 * 1024 * 1024, ...options }: PageCacheOptions = {}) {
    this.#pages = new Kept(signals, { ...options, maxSize: maxBytes, sizeOf: ({ bytes }) => bytes })
  }

  get bytes(): number {
    return this.#pages.size
  }

  get size(): number {
    return this.#pages.count
  }

  get(key: string): KeptPage | undefined {
    return this.#pages.get(key)
  }

  /** The kept page, or one rendering of it that all who ask at the same time share. */
  render(key: string, work: (dependsOn: DependsOn) => Promise<RenderedPage>): Promise<KeptPage> {
    return this.#pages.read(key, async (dependsOn) => keepPage(await work(dependsOn)), isWhole)
  }

  drop(touched: Touched): void {
    this.#pages.drop(touched)
  }
}

const isWhole = ({ status }: KeptPage): boolean => status === 200
