import type { Exchange, MemberExchange } from '#community/exchange.ts'
import { blockMember, unblockMember } from '#community/members/blocking.ts'
import { mayBlock, mayUnblock } from '#community/members/keeping-rules.ts'
import { saying } from '#community/said.ts'
import { hashOfToken } from '#platform/auth/secrets-at-rest.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { confirmEmailChange } from './email-change.ts'
import { findEmailChange } from './email-change-queries.ts'
import { oldLink } from './entry-handlers.tsx'
import { askingOf, setCookie } from './exchange.ts'
import { filled, refusedWith } from './filled.ts'
import { languageOf, readReason, tokenOf, wordOf } from './forms.ts'
import { EmailConfirmationPage } from './pages/email-confirmation-page.tsx'
import { MemberPage, type MemberPageProps } from './pages/member-page.tsx'
import { MessagePage } from './pages/message-page.tsx'
import { accountPath, memberPath, signInSettingsPath } from './paths.ts'
import { postsOf } from './post-queries.ts'
import { chooseLanguage } from './profile.ts'
import { findProfile, type Profile } from './queries.ts'

export async function showMember(x: Exchange): Promise<Reply> {
  const shown = await memberPage(x)
  return shown ? page(shown) : missing
}

export async function blockOrUnblock(x: MemberExchange): Promise<Reply> {
  const { value, problems } = readReason(x.body)
  const handle = handleIn(x)
  if (handle === null) return missing
  if (problems.length > 0) return withProblem(x, filled(x.t, value, problems).problems[0]?.message, value.reason)
  const unblocks = wordOf(x.body, 'act') === 'unblock'
  const keep = unblocks ? unblockMember : blockMember
  const result = await keep(askingOf(x), x.viewer, handle, value.reason)
  if (result === null) return missing
  if (result.outcome === 'done')
    return seeOther(saying(memberPath(result.value.handle), unblocks ? 'unblocked' : 'blocked'))
  return withProblem(x, refusedWith(x.t, value, result.reason).problems[0]?.message, value.reason)
}

async function withProblem(x: MemberExchange, problem: string | undefined, reason: string): Promise<Reply> {
  const shown = await memberPage(x, { problem, reason })
  return shown ? pageWithProblems(shown) : missing
}

async function memberPage(x: Exchange, typed: { problem?: string; reason?: string } = {}) {
  const handle = handleIn(x)
  const member = handle === null ? null : await findProfile(x.db, handle)
  if (!member) return null
  x.dependsOn(`member:${member.id}`, 'questions')
  const posts = await postsOf(x, member.id)
  const act = keepingFor(x, member)
  return <MemberPage {...{ x, member, ...posts }} keeping={act && { act, ...typed }} />
}

function keepingFor(x: Exchange, member: Profile): NonNullable<MemberPageProps['keeping']>['act'] | null {
  if (!x.viewer) return null
  if (mayBlock(x.viewer, member) === null) return 'block'
  return mayUnblock(x.viewer, member) === null ? 'unblock' : null
}

/** Null for what cannot be anybody's handle: the database never sees it. */
const handleIn = (x: Exchange) =>
  /^[a-z0-9][\w-]{1,29}$/i.test(x.params.handle ?? '') ? (x.params.handle ?? null) : null

/** Visitors keep it in a cookie, members with their profile. */
export async function switchLanguage(x: Exchange): Promise<Reply> {
  const language = languageOf(wordOf(x.body, 'language'))
  const back = ownPath(wordOf(x.body, 'back'))
  if (!language) return seeOther(back)
  if (x.viewer) await chooseLanguage(askingOf(x), x.viewer, language)
  else setCookie(x, 'language', language)
  return seeOther(back)
}

export async function showEmailConfirmation(x: Exchange): Promise<Reply> {
  const token = tokenOf(x.query, 'token')
  const change = token ? await findEmailChange(x.db, hashOfToken(token), x.now) : null
  if (!change) return oldLink(x, signInSettingsPath)
  return page(<EmailConfirmationPage x={x} token={token} newEmail={change.newEmail} />)
}

export async function confirmEmail(x: Exchange): Promise<Reply> {
  const token = tokenOf(x.body, 'token')
  if (!token) return oldLink(x, signInSettingsPath)
  const result = await confirmEmailChange(askingOf(x), token, x.viewer)
  if (result.outcome !== 'done') return oldLink(x, signInSettingsPath)
  return seeOther(`/account/email/${result.value}`)
}

export const showHalf = (x: Exchange): Reply =>
  page(
    <MessagePage x={x} title={x.t('membership.emailChange.half')} next={{ href: '/', label: x.t('membership.home') }}>
      <p>{x.t('membership.emailChange.halfBody')}</p>
    </MessagePage>,
  )

export const showChanged = (x: Exchange): Reply =>
  page(
    <MessagePage
      x={x}
      title={x.t('membership.emailChange.done')}
      next={{ href: accountPath, label: x.t('membership.emailChange.next') }}
    >
      <p>{x.t('membership.emailChange.doneBody')}</p>
    </MessagePage>,
  )
