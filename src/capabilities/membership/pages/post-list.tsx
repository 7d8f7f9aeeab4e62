import { nameOf } from '#community/read-once.ts'
import { Entries, Entry } from '#ui/elements/entry.tsx'
import { QuietLine } from '#ui/elements/quiet-line.tsx'
import { Time } from '#ui/elements/time.tsx'
import { Shared } from '#ui/sharing/shared.tsx'
import { useView } from '#ui/view.ts'
import type { ProfileQuestion } from '../post-queries.ts'

type Posts = readonly (ProfileQuestion & { answerId?: string })[]

/** One strong line per question, one quiet line with the time. */
export function PostList({ posts }: { posts: Posts }) {
  return <Shared of={`posts ${nameOf(posts)}`} part={() => <Listed posts={posts} />} />
}

function Listed({ posts }: { posts: Posts }) {
  const { language } = useView()
  return (
    <div class="post-list">
      <Entries>
        {posts.map((post) => (
          <Entry
            href={addressOf(post)}
            title={post.title}
            lang={post.language === language ? undefined : post.language}
            key={post.id}
          >
            <QuietLine>
              <Time at={post.at} />
            </QuietLine>
          </Entry>
        ))}
      </Entries>
    </div>
  )
}

const addressOf = ({ id, slug, answerId }: ProfileQuestion & { answerId?: string }) =>
  answerId ? `/questions/${id}/answers/${answerId}` : `/questions/${id}/${slug}`
