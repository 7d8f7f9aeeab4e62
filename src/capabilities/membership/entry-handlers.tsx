import type { Exchange, MemberExchange } from '#community/exchange.ts'
import { saying } from '#community/said.ts'
import { findCodeSubject, findToken } from '#platform/auth/codes.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { missing, page, pageWithProblems, type Reply, seeOther } from '#platform/http/reply.ts'
import type { Asking, Outcome } from './asking.ts'
import { enterWithCode, mailEntryCode, signInWithPassword, signOut } from './entering.ts'
import { askingOf, cookieOf, dropCookie, letIn, slowed } from './exchange.ts'
import { type Filled, filled, refusedWith, toldToWait, untouched } from './filled.ts'
import {
  type CodeInput,
  readCode,
  readEmail,
  readJoin,
  readNewPassword,
  readSetup,
  readSignIn,
  returnToOf,
  tokenOf,
  wordOf,
} from './forms.ts'
import { type JoinInput, join } from './joining.ts'
import { CodePage } from './pages/code-page.tsx'
import { ForgottenPage } from './pages/forgotten-page.tsx'
import { JoinPage } from './pages/join-page.tsx'
import { MessagePage } from './pages/message-page.tsx'
import { NewPasswordPage } from './pages/new-password-page.tsx'
import { SetupPage } from './pages/setup-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { SignUpPage } from './pages/sign-up-page.tsx'
import { chooseNewPassword, mailReset } from './passwords.ts'
import { codePath, forgottenPath, joinPath, signUpPath } from './paths.ts'
import { existMembers } from './queries.ts'
import type { Refusal } from './rules.ts'
import { setUp } from './setup.ts'

type Entry = { email: string; returnTo: string }

export function showSignIn(x: Exchange): Reply {
  const returnTo = returnToOf(x.query)
  if (x.viewer) return seeOther(returnTo)
  return page(<SignInPage x={x} form={untouched({ email: '', returnTo })} />)
}

export async function signIn(x: Exchange): Promise<Reply> {
  const { value, problems } = readSignIn(x.body)
  const show = (form: Filled<Entry>) => <SignInPage x={x} form={form} />
  if (problems.length > 0) return pageWithProblems(show(filled(x.t, value, problems)))
  const result = await signInWithPassword(askingOf(x), value)
  if (result.outcome === 'wait') return slowed(x, result.seconds, show(toldToWait(x.t, value, result.seconds)))
  if (result.outcome === 'refused') return pageWithProblems(show(refusedWith(x.t, value, result.reason)))
  return letIn(x, result.value.session, value.returnTo)
}

export function showSignUp(x: Exchange): Reply {
  const returnTo = returnToOf(x.query)
  if (x.viewer) return seeOther(returnTo)
  return page(<SignUpPage x={x} form={untouched({ email: '', returnTo })} />)
}

export const mailSignInCode = (x: Exchange) => mailCodeFrom(x, SignInPage, {})
export const mailSignUpCode = (x: Exchange) => mailCodeFrom(x, SignUpPage, { joining: '1' })

async function mailCodeFrom(x: Exchange, From: typeof SignInPage, carried: Record<string, string>): Promise<Reply> {
  const show = (form: Filled<Entry>) => <From x={x} form={form} />
  const { value, problems } = readEmail(x.body)
  if (problems.length > 0) return pageWithProblems(show(filled(x.t, value, problems)))
  const result = await mailEntryCode(askingOf(x), value.email)
  if (result.outcome === 'wait') return slowed(x, result.seconds, show(toldToWait(x.t, value, result.seconds)))
  if (result.outcome === 'refused') return pageWithProblems(show(refusedWith(x.t, value, result.reason)))
  return seeOther(withQuery(codePath, { ticket: result.value.ticket, ...carried, returnTo: value.returnTo }))
}

export async function showCode(x: Exchange): Promise<Reply> {
  const { value } = readCode(x.query)
  if (!value.ticket) return seeOther(signUpPath())
  return page(await codePage(x, untouched({ ...value, code: '' })))
}

export async function enterCode(x: Exchange): Promise<Reply> {
  const { value, problems } = readCode(x.body)
  const show = (form: Filled<typeof value>) => codePage(x, form)
  if (problems.length > 0) return pageWithProblems(await show(filled(x.t, value, problems)))
  const result = await enterWithCode(askingOf(x), value)
  if (result.outcome === 'wait') return slowed(x, result.seconds, await show(toldToWait(x.t, value, result.seconds)))
  if (result.outcome === 'refused') return pageWithProblems(await show(refusedWith(x.t, value, result.reason, 'code')))
  if (result.value.kind === 'entered') return letIn(x, result.value.entered.session, value.returnTo)
  return seeOther(withQuery(joinPath, { token: result.value.token, returnTo: value.returnTo }))
}

/** Whoever made a slip in their address sees it here. */
const codePage = async (x: Exchange, form: Filled<CodeInput>) => (
  <CodePage x={x} form={form} email={await findCodeSubject(x.db, 'enter', form.words.ticket, x.now)} />
)

export async function showJoin(x: Exchange): Promise<Reply> {
  const token = tokenOf(x.query, 'token')
  if (!token || !(await findToken(x.db, 'join', token, x.now))) return oldLink(x, signUpPath())
  return page(<JoinPage x={x} form={untouched({ token, name: '', handle: '', returnTo: returnToOf(x.query) })} />)
}

