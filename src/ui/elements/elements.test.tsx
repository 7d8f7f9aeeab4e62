import type { VNode } from 'preact'
import { describe, expect, it } from 'vitest'
import { translator } from '#platform/i18n/translate.ts'
import { Gallery } from '../gallery/gallery.tsx'
import { Document } from '../layout/document.tsx'
import { LanguageSwitch } from '../layout/language-switch.tsx'
import { renderFragment, renderPage } from '../render.ts'
import { type View, ViewContext } from '../view.ts'
import { Avatar } from './avatar.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { QuietLine } from './quiet-line.tsx'
import { TextInput } from './text-input.tsx'
import { Time } from './time.tsx'

const view: View = {
  language: 'nl',
  zone: 'Europe/Amsterdam',
  now: new Date('2026-11-23T20:00:00Z'),
  t: translator('nl'),
  formToken: null,
  onceKey: 'once-key-of-the-page',
  url: '/questions',
  asset: (name) => `/assets/${name}`,
}
const drawn = (node: VNode, other: Partial<View> = {}) =>
  renderFragment(<ViewContext.Provider value={{ ...view, ...other }}>{node}</ViewContext.Provider>)

describe('a form', () => {
  const form = (
    <Form action="/questions" once="k1">
      <TextInput name="title" />
    </Form>
  )

  it('of a member carries their token, of a visitor it does not', () => {
    expect(drawn(form, { formToken: 'secret' })).toContain('name="_token" value="secret"')
    expect(drawn(form)).not.toContain('_token')
  })

  it('that makes something carries a one-time key', () => {
    expect(drawn(form)).toContain('name="_once" value="k1"')
  })

  it('that only asks never puts the token in the address', () => {
    const search = (
      <Form action="/search" method="get">
        <TextInput name="q" />
      </Form>
    )
    expect(drawn(search, { formToken: 'secret' })).not.toContain('secret')
  })
})

describe('somebody who fills in a field', () => {
  it('hears its label, its hint and what is wrong with it', () => {
    const html = drawn(
      <Field name="email" label="E-mailadres" hint="Waar we je bereiken" error="Dit is geen adres" required>
        <TextInput type="email" value="henk@" />
      </Field>,
    )
    expect(html).toContain('for="field-email"')
    expect(html).toContain('aria-describedby="field-email-hint field-email-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toMatch(/<input[^>]* required/)
    expect(html).toContain('value="henk@"')
  })

  it('finds above the form a link to each field that needs a look', () => {
    const html = drawn(<ErrorSummary problems={[{ field: 'email', message: 'Dit is geen adres' }]} />)
    expect(html).toContain('<a href="#field-email">Dit is geen adres</a>')
    expect(drawn(<ErrorSummary problems={[]} />)).toBe('')
  })
})

describe('a reader', () => {
  it('sees how long ago, and exactly when on hover', () => {
    expect(drawn(<Time at={new Date('2026-11-23T19:48:00Z')} />)).toBe(
      '<time datetime="2026-11-23T19:48:00.000Z" title="maandag 23 november 2026 om 20:48" data-relative="true">12 min geleden</time>',
    )
  })

  it('sees no empty places in a quiet line', () => {
    const html = drawn(
      <QuietLine>
        {null}
        <span>een</span>
        {false}
      </QuietLine>,
    )
    expect(html).toBe('<div class="quiet-line"><span><span>een</span></span></div>')
  })

  it('is offered the other language by its own name', () => {
    const html = drawn(<LanguageSwitch action="/language" languages={['nl', 'en']} look="name" />)
    expect(html).toContain('lang="en"')
    expect(html).toContain('English')
    expect(html).not.toContain('Nederlands')
  })

  it('never runs what somebody chose as a name', () => {
    const html = drawn(<Avatar name={'<script>alert(1)</script>'} seed="1" label={'"><script>'} />)
    expect(html).not.toContain('<script')
  })
})

describe('a page', () => {
  const page = (
    <ViewContext.Provider value={view}>
      <Document title="Vragen" siteName="Zonnewinde" jsonLd={[{ name: '</script><script>alert(1)</script>' }]}>
        <Gallery />
      </Document>
    </ViewContext.Provider>
  )

  it('has no style attributes and no scripts of its own inside: the policy forbids them', () => {
    const html = renderPage(page)
    expect(html).toMatch(/^<!doctype html><html lang="nl"/)
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html.match(/<script(?! type="(module|application\/ld\+json)")/g)).toBeNull()
  })

  it('carries structured data that cannot end its own element', () => {
    expect(renderPage(page)).not.toContain('</script><script>alert')
  })
})
