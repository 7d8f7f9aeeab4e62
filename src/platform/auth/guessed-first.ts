/** Guessed first by everybody who tries: a well-known word with digits or signs around it, a row of keys, one sign again and again. */
export function isGuessedFirst(password: string, known: readonly string[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const core = plainLetters(plain)
  if (new Set(plain).size < 4) return true
  if (isRow(plain) || rows.some((row) => row.includes(plain))) return true
  return [...common, ...known.flatMap(wordsOf)].some((word) => isOnly(core, word) || isOnly(plain, word))
}

const stand = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }),
)

function plainLetters(text: string) {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [...bare].map((sign) => stand.get(sign) ?? sign).join('')
}

/** The word itself, once or more, with nothing but digits and signs around it. */
function isOnly(text: string, word: string) {
  if (word.length < 4 || !text.includes(word)) return false
  return /^[\d\W_]*$/u.test(text.split(word).join(''))
}

function wordsOf(known: string) {
  const whole = known.normalize('NFKC').toLowerCase()
  return [whole, ...whole.split(/[@.\s_-]+/)].filter((word) => word.length >= 4)
}

function isRow(text: string) {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  const step = (codes[1] ?? 0) - (codes[0] ?? 0)
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step)
}

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'qazwsxedcrfvtgbyhn',
  'zaq12wsxcde34rfv',
]

const common = (
  'password passw0rd wachtwoord welkom welcome geheim secret letmein inloggen qwerty qwertyuiop azerty asdfghjkl ' +
  'zxcvbnm iloveyou ikhouvanjou ikhouvanje football voetbal baseball superman batman pokemon dragon monkey princess ' +
  'sunshine zonneschijn zomer winter herfst lente summer autumn spring vakantie holiday amsterdam rotterdam utrecht ' +
  'nederland holland feyenoord ajax welkom01 changeme default administrator beheerder admin root test testtest ' +
  'testaccount computer internet samsung iphone google facebook whatsapp michael jennifer charlie master shadow ' +
  'trustno1 starwars whatever freedom mustang corvette ferrari porsche mercedes hottie loveme lovely ashley hello ' +
  'hallo hallohallo goedemorgen goedendag liefde schatje lieverd mamma mama papa moeder vader kinderen familie poesje ' +
  'hondje konijn kerstmis sinterklaas pasen verjaardag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
  'januari februari maart april juni juli augustus september oktober november december monday tuesday wednesday ' +
  'thursday friday saturday sunday january february march august october'
).split(' ')
