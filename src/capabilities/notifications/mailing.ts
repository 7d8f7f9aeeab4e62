import { deed } from '#community/activity/deed.ts'
import { type Brand, findBrand, unnamedBrand } from '#community/brand/brand.ts'
import { type MailWords, mailLayout, unlinked } from '#community/mail/mail-layout.tsx'
import type { NoticeKind } from '#community/notices/notice-kind.ts'
import { oneClickHeaders, unsubscribeUrl } from '#community/notices/unsubscribing.ts'
import type { Site } from '#community/site.ts'
import type { Db } from '#platform/db/database.ts'
import { type Translate, translator } from '#platform/i18n/translate.ts'
import { noticeSettingsPath } from './paths.ts'
import {
  type Addressee,
  bundledOf,
  findAddressee,
  listLines,
  listPreferences,
  type NoticeLine,
  updateMailed,
  waitingForMail,
} from './queries.ts'
import { wantsMail } from './rules.ts'
import type { MailOrder } from './telling.ts'
import { viewOfLine } from './wording.ts'

const MAIL_KIND = 'notice:'

/** One mail for all of a kind that happened on a question and was not mailed yet. */
export async function mailNotices(site: Site, kinds: readonly NoticeKind[], order: MailOrder): Promise<void> {
  const kind = kinds.find((one) => one.kind === order.kind)
  if (!kind) return
  await deed(site, async (db) => {
    const addressee = await findAddressee(db, order.memberId)
    if (addressee && (await wants(db, order.memberId, kind))) await write(db, site, kind, order, addressee)
    await updateMailed(db, order.memberId, order.questionId, order.kind)
  })
}

/** Asked once more when a mail is about to leave: between queueing and sending somebody may have unsubscribed or gone. */
export const mailStillWanted =
  (kinds: readonly NoticeKind[]) =>
  async (db: Db, mail: { kind: string; memberId: string | null }): Promise<boolean> => {
    const isNotice = mail.kind.startsWith(MAIL_KIND)
    const name = isNotice ? mail.kind.slice(MAIL_KIND.length) : mail.kind
    const kind = kinds.find((one) => one.kind === name)
    if (!kind) return !isNotice
    if (mail.memberId === null) return false
    return (await findAddressee(db, mail.memberId)) !== undefined && (await wants(db, mail.memberId, kind))
  }

async function wants(db: Db, memberId: string, kind: NoticeKind): Promise<boolean> {
  const chosen = await listPreferences(db, [memberId])
  return wantsMail(chosen.get(`${memberId} ${kind.kind}`), kind.mailByDefault)
}

async function write(db: Db, site: Site, kind: NoticeKind, order: MailOrder, addressee: Addressee): Promise<void> {
  const only = waitingForMail(order.questionId, kind.kind)
  // What the member may not see any more does not come back from here.
  const lines = await listLines(db, addressee, { bundledKinds: bundledOf([kind]), only, limit: 20 })
  const brand = (await findBrand(db)) ?? unnamedBrand
  const stop = unsubscribeUrl(site, order.memberId, kind.kind)
  for (const line of lines) {
    await site.mailer.queue(db, {
      ...mailOf(site, kind, line, { addressee, brand, stop }),
      messageKey: `notice:${line.id}`,
      kind: MAIL_KIND + kind.kind,
      memberId: order.memberId,
      to: addressee.email,
      headers: { ...oneClickHeaders(site, stop), ...threadHeaders(site, order.questionId) },
    })
  }
}

function mailOf(
  { config }: Site,
  kind: NoticeKind,
  line: NoticeLine,
  { addressee, brand, stop }: { addressee: Addressee; brand: Brand; stop: string },
): MailWords {
  const language = addressee.language ?? brand.language
  const t = translator(language, brand.addressForm)
  const { questionTitle, actorName, excerpt, ...view } = viewOfLine(line)
  const plain = { questionTitle: unlinked(questionTitle), actorName: actorName && unlinked(actorName), excerpt }
  const words = kind.words(t, { ...view, ...plain })
  const letter = {
    subject: words.line,
    paragraphs: [words.line],
    quote: excerpt ? unlinked(excerpt) : undefined,
    button: { label: words.invitation, url: config.publicUrl + words.path },
    why: words.why,
    links: footLinks(t, stop, config.publicUrl),
  }
  return mailLayout(letter, brand, language)
}

/** All mail about one question hangs below the same first message, so that a mail program shows it as one conversation. */
function threadHeaders({ config }: Site, questionId: string): Record<string, string> {
  const first = `<question-${questionId}@${new URL(config.publicUrl).hostname}>`
  return { 'In-Reply-To': first, References: first }
}

function footLinks(t: Translate, stop: string, publicUrl: string) {
  return [
    { label: t('notifications.mail.stop'), url: stop },
    { label: t('notifications.mail.settings'), url: publicUrl + noticeSettingsPath },
  ]
}
