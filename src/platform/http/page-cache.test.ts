import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Subscriber, Touched } from '#platform/realtime/signals.ts'
import { faceFor, isUnchanged } from './kept-page.ts'
import { PageCache, type PageCacheOptions } from './page-cache.ts'
import { pageKey } from './page-key.ts'

function kept(options: PageCacheOptions = {}) {
  let hear: Subscriber = () => {}
  const subscribe = (subscriber: Subscriber) => {
    hear = subscriber
    return () => {}
  }
  const cache = new PageCache({ subscribe }, options)
  return { cache, touch: (touched: Touched) => hear(touched) }
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

const page = (html: string) => async () => ({ html })

const about = (tag: string) => async (dependsOn: (tag: string) => void) => {
  dependsOn(tag)
  return { html: tag }
}

describe('a page for visitors', () => {
  it('is rendered once for all who ask for it at the same time', async () => {
    const { cache } = kept()
    let renderings = 0
    const work = async () => ({ html: `<p>${++renderings}</p>` })
    const answers = await Promise.all([1, 2, 3].map(() => cache.render('nl /', work)))
    expect(renderings).toBe(1)
    expect(new Set(answers).size).toBe(1)
    expect(cache.get('nl /')).toBe(answers[0])
  })

  it('is sent in the smallest form the browser reads, and not again when it has not changed', async () => {
    const { cache } = kept()
    const stored = await cache.render('nl /', page('<p>Zonnepanelen</p>'.repeat(50)))
    expect(brotliDecompressSync(faceFor(stored, 'gzip, deflate, br').body).toString()).toContain('Zonnepanelen')
    expect(gunzipSync(faceFor(stored, 'gzip;q=0.8, br;q=0').body).toString()).toContain('Zonnepanelen')
    expect(faceFor(stored, undefined).body.toString()).toContain('Zonnepanelen')
    expect(faceFor(stored, 'br').headers).toMatchObject({ 'content-encoding': 'br', etag: stored.etag })
    expect(isUnchanged(stored, `"other", ${stored.etag}`)).toBe(true)
    expect(isUnchanged(stored, '"other"')).toBe(false)
  })

  it('is dropped as soon as something on it changes', async () => {
    const { cache, touch } = kept()
    await cache.render('nl /a', about('question:1'))
    await cache.render('nl /b', about('question:2'))
    touch(['question:1'])
    expect(cache.get('nl /a')).toBeUndefined()
    expect(cache.get('nl /b')).toBeDefined()
    touch('everything')
    expect(cache.get('nl /b')).toBeUndefined()
    expect(cache.bytes).toBe(0)
  })

  it('that was read before a change is not kept, whether its part was named before or after the change', async () => {
    const { cache, touch } = kept()
    const [early, late] = [gate(), gate()]
    const namedBefore = cache.render('nl /a', async (dependsOn) => {
      dependsOn('question:1')
      await early.opened
      return { html: 'old' }
    })
    const namedAfter = cache.render('nl /b', async (dependsOn) => {
      await late.opened
      dependsOn('question:1')
      return { html: 'old' }
    })
    touch(['question:1'])
    early.open()
    late.open()
    await Promise.all([namedBefore, namedAfter])
    expect(cache.size).toBe(0)
  })

  it('asked for after a change is never the one that was begun before it', async () => {
    const { cache, touch } = kept()
    const slow = gate()
    const before = cache.render('nl /a', async (dependsOn) => {
      dependsOn('question:1')
      await slow.opened
      return { html: 'old' }
    })
    touch(['question:1'])
    const after = await cache.render('nl /a', page('new'))
    slow.open()
    expect((await before).identity.body.toString()).toBe('old')
    expect(after.identity.body.toString()).toBe('new')
    expect(cache.get('nl /a')?.identity.body.toString()).toBe('new')
  })

  it('is at most a minute old', async () => {
    let now = 0
    const { cache } = kept({ now: () => now, maxAge: 3_600_000 })
    await cache.render('nl /', page('a'))
    now = 59_999
    expect(cache.get('nl /')).toBeDefined()
    now = 60_000
    expect(cache.get('nl /')).toBeUndefined()
  })

  it('that is missing or failed is not kept', async () => {
    const { cache } = kept()
    expect((await cache.render('nl /x', async () => ({ status: 404, html: 'no' }))).status).toBe(404)
    await expect(cache.render('nl /y', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    expect(cache.size).toBe(0)
    expect((await cache.render('nl /y', page('there again'))).status).toBe(200)
  })

  it('gives way to others when there is no more room, but not when it is asked for often', async () => {
    const { cache } = kept({ maxBytes: 40_000 })
    await cache.render('nl /loved', page('a'))
    for (let n = 0; n < 50; n++) {
      await cache.render(`nl /${n}`, page('b'))
      cache.get('nl /loved')
    }
    expect(cache.bytes).toBeLessThanOrEqual(40_000)
    expect(cache.get('nl /loved')).toBeDefined()
    expect(cache.get('nl /0')).toBeUndefined()
  })
})

describe('the key of a page', () => {
  it('holds the path, the language and what the route knows, and nothing else', () => {
    expect(pageKey('/questions', ['state'], 'nl')).toBe('nl /questions')
    expect(pageKey('/questions?utm_source=x&state=solved', ['state', 'board'], 'nl')).toBe('nl /questions?state=solved')
    expect(pageKey('/questions?board=b&state=s', ['state', 'board'], 'en')).toBe('en /questions?state=s&board=b')
  })

  it('does not exist for a request that says a thing twice or is far too long', () => {
    expect(pageKey('/questions?state=a&state=b', ['state'], 'nl')).toBeNull()
    expect(pageKey(`/questions?${'x'.repeat(600)}`, [], 'nl')).toBeNull()
  })

  it('does not exist for a request with a name whose values are endless', () => {
    expect(pageKey('/case?size=mid&chance=0.1', ['size'], 'nl', ['chance'])).toBeNull()
    expect(pageKey('/case?size=mid&other=0.1', ['size'], 'nl', ['chance'])).toBe('nl /case?size=mid')
  })
})
