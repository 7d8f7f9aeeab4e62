import type { MemberExchange } from '#community/exchange.ts'
import { findBlock } from '#community/members/members.ts'
import { saying } from '#community/said.ts'
import { listProducts } from '#community/topics/products.ts'
import { findAccount } from '#platform/auth/accounts.ts'
import { endOtherSessions, endSession, listSessions } from '#platform/auth/sessions.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import { startEmailChange } from './email-change.ts'
import { findPendingEmailChange } from './email-change-queries.ts'
import { askingOf, keepSession, slowed } from './exchange.ts'
import { type Filled, filled, refusedWith, toldToWait, untouched } from './filled.ts'
import { readEmailChange, readPasswordChange, readProfile, wordOf } from './forms.ts'
import { AccountPage, type ProfileWords } from './pages/account-page.tsx'
import { SignInSettingsPage } from './pages/sign-in-settings-page.tsx'
import { changePassword } from './passwords.ts'
import { accountPath, signInSettingsPath } from './paths.ts'
import { removeAvatar, saveAvatar, saveProfile } from './profile.ts'
import { findOwnProfile } from './queries.ts'
import type { Refusal } from './rules.ts'

export async function showAccount(x: MemberExchange): Promise<Reply> {
  const profile = await findOwnProfile(x.db, x.viewer.id)
  const words = { ...profile, products: profile.products.map((product) => product.slug) }
  return page(await accountPage(x, untouched(words)))
}

export async function changeProfile(x: MemberExchange): Promise<Reply> {
  const { value, problems } = readProfile(x.body)
  if (problems.length > 0) return pageWithProblems(await accountPage(x, filled(x.t, value, problems)))
  const refusal = await saveProfile(askingOf(x), x.viewer, value)
  if (refusal) return pageWithProblems(await accountPage(x, refusedWith(x.t, value, refusal, 'name')))
  return seeOther(saying(accountPath, 'saved'))
}

export async function changeAvatar(x: MemberExchange): Promise<Reply> {
  const file = x.files.find(({ field }) => field === 'picture')
  const refused = file ? await saveAvatar(askingOf(x), x.viewer, file) : noPicture
  if (!refused) return seeOther(saying(accountPath, 'saved'))
  const profile = await findOwnProfile(x.db, x.viewer.id)
  const words = { ...profile, products: profile.products.map((product) => product.slug) }
  return pageWithProblems(await accountPage(x, untouched(words), x.t(refused.problem, refused.params)))
}

const noPicture = { problem: 'membership.problem.no-picture', params: {} } as const

export async function dropAvatar(x: MemberExchange): Promise<Reply> {
  await removeAvatar(askingOf(x), x.viewer)
  return seeOther(saying(accountPath, 'saved'))
}

async function accountPage(x: MemberExchange, form: Filled<ProfileWords>, pictureProblem?: string) {
  const [products, block] = await Promise.all([listProducts(x.db), findBlock(x.db, x.viewer.id)])
  return <AccountPage x={x} form={form} products={products} block={block} pictureProblem={pictureProblem} />
}

type Forms = { passwordForm?: Filled<null>; emailForm?: Filled<{ email: string }> }

export async function showSignInSettings(x: MemberExchange): Promise<Reply> {
  const settings = await settingsPage(x)
  return settings ? page(settings) : missing
}

export async function savePassword(x: MemberExchange): Promise<Reply> {
  const { value, problems } = readPasswordChange(x.body)
  if (problems.length > 0) return problem(x, { passwordForm: filled(x.t, null, problems) })
  const result = await changePassword(askingOf(x), x.viewer, value)
  if (result.outcome === 'done') {
    keepSession(x, result.value)
    return seeOther(saying(signInSettingsPath, 'saved'))
  }
  if (result.outcome === 'wait')
    return problem(x, { passwordForm: toldToWait(x.t, null, result.seconds) }, result.seconds)
  return problem(x, { passwordForm: refusedWith(x.t, null, result.reason, ownFieldOf(result.reason)) })
}

export async function askForEmailChange(x: MemberExchange): Promise<Reply> {
  const { value, problems } = readEmailChange(x.body)
  const words = { email: value.email }
  if (problems.length > 0) return problem(x, { emailForm: filled(x.t, words, problems) })
  const result = await startEmailChange(askingOf(x), x.viewer, value)
  if (result.outcome === 'done') return seeOther(`${signInSettingsPath}#email`)
  if (result.outcome === 'wait')
    return problem(x, { emailForm: toldToWait(x.t, words, result.seconds) }, result.seconds)
  return problem(x, {
    emailForm: refusedWith(x.t, words, result.reason, result.reason === 'same-email' ? 'email' : 'emailPassword'),
  })
}

export async function endSessions(x: MemberExchange): Promise<Reply> {
  const session = wordOf(x.body, 'session')
  const { accountId, sessionId } = x.viewer
  if (session === 'others') await endOtherSessions(x.db, accountId, sessionId)
  else if (session !== sessionId && /^[\w-]{1,64}$/.test(session)) await endSession(x.db, accountId, session)
  return seeOther(`${signInSettingsPath}#sessions`)
}

async function problem(x: MemberExchange, forms: Forms, waitSeconds?: number): Promise<Reply> {
  const settings = await settingsPage(x, forms)
  if (!settings) return missing
  return waitSeconds ? slowed(x, waitSeconds, settings) : pageWithProblems(settings)
}

async function settingsPage(x: MemberExchange, forms: Forms = {}) {
  const { accountId } = x.viewer
  const [account, sessions, change] = await Promise.all([
    findAccount(x.db, accountId),
    listSessions(x.db, accountId),
    findPendingEmailChange(x.db, accountId, x.now),
  ])
  if (!account) return null
  const { passwordForm = untouched(null), emailForm = untouched({ email: '' }) } = forms
  const pendingEmail = change?.newEmail ?? null
  return <SignInSettingsPage {...{ x, account, sessions, pendingEmail, passwordForm, emailForm }} />
}

function ownFieldOf(reason: Refusal): string {
  if (reason === 'wrong-current') return 'current'
  return 'password'
}