export async function becomeMember(x: Exchange): Promise<Reply> {
  const { value, problems } = readJoin(x.body)
  const show = (form: Filled<JoinInput & { returnTo: string }>) => <JoinPage x={x} form={form} />
  if (problems.length > 0) return pageWithProblems(show(filled(x.t, value, problems)))
  const result = await join(askingOf(x), value)
  if (result.outcome === 'done') return letIn(x, result.value.session, saying(value.returnTo, 'welcome'))
  if (result.outcome === 'wait') return slowed(x, result.seconds, show(toldToWait(x.t, value, result.seconds)))
  if (result.reason === 'old-link') return oldLink(x, signUpPath(value.returnTo))
  return pageWithProblems(show(refusedWith(x.t, value, result.reason, fieldOf(result.reason))))
}

export async function leave(x: Exchange): Promise<Reply> {
  const token = cookieOf(x, 'session')
  if (token) await signOut(x, token)
  dropCookie(x, 'session')
  return seeOther(saying('/', 'signed-out'))
}

export const showForgotten = (x: Exchange): Reply => page(<ForgottenPage x={x} form={untouched({ email: '' })} />)

export async function askForReset(x: Exchange): Promise<Reply> {
  const { value, problems } = readEmail(x.body)
  const show = (form: Filled<{ email: string }>) => <ForgottenPage x={x} form={form} />
  if (problems.length > 0) return pageWithProblems(show(filled(x.t, value, problems)))
  const result = await mailReset(askingOf(x), value.email)
  if (result.outcome === 'wait') return slowed(x, result.seconds, show(toldToWait(x.t, value, result.seconds)))
  return seeOther(`${forgottenPath}/sent`)
}

export const showResetSent = (x: Exchange): Reply =>
  page(
    <MessagePage x={x} title={x.t('membership.forgotten.sent')} next={{ href: '/', label: x.t('membership.home') }}>
      <p>{x.t('membership.forgotten.sentBody')}</p>
    </MessagePage>,
  )

export async function showNewPassword(x: Exchange): Promise<Reply> {
  const token = tokenOf(x.query, 'token')
  if (!token || !(await findToken(x.db, 'reset', token, x.now))) return oldLink(x, forgottenPath)
  return page(<NewPasswordPage x={x} form={untouched({ token })} />)
}

export async function saveNewPassword(x: Exchange): Promise<Reply> {
  const { value, problems } = readNewPassword(x.body)
  const show = (form: Filled<{ token: string }>) => <NewPasswordPage x={x} form={form} />
  if (problems.length > 0) return pageWithProblems(show(filled(x.t, value, problems)))
  const result = await chooseNewPassword(askingOf(x), value)
  if (result.outcome === 'done') return letIn(x, result.value.session, saying('/', 'saved'))
  if (result.outcome === 'wait') return slowed(x, result.seconds, show(toldToWait(x.t, value, result.seconds)))
  if (result.reason === 'old-link') return oldLink(x, forgottenPath)
  return pageWithProblems(show(refusedWith(x.t, value, result.reason, 'password')))
}

export async function showSetup(x: Exchange): Promise<Reply> {
  if (await existMembers(x.db)) return missing
  const words = {
    code: wordOf(x.query, 'code').slice(0, 60),
    brand: '',
    name: '',
    handle: '',
    email: '',
    staffTitle: '',
  }
  return page(<SetupPage x={x} form={untouched({ ...words, language: x.language })} />)
}

export async function openCommunity(x: Exchange): Promise<Reply> {
  if (await existMembers(x.db)) return missing
  const { value, problems } = readSetup(x.body)
  const { password: _, ...words } = value
  const show = (form: Filled<typeof words>) => <SetupPage x={x} form={form} />
  if (problems.length > 0) return pageWithProblems(show(filled(x.t, words, problems)))
  const result: Outcome<{ session: Parameters<typeof letIn>[1] }> = await setUp(setupAsking(x), value)
  if (result.outcome === 'done') return letIn(x, result.value.session, '/manage/settings')
  if (result.outcome === 'wait') return slowed(x, result.seconds, show(toldToWait(x.t, words, result.seconds)))
  return pageWithProblems(show(refusedWith(x.t, words, result.reason, fieldOf(result.reason))))
}

const setupAsking = (x: Exchange): Asking => ({ ...askingOf(x), visitorHash: null })

export function oldLink(x: Exchange | MemberExchange, again: string): Reply {
  const next = { href: again, label: x.t('membership.oldLink.again') }
  return page(
    <MessagePage x={x} title={x.t('membership.oldLink.title')} next={next}>
      <p>{x.t('membership.oldLink.body')}</p>
    </MessagePage>,
    410,
  )
}

/** Beside which field a refusal belongs. */
function fieldOf(reason: Refusal): string | undefined {
  if (reason.startsWith('password')) return 'password'
  if (reason.startsWith('handle')) return 'handle'
  if (reason === 'name-imitates') return 'name'
  return reason === 'wrong-code' || reason === 'wrong-setup-code' ? 'code' : undefined
}

function withQuery(path: string, { returnTo, ...rest }: Record<string, string>) {
  const kept = returnTo && ownPath(returnTo) !== '/' ? { ...rest, returnTo } : rest
  return `${path}?${new URLSearchParams(kept)}`
}
