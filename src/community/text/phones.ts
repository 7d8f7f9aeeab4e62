import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

export interface Span {
  start: number
  end: number
}

/** Where telephone numbers stand: Dutch ones and those with a country code. Readings, dates and codes are none. */
export function phonesIn(text: string): Span[] {
  const dates = [...text.matchAll(DATE)].map((match) => spanOf(match))
  const found = [...text.matchAll(DIGITS)].flatMap((match) => phonesInRow(text, spanOf(match), dates))
  return [...found, ...[...text.matchAll(IN_LINK)].map((match) => inLink(match))]
}

const DATE = /(?<!\d)(?:\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})(?!\d)/g
// Groups of digits with at most three signs between them.
const DIGITS = /\+?[\d(](?:[\d()]|[ \t./*`~_-]{1,3}(?=[\d(+]))*/g
const IN_LINK = /(?:tel:|sms:|callto:|wa\.me\/|[?&]phone=)(?:%20)?(\+?\d[\d().-]{5,19}\d)/gi
const LONGEST_NUMBER = 15
const MOST_GROUPS = 18

function phonesInRow(text: string, row: Span, dates: Span[]): Span[] {
  const groups = groupsIn(text, row)
  row.end = groups.at(-1)?.end ?? row.end
  if (isMeterCode(groups) || belongsToACode(text, row)) return []
  const found: Span[] = []
  for (let first = 0; first < groups.length; first++) {
    const last = endOfNumber(text, groups, first)
    if (last === undefined) continue
    const span = { start: startWithSigns(text, groups[first] as Group, row), end: (groups[last] as Group).end }
    if (dates.some((date) => date.start < span.end && span.start < date.end)) continue
    found.push(span)
    first = last
  }
  return found
}

interface Group extends Span {
  digits: string
}

function groupsIn(text: string, row: Span): Group[] {
  const part = text.slice(row.start, row.end)
  return [...part.matchAll(/\d+/g)].map((match) => ({ ...spanOf(match, row.start), digits: match[0] }))
}

/** An EAN code of a connection has 18 digits, however they are grouped. */
function isMeterCode(groups: Group[]): boolean {
  const digits = groups.map((group) => group.digits).join('')
  return digits.length === 18 && digits.startsWith('87')
}

const CODE_BEFORE =
  /(?:[\p{L}\p{N}][-/_.]?|#|€ ?|\$ ?|(?<!\p{L})(?:serie|serienummer|serial|s\/n|sn|ean|code|foutcode|error|fout|stand|meterstand|tellerstand|meter|meternummer|teller|factuur|factuurnummer|order|ordernummer|artikel|artikelnummer|ticket|kenmerk|versie|firmware|version|reading|invoice|part)(?: ?(?:number|nummer|nr|no|is|was))?[ .:#=]{0,3})$/iu
const PHONE_BEFORE =
  /(?<!\p{L})(?:tel|telefoon|telefoonnummer|mobiel|mob|gsm|phone|call|bel|app|whatsapp|nummer)[.: ]{0,3}$/iu
const UNIT_AFTER =
  /^(?: ?(?:kwh|kw|wh|w|m3|m³|gj|km|eur|euro|€|%|°|bar|liter|uur|volt|ampère)(?!\p{L})|[,.]\d{1,3}(?!\d)|[\p{L}_])/iu

function belongsToACode(text: string, row: Span): boolean {
  const before = text.slice(Math.max(0, row.start - 30), row.start)
  if (UNIT_AFTER.test(text.slice(row.end, row.end + 12))) return true
  return CODE_BEFORE.test(before) && !PHONE_BEFORE.test(before)
}

/** The last group of the number that starts with the first one. */
function endOfNumber(text: string, groups: Group[], first: number): number | undefined {
  const plus = text[(groups[first] as Group).start - 1] === '+'
  const cue = PHONE_BEFORE.test(
    text.slice(Math.max(0, (groups[first] as Group).start - 30), (groups[first] as Group).start),
  )
  let digits = ''
  let end: number | undefined
  for (let at = first; at < Math.min(groups.length, first + MOST_GROUPS) && digits.length <= LONGEST_NUMBER + 2; at++) {
    const group = groups[at] as Group
    if (at > first && text[group.start - 1] === '+') break
    // "+31 (0)6": the zero in brackets is not dialled.
    if (!(group.digits === '0' && text[group.start - 1] === '(' && at > first)) digits += group.digits
    if (isPhone(digits, plus, cue)) end = at
    if (!plus && end !== undefined) return end
  }
  return end
}

function isPhone(digits: string, plus: boolean, cue: boolean): boolean {
  if (digits.length < 9 || digits.length > LONGEST_NUMBER + 2) return false
  if (plus) return isAbroad(digits)
  if (digits.startsWith('00')) return isAbroad(digits.slice(2))
  if (digits.startsWith('0')) return digits.length === 10 && isDutch(digits)
  return cue && ((/^6\d{8}$/.test(digits) && isDutch(`0${digits}`)) || /^316\d{8}$/.test(digits))
}

/** Mobile numbers count whether handed out or not; those of companies that are free or paid are nobody's own. */
function isDutch(digits: string): boolean {
  if (digits.startsWith('06')) return true
  if (/^0[89]00/.test(digits) || /^090\d/.test(digits)) return false
  return parsePhoneNumberFromString(digits, 'NL')?.isValid() ?? false
}

function isAbroad(digits: string): boolean {
  if (digits.startsWith('0')) return false
  if (/^310?6\d{8}$/.test(digits)) return true
  return parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false
}

function startWithSigns(text: string, group: Group, row: Span): number {
  let start = group.start
  while (start > row.start && /[+(]/.test(text[start - 1] ?? '')) start--
  return start
}

function inLink(match: RegExpMatchArray): Span {
  const end = (match.index ?? 0) + match[0].length
  return { start: end - (match[1] ?? '').length, end }
}

function spanOf(match: RegExpMatchArray, from = 0): Span {
  const start = from + (match.index ?? 0)
  return { start, end: start + match[0].length }
}
