const MOST_TAGS = 12
const MOST_QUESTIONS = 5
const KNOWN = /^(questions|me|question:[1-9]\d{0,17})$/

/** What a page asks to hear of: known names only, and few. */
export function readTags(asked: unknown): string[] {
  if (typeof asked !== 'string' || asked.length > 400) return []
  const tags = [...new Set(asked.split(',').filter((tag) => KNOWN.test(tag)))].slice(0, MOST_TAGS)
  const questions = tags.filter(questionOf)
  return tags.filter((tag) => !questionOf(tag) || questions.indexOf(tag) < MOST_QUESTIONS)
}

/** The id in "question:12". */
export function questionOf(tag: string): string | null {
  return tag.startsWith('question:') ? tag.slice('question:'.length) : null
}
