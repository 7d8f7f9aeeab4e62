import { Time } from '#ui/elements/time.tsx'
import type { ProfileQuestion } from '../post-queries.ts'

/** One strong line per question, one quiet line with the time. */
export function PostList({ posts }: { posts: readonly (ProfileQuestion & { answerId?: string })[] }) {
  return (
    <ul class="post-list">
      {posts.map((post) => (
        <li key={post.id}>
          <a href={addressOf(post)}>{post.title}</a>
          <p class="quiet-words">
            <Time at={post.at} />
          </p>
        </li>
      ))}
    </ul>
  )
}

const addressOf = ({ id, slug, answerId }: ProfileQuestion & { answerId?: string }) =>
  answerId ? `/questions/${id}/answers/${answerId}` : `/questions/${id}/${slug}`
