import { plainText } from '#community/text/render.ts'
import { answerPath, questionPath } from '../paths.ts'
import type { Author, ReadAnswer } from './queries.ts'
import type { QuestionReading } from './reading.ts'

/** The question as search engines read it: schema.org QAPage with accepted and suggested answers and all counts. */
export function qaPageOf(publicUrl: string, reading: QuestionReading): object {
  const { question, best, answers } = reading
  const shown = [...(best ? [best] : []), ...answers].filter((answer) => !answer.hiddenAt && !answer.deletedAt)
  const isAccepted = (answer: ReadAnswer) => answer.confirmedAt !== null && answer.outdatedAt === null
  const accepted = shown.filter(isAccepted).map((answer) => answerData(publicUrl, question.id, answer))
  const suggested = shown
    .filter((answer) => !isAccepted(answer))
    .map((answer) => answerData(publicUrl, question.id, answer))
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: question.title,
      text: plainText(question.body).slice(0, 5_000),
      url: `${publicUrl}${questionPath(question)}`,
      inLanguage: question.language,
      answerCount: question.answerCount,
      commentCount: reading.comments.length,
      upvoteCount: question.sameCount,
      datePublished: question.createdAt.toISOString(),
      ...(question.editedAt ? { dateModified: question.editedAt.toISOString() } : {}),
      author: personOf(publicUrl, question.author),
      ...(accepted.length > 0 ? { acceptedAnswer: accepted.length === 1 ? accepted[0] : accepted } : {}),
      ...(suggested.length > 0 ? { suggestedAnswer: suggested } : {}),
    },
  }
}

const answerData = (publicUrl: string, questionId: string, answer: ReadAnswer) => ({
  '@type': 'Answer',
  text: wordsOf(answer.html),
  url: `${publicUrl}${answerPath(questionId, answer.id)}`,
  commentCount: answer.commentCount,
  upvoteCount: answer.thanksCount + answer.workedCount,
  datePublished: answer.createdAt.toISOString(),
  author: personOf(publicUrl, answer.author),
})

const personOf = (publicUrl: string, author: Author) => ({
  '@type': 'Person',
  name: author.name,
  url: `${publicUrl}/members/${author.handle}`,
})

/** The words of stored, sanitised HTML. */
function wordsOf(html: string): string {
  // Only what begins or ends a line keeps words apart: a bold word stands against its comma.
  const text = html
    .replace(/<\/?(?:p|br|hr|li|ul|ol|h\d|pre|blockquote|table|t[rdh])\b[^>]{0,2000}>/g, ' ')
    .replace(/<[^>]{1,2000}>/g, '')
    .replace(/\s+/g, ' ')
  return text
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? ' ')
    .trim()
    .slice(0, 5_000)
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
