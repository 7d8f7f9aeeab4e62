/** The text in plain small a to z, digits and signs: accents off, look-alike letters of other scripts as the Latin ones. */
export function latin(text: string): string {
  // Bounded before decomposing: one character can become eighteen.
  return [...text.slice(0, 1000).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()].map(letter).join('')
}

function letter(char: string): string {
  return LETTERS.get(char) ?? char
}

const LETTERS = new Map<string, string>([
  ...Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    ŋ: 'n',
    ĸ: 'k',
  }),
  ...pairs('абвгдеёжзийклмнопрстуфхцчшщыэюяіїєґјѕһԁԛԝ', [
    ...['a', 'b', 'v', 'g', 'd', 'e', 'e', 'zh', 'z', 'i', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u', 'f'],
    ...['h', 'ts', 'ch', 'sh', 'sch', 'y', 'e', 'yu', 'ya', 'i', 'i', 'e', 'g', 'j', 's', 'h', 'd', 'q', 'w'],
  ]),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', [
    ...['a', 'b', 'g', 'd', 'e', 'z', 'i', 'th', 'i', 'k', 'l', 'm', 'n', 'x', 'o', 'p', 'r', 's', 's', 't', 'y', 'f'],
    ...['ch', 'ps', 'o'],
  ]),
])

function pairs(from: string, to: string[]): [string, string][] {
  return [...from].map((char, at) => [char, to[at] ?? ''])
}
