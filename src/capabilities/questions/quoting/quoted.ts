/** A post of a question as an address names it: `question`, `answer-77`, `comment-5`, as the page itself calls them. */
export type QuotedPost =
  | { readonly kind: 'question' }
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'comment'; readonly id: string }

/** Null for whatever names no post. */
export function quotedPost(name: unknown): QuotedPost | null {
  if (name === 'question') return { kind: name }
  const [, kind, id] = (typeof name === 'string' && NAMED.exec(name)) || []
  return id ? { kind: kind as 'answer' | 'comment', id } : null
}

const NAMED = /^(answer|comment)-([1-9]\d{0,17})$/

/** The lasting address of the post. */
export const quotedPath = (questionId: string, post: QuotedPost): string =>
  post.kind === 'question' ? `/questions/${questionId}` : `/questions/${questionId}/${post.kind}s/${post.id}`

/** The post at this address, when it stands with this question. */
export function postAt(questionId: string, path: string): QuotedPost | null {
  const [, id, kind, postId] = ADDRESS.exec(path) ?? []
  if (id !== questionId) return null
  return postId ? { kind: kind as 'answer' | 'comment', id: postId } : { kind: 'question' }
}

const ADDRESS = /^\/questions\/(\d{1,18})(?:\/(answer|comment)s\/(\d{1,18}))?$/

/** The page with the form filled: the same few bytes for everybody, because a page has many of them. */
export const quotingPath = (questionId: string, name: string): string =>
  `/questions/${questionId}?quote=${name}#answer-form`
