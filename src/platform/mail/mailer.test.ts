import { Writable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { createLog } from '#platform/log/log.ts'
import { testDatabase } from '#test/database.ts'
import { openMailbox } from '#test/mailbox.ts'
import { type Mail, Mailer, type MailerOptions } from './mailer.ts'
import { findMail, listMails } from './queries.ts'

const { db, pool } = await testDatabase()
const mailbox = await openMailbox()
afterAll(() => mailbox.close())

const mailers: Mailer[] = []
afterAll(() => Promise.all(mailers.map((mailer) => mailer.stop())))

function mailer(options: Partial<MailerOptions['config']> = {}, more: Partial<MailerOptions> = {}) {
  const config = { demo: false, smtpUrl: mailbox.url, mailFrom: 'Zonnewinde <z@zonnewinde.example>', ...options }
  const log = createLog({ level: 'silent' })
  const made = new Mailer({ db, log, ...more, config: { publicUrl: 'https://zonnewinde.example', ...config } })
  mailers.push(made)
  return made
}

let number = 0
const aMail = (parts: Partial<Mail> = {}): Mail => ({
  messageKey: `test:${++number}`,
  kind: 'answer',
  memberId: null,
  to: 'henk@zonnewinde.example',
  subject: 'Eén nieuw antwoord',
  text: 'Noor antwoordde.',
  html: '<p>Noor antwoordde.</p>',
  ...parts,
})

describe('a mail', () => {
  it('is queued once, with its job, and only when the deed happens', async () => {
    const mail = aMail()
    await db
      .transaction()
      .execute(async (trx) => {
        await mailer().queue(trx, mail)
        throw new Error('rolled back')
      })
      .catch(() => {})
    const id = await mailer().queue(db, mail)
    expect(id).not.toBeNull()
    expect(await mailer().queue(db, mail)).toBeNull()
    const { rows } = await pool.query(`select 1 from graphile_worker.jobs where key = $1`, [`mail:${id}`])
    expect(rows).toHaveLength(1)
  })

  it('arrives once, with text and HTML, and its words are not kept after that', async () => {
    const headers = { 'List-Unsubscribe': '<https://zonnewinde.example/unsubscribe/x>' }
    const id = (await mailer().queue(db, aMail({ subject: 'Daken & boilers: €1', headers }))) as string
    await mailer().deliver(id)
    await mailer().deliver(id)
    expect(mailbox.mails).toHaveLength(1)
    const [mail] = mailbox.mails.splice(0)
    expect(mail).toMatchObject({ subject: 'Daken & boilers: €1', html: '<p>Noor antwoordde.</p>' })
    expect(mail?.text?.trim()).toBe('Noor antwoordde.')
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.headers.get('list')).toMatchObject({
      unsubscribe: { url: 'https://zonnewinde.example/unsubscribe/x' },
    })
    expect(await findMail(db, id)).toMatchObject({ text: '', html: '', failure: null })
  })

  it('that the server cannot take now is tried again, as the same message', async () => {
    const id = (await mailer().queue(db, aMail())) as string
    mailbox.refuse(451, 1)
    await expect(mailer().deliver(id)).rejects.toThrow()
    expect(await findMail(db, id)).toMatchObject({ sentAt: null, failedAt: null })
    await mailer().deliver(id)
    const [first] = mailbox.mails.splice(0)
    expect(first?.messageId).toMatch(/^<[0-9a-f]{40}@zonnewinde\.example>$/)
  })

  it('to an address that does not exist is not tried for ever', async () => {
    const id = (await mailer().queue(db, aMail())) as string
    mailbox.refuse(550, 1)
    await mailer().deliver(id)
    await mailer().deliver(id)
    expect(mailbox.mails).toHaveLength(0)
    expect((await findMail(db, id))?.failedAt).toBeInstanceOf(Date)
  })

  it('that somebody no longer wants when it is its turn is not sent', async () => {
    const unwanted = mailer({}, { stillWanted: async () => false })
    const id = (await unwanted.queue(db, aMail())) as string
    await unwanted.deliver(id)
    expect(mailbox.mails).toHaveLength(0)
  })

  it('cannot carry a second address or header in its subject', async () => {
    const subject = 'Hoi\r\nBcc: iedereen@zonnewinde.example'
    const id = (await mailer().queue(db, aMail({ subject }))) as string
    await mailer().deliver(id)
    const [mail] = mailbox.mails.splice(0)
    expect(mail?.headers.has('bcc')).toBe(false)
  })
})

describe('without a mail server', () => {
  it('the demo keeps the mail to show it', async () => {
    const demo = mailer({ smtpUrl: undefined, demo: true })
    const id = (await demo.queue(db, aMail({ text: 'Je code is 123456' }))) as string
    await demo.deliver(id)
    expect((await listMails(db, null, 1))[0]).toMatchObject({ id, text: 'Je code is 123456' })
    expect(await listMails(db, id, 50)).not.toContainEqual(expect.objectContaining({ id }))
  })

  it('a real community warns at the start and prints the mail', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    })
    const printing = mailer({ smtpUrl: undefined }, { log: createLog({ stream }) })
    printing.warnIfPrinted()
    const id = (await printing.queue(db, aMail({ text: 'Je code is 654321' }))) as string
    await printing.deliver(id)
    expect(lines[0]).toContain('SMTP_URL is not set')
    expect(lines.join('')).toContain('Je code is 654321')
  })
})
