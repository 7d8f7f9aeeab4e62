import { describe, expect, it } from 'vitest'
import { hostileStrings } from '#test/hostile/hostile-strings.ts'
import { patternRefusal } from './customer-numbers.ts'
import { findPersonalDetails, maskPersonalDetails } from './mask.ts'
import { renderMarkdown } from './render.ts'

const options = { customerNumberPattern: 'ZW-?\\d{7}' }
const kinds = (text: string) => findPersonalDetails(text, options).map((detail) => detail.kind)
const texts = (text: string) => findPersonalDetails(text, options).map((detail) => detail.text)
const masked = (text: string, keep: string[] = []) => maskPersonalDetails(text, options, keep).text

const PHONE = '[telefoonnummer verborgen]'
const EMAIL = '[e-mailadres verborgen]'

describe('telephone numbers are found', () => {
  it.each([
    ...['0612345678', '06-12345678', '06 12 34 56 78', '06 1234 5678', '06.12.34.56.78', '0 6 1 2 3 4 5 6 7 8'],
    ...['(06) 12345678', '06 - 1234 5678', '06/12345678', '+31612345678', '+31 6 12345678', '+31 (0)6 12345678'],
    ...[
      '0031612345678',
      '0031 6 1234 5678',
      '(+31)612345678',
      '020-6241111',
      '030 2345678',
      '(038) 423 45 67',
      '0578-612345',
    ],
    ...['+32 470 12 34 56', '+49 30 901820', '+44 20 7946 0958', '+1 202 456 1111', '06‑12345678', '06–12345678'],
    ...['０６１２３４５６７８', '٠٦١٢٣٤٥٦٧٨', '𝟬𝟲𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴', '0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '06\u00a012345678', '06\u200b1234\u200b5678'],
    ...[
      '06\u202e12345678',
      '06\\-12345678',
      '06&#45;12345678',
      '&#48;612345678',
      '06**1234**5678',
      '06_1234_5678',
      '06`12345678`',
    ],
  ])('%s', (number) => {
    for (const text of [number, `Bel me op ${number}.`, `(${number})`, `${number}, graag na 18 uur`, `**${number}**`]) {
      expect(kinds(text), text).toEqual(['phone'])
      expect(masked(text), text).not.toMatch(/[\p{Nd}]{4}|12/u)
    }
  })

  it('in calling links, and behind a word that says so', () => {
    expect(kinds('[bel](tel:+31612345678) of https://wa.me/31612345678')).toEqual(['phone', 'phone'])
    expect(kinds('tel: 612345678 en whatsapp 31612345678')).toEqual(['phone', 'phone'])
    expect(kinds('nummer 0612345678 of 0687654321')).toEqual(['phone', 'phone'])
    expect(kinds('0612345678,0687654321')).toEqual(['phone', 'phone'])
  })

  it('behind other numbers and in lists', () => {
    expect(texts('1. 0612345678\n2. 06-87654321')).toEqual(['0612345678', '06-87654321'])
    expect(texts('Na 2024 0612345678')).toEqual(['0612345678'])
  })
})

describe('account numbers are found by their checksum', () => {
  it.each([
    ...['NL91ABNA0417164300', 'NL91 ABNA 0417 1643 00', 'nl91 abna 0417 1643 00', 'NL91.ABNA.0417.1643.00'],
    ...['NL 91 ABNA 0417164300', 'N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0', 'ＮＬ９１ＡＢＮＡ０４１７１６４３００'],
    ...[
      'NL91\u200bABNA0417164300',
      'DE89 3704 0044 0532 0130 00',
      'BE68 5390 0754 7034',
      'GB29 NWBK 6016 1331 9268 19',
    ],
  ])('%s', (iban) => {
    for (const text of [iban, `Rekening ${iban}, dank!`, `\`${iban}\``]) {
      expect(kinds(text), text).toEqual(['iban'])
      expect(masked(text), text).toBe(text.replace(iban, '[rekeningnummer verborgen]'))
    }
  })

  it('and what only looks like one is left', () => {
    for (const text of ['NL91ABNA0417164301', 'NL00 ABNA 0417', 'SN91ABNA0417164300', 'ZW36 2024 0012'])
      expect(kinds(text), text).toEqual([])
  })
})

describe('e-mail addresses are found', () => {
  it.each([
    ...[
      'jan@zonnewinde.example',
      'Jan.de.Vries+x@mail.zonnewinde.example',
      'jan_de_vries@example.nl',
      'jan @ example.nl',
    ],
    ...[
      'jan[at]example[dot]nl',
      'jan (at) example (punt) nl',
      'jan at example dot nl',
      'jan[@]example.nl',
      'jan＠example．nl',
    ],
    ...[
      'jan&#64;example.nl',
      'jan&commat;example&period;nl',
      'jan\\@example.nl',
      'jan@\u200bexample.nl',
      'jan**@**example.nl',
    ],
    ...['jörg@müller.example', 'jan@ex\u00adample.nl', 'j\u202ean@example.nl'],
  ])('%s', (address) => {
    for (const text of [address, `Mail naar ${address}. Dank!`, `(${address})`, `\`${address}\``]) {
      expect(kinds(text), text).toEqual(['email'])
      expect(masked(text), text).toBe(text.replace(address, EMAIL))
    }
  })

  it('not in a mention, a version, a file name or a sentence', () => {
    for (const text of [
      'Dank @henk. Bedankt',
      'app@5.1',
      '![x](/attachments/1/foto@2x.png)',
      'ik ben at home. nl',
      'a @ b',
      '3 @ 4 euro',
    ])
      expect(kinds(text), text).toEqual([])
  })
})

describe('customer numbers are found by the pattern of the brand', () => {
  it.each([
    'ZW1234567',
    'ZW-1234567',
    'zw1234567',
    'ZW 123 4567',
    'ZW-123.4567',
    'ＺＷ１２３４５６７',
    'ZW\u200b1234567',
  ])('%s', (number) => {
    expect(kinds(`Mijn nummer is ${number}.`)).toEqual(['customer-number'])
    expect(masked(`(${number})`)).toBe('([klantnummer verborgen])')
  })

  it('not inside longer words, and not without a pattern', () => {
    expect(kinds('AZW1234567 ZW12345678 ZW123456')).toEqual([])
    expect(findPersonalDetails('ZW1234567')).toEqual([])
  })

  it('and a pattern that could be slow or hide everything is refused', () => {
    for (const good of ['ZW-?\\d{7}', '\\d{8}', '[A-Z]{2}\\d{6,8}', 'KL [0-9]{6}'])
      expect(patternRefusal(good), good).toBeUndefined()
    for (const odd of [
      '(a+)+$',
      '\\d+',
      '\\d*',
      '.*',
      '.{9}',
      'a|b',
      '^\\d{8}$',
      '(?=x)\\d{8}',
      '\\1\\d{8}',
      '[^a]{8}',
      '\\w{8}',
      '\\d{8',
      '[z-a]\\d{8}',
      '\\d{8}{8}',
      '\\d{100}',
      '\\d{9,5}',
    ])
      expect(patternRefusal(odd), odd).toBe('not-plain')
    for (const loose of ['\\d{4}', '[a-z]{8}', '\\d?\\d{2}', '\\d{0,20}\\d{0,20}\\d{8}', ''])
      expect(patternRefusal(loose), loose).toBe('too-loose')
    expect(patternRefusal('\\d{8}'.repeat(20))).toBe('too-long')
    expect(findPersonalDetails('aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', { customerNumberPattern: '(a+)+$' })).toEqual([])
  })
})

describe('what helps to answer is left', () => {
  it.each([
    ...[
      'meterstand 045678,123',
      'meterstand 0456781234',
      'Stand: 045678',
      'T1 012345.678 en T2 045678.901',
      '0123456789 kWh',
    ],
    ...[
      'EAN 871687110000612345',
      '8716 8711 0006 1234 56',
      'code 3012',
      'foutcode E-204',
      'E-204',
      'error 0612345678',
      'F28.532',
    ],
    ...[
      'in 2024 of 2026',
      '1998-2024',
      '€ 1.234,56',
      '€ 0,25 per kWh',
      '3.500 kWh',
      '01-02-2024 12:30',
      '2024-02-01',
      '01/02/2024 1234',
    ],
    ...[
      '2026-11-22T10:15:00Z',
      'SN 0612345678',
      'serienummer 0612345678',
      'ZW36-2024-001234',
      'ZW-0612345678',
      'SN2023061234567',
      'A0612345678',
    ],
    ...[
      'https://www.zonnewinde.example/artikel/0612345678',
      '[x](/questions/612345678/0612345678)',
      '![x](/attachments/1/0612345678.png)',
    ],
    ...[
      '0800-1234',
      '0900-0190',
      '112',
      '1 2 3 4 5 6 7 8 9 10',
      '20 °C, 21 °C',
      '192.168.178.1',
      '10.0.0.255:8080',
      'v5.1.0',
      'ZW-Omvormer 3.6',
    ],
    ...[
      '00:1B:44:11:3A:B7',
      '1.0.0-0:1.8.1(045678.123*kWh)',
      '12.345.678',
      '0,000123',
      '230 V 16 A 3680 W',
      'postcode 8011 AB',
      '#0612345678',
    ],
  ])('%s', (text) => {
    expect(texts(text)).toEqual([])
    expect(masked(`Ik zie ${text} staan.`)).toBe(`Ik zie ${text} staan.`)
  })
})

describe('masking', () => {
  it('says what it took, by kind and number', () => {
    const result = maskPersonalDetails('06-12345678 of 0687654321, jan@example.nl', options)
    expect(result.text).toBe(`${PHONE} of ${PHONE}, ${EMAIL}`)
    expect(result.masked).toEqual([
      { kind: 'phone', count: 2 },
      { kind: 'email', count: 1 },
    ])
  })

  it('speaks the language of the text', () => {
    const words = { phone: '[phone number hidden]', iban: '[x]', email: '[e]', 'customer-number': '[c]' }
    expect(maskPersonalDetails('call 0612345678', { words }).text).toBe('call [phone number hidden]')
  })

  it('keeps what the author keeps, however it is written there, and nothing else', () => {
    expect(masked('06-12345678 en 0687654321', ['06 12345678'])).toBe(`06-12345678 en ${PHONE}`)
    expect(masked('Jan@Example.nl', ['jan@example.nl'])).toBe('Jan@Example.nl')
    expect(masked('jan@example.nl', ['', 'example.nl', 'an@example.nl'])).toBe(EMAIL)
  })

  it('leaves a text without details exactly as it was', () => {
    for (const text of Object.values(hostileStrings)) {
      const result = maskPersonalDetails(text, options)
      if (result.masked.length === 0) expect(result.text).toBe(text)
    }
  })

  it('does it once: what is masked stays as it is', () => {
    const once = masked('06-12345678, NL91ABNA0417164300, jan@example.nl, ZW1234567')
    expect(masked(once)).toBe(once)
    expect(once).toBe(`${PHONE}, [rekeningnummer verborgen], ${EMAIL}, [klantnummer verborgen]`)
  })

  it('takes the link away with what it pointed to', () => {
    expect(masked('[mail me](mailto:jan@example.nl?subject=x)')).toBe(`mail me ${EMAIL}`)
    expect(masked('[jan@example.nl](mailto:jan@example.nl)')).toBe(EMAIL)
    expect(masked('[06-12345678](tel:0612345678)')).toBe(PHONE)
    expect(masked('[app](https://wa.me/31612345678)')).toBe(`app ${PHONE}`)
    expect(masked('<jan@example.nl> <mailto:jan@example.nl>')).toBe(`${EMAIL} ${EMAIL}`)
  })

  it('makes no link of the words by what follows them', () => {
    const { html } = renderMarkdown(masked('0612345678(https://x.example)\n\n0612345678: https://x.example'))
    expect(html.match(/telefoonnummer verborgen\]/g)).toHaveLength(2)
  })

  it('leaves nothing of it on the rendered page', () => {
    const text =
      'a **06-12345678**\n\n| `jan@example.nl` |\n|-|\n| [x](mailto:jan@example.nl) |\n\n[r]: mailto:jan@example.nl\n\n```\nNL91 ABNA 0417 1643 00\n```'
    const { html } = renderMarkdown(masked(text))
    expect(html).not.toMatch(/1234|jan|example|ABNA|0417/)
  })

  it('takes a bounded time for any text of 64 KiB', () => {
    const parts = [
      '0',
      '06',
      '0 ',
      '06 ',
      '+',
      '+3',
      '+3 ',
      '0 0 3 1 2 ',
      '00 1 2 3 4 5 6 7 8 9 ',
      '+3 1 2 3 4 5 6 7 8 9 ',
      '0 2 3 4 5 6 7 8 9 1 ',
      '(0',
      'a',
      'a@',
      '@',
      'a.',
      'a@a.',
      'a at a dot ',
      'NL',
      'NL91',
      'n l 9 1 ',
      '&',
      '&#4',
      '\\',
      '[',
      '[a](mailto:',
      '<',
      'http://',
      '1-1-',
      'ZW',
      'ZW1',
      'ZW 1 ',
      '0612345678 ',
      'jan@example.nl ',
      '٠',
      '𝟬',
      '. ',
      '- ',
      '](/',
      'tel:',
      'a*',
      '*@',
    ]
    for (const part of parts) {
      const text = part.repeat(65_536 / part.length)
      const start = process.threadCpuUsage()
      maskPersonalDetails(text, options)
      expect(process.threadCpuUsage(start).user / 1000, part).toBeLessThan(1000)
    }
  }, 60_000)
})
