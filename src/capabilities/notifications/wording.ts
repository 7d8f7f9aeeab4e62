import type { NoticeKind, NoticeView, NoticeWords } from '#community/notices/notice-kind.ts'
import { ITEM_MARK } from '#community/text/render.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { NoticeLine } from './queries.ts'

const LONGEST = 280

/** A line with the words its capability has for it; nothing for a kind that no longer exists. */
export function wordsOfLine(t: Translate, kinds: readonly NoticeKind[], line: NoticeLine): NoticeWords | null {
  const kind = kinds.find((one) => one.kind === line.kind)
  return kind ? kind.words(t, viewOfLine(line)) : null
}

export function viewOfLine(line: NoticeLine): NoticeView {
  const { id, kind, questionId, questionTitle, answerId, commentId, actorName, count, facts } = line
  return {
    id,
    kind,
    questionId,
    questionTitle,
    answerId,
    commentId,
    actorName,
    count,
    facts,
    excerpt: excerpt(line.html),
  }
}

/** The first words of rendered text, as plain text. */
export function excerpt(html: string): string {
  const plain = html
    .replace(/<li\b[^>]*>/gi, ` ${ITEM_MARK}`)
    .replace(/<(br|\/p|\/li|\/h\d|\/blockquote|\/pre)\b[^>]*>/gi, ' ')
    // The text may have been cut inside a tag.
    .replace(/<[^>]*(>|$)/g, '')
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => SIGNS[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= LONGEST) return plain
  const cut = plain.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST - 40))}…`
}

const SIGNS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' }
