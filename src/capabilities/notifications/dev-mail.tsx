import type { Exchange } from '#community/exchange.ts'
import { anyone } from '#community/permissions/doors.ts'
import { get, type Route } from '#community/routes.ts'
import { missing, page, type Reply, text } from '#platform/http/reply.ts'
import { findMail, listMails, type QueuedMail } from '#platform/mail/queries.ts'
import { DevMailList, DevMailPage } from './pages/dev-mail-page.tsx'

const PAGE = 50

/** Only in the demo: to everybody else these pages do not exist. */
export const devMailRoutes: Route[] = [
  get('/dev/mail', anyone, inDemo(listAll)),
  get('/dev/mail/:id', anyone, inDemo(showOne)),
  get('/dev/mail/:id/html', anyone, inDemo(showHtml)),
]

function inDemo(handle: (x: Exchange) => Promise<Reply>) {
  return (x: Exchange) => (x.site.config.demo ? handle(x) : missing)
}

const isId = (id: unknown): id is string => typeof id === 'string' && /^[1-9]\d{0,17}$/.test(id)

async function listAll(x: Exchange): Promise<Reply> {
  const { before } = x.query as { before?: unknown }
  const mails = await listMails(x.db, isId(before) ? before : null, PAGE + 1)
  const shown = mails.slice(0, PAGE)
  const next = mails.length > PAGE ? `/dev/mail?before=${shown.at(-1)?.id}` : null
  return page(<DevMailList x={x} mails={shown} next={next} />)
}

async function showOne(x: Exchange): Promise<Reply> {
  const mail = await mailOf(x)
  return mail ? page(<DevMailPage x={x} mail={mail} />) : missing
}

// A mail has styles in its text, which our own pages never have: a policy of its own, in a frame of its own.
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
].join('; ')

async function showHtml(x: Exchange): Promise<Reply> {
  const mail = await mailOf(x)
  if (!mail) return missing
  const html = mail.html.replace('<head>', '<head><base target="_top">')
  return text(html, 'text/html; charset=utf-8', { 'content-security-policy': POLICY, 'x-frame-options': 'SAMEORIGIN' })
}

async function mailOf(x: Exchange): Promise<QueuedMail | undefined> {
  const { id } = x.params
  return isId(id) ? findMail(x.db, id) : undefined
}
