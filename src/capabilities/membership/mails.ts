import { type Letter, type MailWords, mailLayout } from '#community/mail/mail-layout.tsx'
import type { Db } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { type Translate, translator } from '#platform/i18n/translate.ts'
import type { Asking } from './asking.ts'

export interface Recipient {
  readonly to: string
  readonly member: { readonly id: string; readonly name: string; readonly language: Language | null } | null
  /** The same mail is not sent twice. */
  readonly key: string
}

type Sender = Pick<Asking, 'site' | 'brand' | 'language'>
type Words = Pick<Letter, 'paragraphs' | 'code' | 'button' | 'after'>
type MailName =
  | 'code'
  | 'strangerCode'
  | 'reset'
  | 'strangerReset'
  | 'passwordChanged'
  | 'confirmOld'
  | 'confirmNew'
  | 'addressTaken'
  | 'emailChanged'

export interface Mail {
  queue(db: Db): Promise<void>
}

export const codeMail = (from: Sender, to: Recipient, code: string): Mail =>
  write(from, to, 'code', (t) => ({
    paragraphs: [t('membership.mail.code.body')],
    code,
    after: [t('membership.mail.code.after')],
  }))

/** To an address that nobody has yet: the same code makes its owner a member. */
export const strangerCodeMail = (from: Sender, to: Recipient, code: string): Mail =>
  write(from, to, 'strangerCode', (t) => ({
    paragraphs: [t('membership.mail.strangerCode.body', { brand: from.brand.name })],
    code,
    after: [t('membership.mail.strangerCode.after')],
  }))

export const resetMail = (from: Sender, to: Recipient, url: string): Mail =>
  write(from, to, 'reset', (t) => ({
    paragraphs: [t('membership.mail.reset.body')],
    button: { label: t('membership.mail.reset.button'), url },
    after: [t('membership.mail.reset.after')],
  }))

export const strangerResetMail = (from: Sender, to: Recipient): Mail =>
  write(from, to, 'strangerReset', (t) => ({
    paragraphs: [t('membership.mail.strangerReset.body', { brand: from.brand.name, email: to.to })],
    after: [t('membership.mail.strangerReset.after')],
  }))

export const passwordChangedMail = (from: Sender, to: Recipient): Mail =>
  write(from, to, 'passwordChanged', (t) => ({
    paragraphs: [t('membership.mail.passwordChanged.body'), t('membership.mail.passwordChanged.after')],
  }))

export const confirmOldMail = (from: Sender, to: Recipient, newEmail: string, url: string): Mail =>
  write(from, to, 'confirmOld', (t) => ({
    paragraphs: [t('membership.mail.confirmOld.body', { email: newEmail })],
    button: { label: t('membership.mail.confirmOld.button'), url },
    after: [t('membership.mail.confirmOld.after')],
  }))

export const confirmNewMail = (from: Sender, to: Recipient, url: string): Mail =>
  write(from, to, 'confirmNew', (t) => ({
    paragraphs: [t('membership.mail.confirmNew.body')],
    button: { label: t('membership.mail.confirmNew.button'), url },
    after: [t('membership.mail.confirmNew.after', { brand: from.brand.name })],
  }))

export const addressTakenMail = (from: Sender, to: Recipient): Mail =>
  write(from, to, 'addressTaken', (t) => ({ paragraphs: [t('membership.mail.addressTaken.body')] }))

export const emailChangedMail = (from: Sender, to: Recipient, newEmail: string): Mail =>
  write(from, to, 'emailChanged', (t) => ({
    paragraphs: [t('membership.mail.emailChanged.body', { email: newEmail }), t('membership.mail.emailChanged.after')],
  }))

function write(from: Sender, { to, member, key }: Recipient, name: MailName, say: (t: Translate) => Words): Mail {
  const language = member?.language ?? from.language
  const t = translator(language, from.brand.addressForm)
  const brand = from.brand.name
  const letter: Letter = {
    ...say(t),
    // Never the code: subjects are kept and shown on locked screens.
    subject: t(`membership.mail.${name}.subject`, { brand }),
    greeting: greetingOf(t, member?.name),
    why: t(`membership.mail.${name}.why`, { brand }),
    sender: t('membership.mail.sender', { brand }),
  }
  const words = mailLayout(letter, from.brand, language)
  return { queue: (db) => queue(from, db, { to, key, name, memberId: member?.id ?? null, words }) }
}

async function queue(
  { site }: Sender,
  db: Db,
  mail: { to: string; key: string; name: MailName; memberId: string | null; words: MailWords },
) {
  const { to, key, name, memberId, words } = mail
  await site.mailer.queue(db, {
    messageKey: key,
    kind: `membership-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    memberId,
    to,
    ...words,
    headers: {},
  })
}

/** Mail programs make links of what looks like an address: such a name is not greeted by name. */
function greetingOf(t: Translate, name: string | undefined) {
  if (!name || /[.:/@\\]/.test(name)) return t('membership.mail.greeting')
  return t('membership.mail.greetingByName', { name })
}
