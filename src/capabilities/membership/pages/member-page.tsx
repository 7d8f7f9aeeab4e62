import type { Exchange } from '#community/exchange.ts'
import { avatarUrl } from '#community/members/avatar-url.ts'
import { Page } from '#community/page.tsx'
import { Avatar } from '#ui/elements/avatar.tsx'
import { EmptyState } from '#ui/elements/empty-state.tsx'
import { LinkButton } from '#ui/elements/link-button.tsx'
import { Notice } from '#ui/elements/notice.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Section } from '#ui/layout/section.tsx'
import { accountPath, memberPath } from '../paths.ts'
import type { MemberPosts } from '../post-queries.ts'
import type { Profile } from '../queries.ts'
import { BlockForm } from './block-form.tsx'
import { MemberFacts } from './member-facts.tsx'
import { PostList } from './post-list.tsx'

export interface MemberPageProps extends MemberPosts {
  x: Exchange
  member: Profile
  /** Shown to those who may use it, as the rule says. */
  keeping: { act: 'block' | 'unblock'; problem?: string; reason?: string } | null
}

export function MemberPage({ x, member, counts, duplicatesFound, asked, answered, keeping }: MemberPageProps) {
  const { t, viewer, brand } = x
  const isSelf = viewer?.id === member.id
  const isBare = asked.length === 0 && answered.length === 0
  return (
    <Page
      x={x}
      title={member.name}
      description={t('membership.profile.description', { name: member.name, brand: brand.name })}
      canonical={memberPath(member.handle)}
      robots={isBare && !member.about ? 'noindex' : undefined}
    >
      <Columns aside={<MemberFacts {...{ member, counts, duplicatesFound }} />} label={t('membership.profile.facts')}>
        <header class="member-head">
          <Avatar name={member.name} seed={member.id} imageUrl={avatarUrl(member)} size="huge" />
          <div>
            <h1>{member.name}</h1>
            <p class="quiet-words">@{member.handle}</p>
            {isSelf && (
              <LinkButton href={accountPath} look="secondary" size="small" icon="pencil">
                {t('membership.profile.edit')}
              </LinkButton>
            )}
          </div>
        </header>
        {member.blockedAt && <Notice tone="warn">{t('membership.profile.blocked', { name: member.name })}</Notice>}
        {member.staffTitle && (
          <Notice plain title={t('membership.profile.staff', { brand: brand.name })}>
            <p>{member.staffTitle}</p>
          </Notice>
        )}
        {member.expertTitle && (
          <Notice plain title={member.expertTitle}>
            {member.expertReason && <p>{member.expertReason}</p>}
          </Notice>
        )}
        {member.about && <p class="member-words">{member.about}</p>}
        {!member.canSignIn && <p class="quiet-words">{t('membership.profile.imported')}</p>}
        {isBare && <EmptyState icon="message-circle" title={t('membership.profile.nothing', { name: member.name })} />}
        {answered.length > 0 && (
          <Section title={t('membership.profile.answered')}>
            <PostList posts={answered} />
          </Section>
        )}
        {asked.length > 0 && (
          <Section title={t('membership.profile.asked')}>
            <PostList posts={asked} />
          </Section>
        )}
        {keeping && <BlockForm handle={member.handle} {...keeping} />}
      </Columns>
    </Page>
  )
}
