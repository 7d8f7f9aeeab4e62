import { describe, expect, it } from 'vitest'
import { mailLayout, unlinked } from './mail-layout.tsx'

const brand = { name: 'Zonnewinde', hue: 158 }

describe('a mail', () => {
  it('says the same in text and in HTML, and why the person gets it', () => {
    const words = mailLayout(
      {
        subject: 'Nieuw antwoord',
        paragraphs: ['Henk antwoordde op je vraag.'],
        quote: 'Zet de boiler\nop 55 graden.',
        button: { label: 'Bekijk het antwoord', url: 'https://z.example/questions/1' },
        why: 'Je krijgt deze mail omdat je de vraag stelde.',
        links: [{ label: 'Niet meer mailen', url: 'https://z.example/unsubscribe/x' }],
      },
      brand,
      'nl',
    )
    for (const part of ['Henk antwoordde', '55 graden', 'https://z.example/questions/1', 'omdat je de vraag stelde']) {
      expect(words.text).toContain(part)
      expect(words.html).toContain(part)
    }
    expect(words.html).toContain('role="presentation"')
    expect(words.html).not.toContain('oklch')
  })

  it('shows what members wrote as words, never as markup or as a link', () => {
    const evil = '<img src=x onerror=alert(1)> win.example https://win.example'
    const { html } = mailLayout({ subject: evil, paragraphs: [unlinked(evil)], why: '' }, brand, 'nl')
    expect(html).not.toContain('<img')
    expect(unlinked('Kijk op win.example. Dag')).toBe('Kijk op win.\u2060example. Dag')
  })
})
