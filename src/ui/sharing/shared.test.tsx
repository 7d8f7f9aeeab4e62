import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { translator } from '#platform/i18n/translate.ts'
import { Form } from '../elements/form.tsx'
import { renderForSending, renderFragment, renderPage } from '../render.ts'
import { useView, type View, ViewContext } from '../view.ts'
import { Shared } from './shared.tsx'

const view = (own: Partial<View> = {}): View => ({
  language: 'nl',
  zone: 'Europe/Amsterdam',
  now: new Date('2026-11-23T12:00:00Z'),
  t: translator('nl'),
  formToken: 'token-of-henk',
  onceKey: 'once-of-henk',
  url: '/questions?sort=new&board=zon',
  asset: (name) => name,
  ...own,
})

let rendered = 0

function Thanks({ words }: { words: string }) {
  rendered++
  return (
    <Form action="/thanks" once={useView().onceKey}>
      {words}
    </Form>
  )
}

const seenBy = (reader: View, of: string, words = of) =>
  renderFragment(
    <ViewContext.Provider value={reader}>
      <Shared of={of} part={() => <Thanks words={words} />} />
    </ViewContext.Provider>,
  )

describe('a part that looks the same to many', () => {
  it('is rendered once, and carries the token and the key of whoever reads it', () => {
    rendered = 0
    const henk = seenBy(view(), 'a <b>')
    const noor = seenBy(view({ formToken: 'token-of-noor', onceKey: 'once-of-noor' }), 'a <b>')
    expect(rendered).toBe(1)
    expect(noor).toBe(henk.replaceAll('henk', 'noor'))
    expect(henk).toContain('a &lt;b')
    expect(henk.match(/token-of-henk|once-of-henk/g)).toHaveLength(2)
  })

  it('is another part for visitors, in another language, zone or minute, and when it is made of something else', () => {
    seenBy(view(), 'b')
    rendered = 0
    expect(seenBy(view({ formToken: null }), 'b')).not.toContain('_token')
    seenBy(view({ language: 'en' }), 'b')
    seenBy(view({ zone: 'UTC' }), 'b')
    seenBy(view({ now: new Date('2026-11-23T12:01:00Z') }), 'b')
    expect(seenBy(view(), 'c')).toContain('c')
    expect(rendered).toBe(5)
  })

  it('knows where each reader is, and writes the address safely', () => {
    const Where = () => <a href={useView().url}>hier</a>
    const at = (url: string) =>
      renderFragment(
        <ViewContext.Provider value={view({ url })}>
          <Shared of="where" part={() => <Where />} />
        </ViewContext.Provider>,
      )
    expect(at('/questions?a=1&b=2')).toBe('<a href="/questions?a=1&amp;b=2">hier</a>')
    expect(at('/search?q="><script>')).toBe('<a href="/search?q=&quot;>&lt;script>">hier</a>')
  })

  it('gives the same bytes as text, whatever stands around it and within it', () => {
    const Inner = () => <Shared of="inner" part={() => <Thanks words="Ja, “één” ‰ 👩‍🔧" />} />
    const page = (
      <ViewContext.Provider value={view()}>
        <main>
          é <Shared of="first" part={() => <Inner />} /> · <Shared of="second" part={() => <Thanks words="€" />} /> ’
        </main>
      </ViewContext.Provider>
    )
    for (const _ of ['made', 'remembered']) expect(String(renderForSending(page).bytes())).toBe(renderPage(page))
    expect(renderPage(page)).toContain('👩‍🔧')
  })

  it('is packed once several have asked for it, and then reads the same, with the words of each reader', async () => {
    const page = (reader: View) => (
      <ViewContext.Provider value={reader}>
        <main>
          <Shared of="small" part={() => <Thanks words="klein" />} />
          <Shared of="large" part={() => <Thanks words={'Zet hem op zestien graden. '.repeat(300)} />} />
        </main>
      </ViewContext.Provider>
    )
    const reader = (name: string) => view({ formToken: `token-of-${name}`, onceKey: `once-of-${name}` })
    expect(renderForSending(page(reader('henk'))).packed()).toBeNull()
    await vi.waitFor(() => expect(renderForSending(page(reader('henk'))).packed()).not.toBeNull(), 20_000)
    for (const name of ['henk', 'noor']) {
      const packed = renderForSending(page(reader(name))).packed() as Buffer
      expect(packed.length).toBeLessThan(1_000)
      expect(String(brotliDecompressSync(packed))).toBe(renderPage(page(reader(name))))
    }
    expect(renderForSending(page(reader('somebody-else'))).packed()).toBeNull()
  })

  it('is forgotten when too much was rendered since, and made anew', () => {
    seenBy(view(), 'old')
    for (let nth = 0; nth < 20; nth++) seenBy(view(), `new ${nth}`, 'x'.repeat(1_000_000))
    rendered = 0
    expect(seenBy(view(), 'old')).toContain('old')
    expect(rendered).toBe(1)
  })
})
