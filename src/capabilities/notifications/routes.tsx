import { deed, touch } from '#community/activity/deed.ts'
import type { Exchange, MemberExchange } from '#community/exchange.ts'
import type { NoticeKind } from '#community/notices/notice-kind.ts'
import { readUnsubscribeToken, unsubscribeSecret } from '#community/notices/unsubscribing.ts'
import { Fragment } from '#community/page.tsx'
import { anyone, membersEvenBlocked } from '#community/permissions/doors.ts'
import { get, post, type Route } from '#community/routes.ts'
import { saying } from '#community/said.ts'
import { fragment, missing, page, type Reply, seeOther } from '#platform/http/reply.ts'
import { isUnseen } from '#platform/http/unseen.ts'
import { Bell } from '#ui/layout/bar.tsx'
import { readMarked, setMails } from './actions.ts'
import { devMailRoutes } from './dev-mail.tsx'
import { NoticesPage } from './pages/notices-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { UnsubscribePage } from './pages/unsubscribe-page.tsx'
import { noticeSettingsPath, noticesPath } from './paths.ts'
import { bundledOf, findLine, insertPreference, listLines, listPreferences } from './queries.ts'
import { wantsMail } from './rules.ts'
import { wordsOfLine } from './wording.ts'

const PAGE = 25

export function routesFor(kinds: readonly NoticeKind[]): Route[] {
  return [
    get('/notices', membersEvenBlocked, (x) => showNotices(x, kinds)),
    post('/notices/all-read', membersEvenBlocked, markAllRead),
    get('/notices/bell', membersEvenBlocked, showBell),
    get('/notices/:id', membersEvenBlocked, (x) => openNotice(x, kinds)),
    get('/account/notices', membersEvenBlocked, (x) => showSettings(x, kinds)),
    post('/account/notices', membersEvenBlocked, (x) => saveSettings(x, kinds)),
    get('/unsubscribe/:token', anyone, (x) => askToStop(x, kinds)),
    post('/unsubscribe/:token', anyone, (x) => switchMail(x, kinds, 'off'), {
      // Mail programs post here for their user (RFC 8058): without cookie, Origin or token, as a form of either kind.
      withoutOriginCheck: true,
      multipart: true,
    }),
    post('/unsubscribe/:token/undo', anyone, (x) => switchMail(x, kinds, 'on')),
    ...devMailRoutes,
  ]
}

const isId = (text: unknown): text is string => typeof text === 'string' && /^[1-9]\d{0,17}$/.test(text)

async function showNotices(x: MemberExchange, kinds: readonly NoticeKind[]): Promise<Reply> {
  const { before } = x.query as { before?: unknown }
  const which = { bundledKinds: bundledOf(kinds), before: isId(before) ? before : null, limit: PAGE + 1 }
  const found = await listLines(x.db, x.viewer, which)
  const shown = found.slice(0, PAGE)
  const lines = shown.flatMap((line) => {
    const words = wordsOfLine(x.t, kinds, line)
    return words ? [{ line, words }] : []
  })
  const next = found.length > PAGE ? `${noticesPath}?before=${shown.at(-1)?.id}` : null
  return page(<NoticesPage x={x} lines={lines} next={next} />)
}

async function markAllRead(x: MemberExchange): Promise<Reply> {
  await readMarked(x.site, x.viewer.id, 'all')
  return seeOther(noticesPath)
}

function showBell(x: MemberExchange): Reply {
  return fragment(
    <Fragment x={x}>
      <Bell href={noticesPath} unread={x.viewer.unreadNotices} />
    </Fragment>,
  )
}

async function openNotice(x: MemberExchange, kinds: readonly NoticeKind[]): Promise<Reply> {
  const { id } = x.params
  const line = isId(id) ? await findLine(x.db, x.viewer, bundledOf(kinds), id) : undefined
  const words = line && wordsOfLine(x.t, kinds, line)
  if (!line || !words) return missing
  if (!line.isRead && !isUnseen(x.request.headers)) await readMarked(x.site, x.viewer.id, line.ids)
  return seeOther(words.path)
}

async function showSettings(x: MemberExchange, kinds: readonly NoticeKind[]): Promise<Reply> {
  const chosen = await listPreferences(x.db, [x.viewer.id])
  const mailed = kinds.filter((kind) => wantsMail(chosen.get(`${x.viewer.id} ${kind.kind}`), kind.mailByDefault))
  return page(<SettingsPage x={x} kinds={kinds} mailed={new Set(mailed.map(({ kind }) => kind))} />)
}

async function saveSettings(x: MemberExchange, kinds: readonly NoticeKind[]): Promise<Reply> {
  const { mail } = (x.body ?? {}) as { mail?: unknown }
  const wanted = new Set([mail].flat())
  await setMails(
    x.site,
    x.viewer.id,
    kinds.map(({ kind }) => [kind, wanted.has(kind) ? 'on' : 'off']),
  )
  return seeOther(saying(noticeSettingsPath, 'saved'))
}

function readToken(x: Exchange, kinds: readonly NoticeKind[]) {
  const token = x.params.token ?? ''
  const said = readUnsubscribeToken(token, unsubscribeSecret(x.site))
  const kind = kinds.find((one) => one.kind === said?.kind)
  return said && kind ? { token, kind, memberId: said.memberId } : null
}

function askToStop(x: Exchange, kinds: readonly NoticeKind[]): Reply {
  const link = readToken(x, kinds)
  return link ? page(<UnsubscribePage x={x} kind={link.kind} token={link.token} stage="ask" />) : missing
}

async function switchMail(x: Exchange, kinds: readonly NoticeKind[], mail: 'on' | 'off'): Promise<Reply> {
  const link = readToken(x, kinds)
  if (!link) return missing
  const isThere = await deed(x.site, async (db) => {
    touch(db, `member:${link.memberId}`)
    return insertPreference(db, link.memberId, link.kind.kind, mail)
  })
  if (!isThere) return missing
  return page(<UnsubscribePage x={x} kind={link.kind} token={link.token} stage={mail === 'off' ? 'done' : 'undone'} />)
}
